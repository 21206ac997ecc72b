// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitytable.h"

#include "ui/activity/activitymodel.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDayHeight = 28;
constexpr int kNarrow = 640; // below, the columns with names give way

} // namespace

ActivityTable::ActivityTable(const Theme &theme, ActivityModel &model, QWidget *parent)
    : Table(theme, u"activityTable"_s, tr("Activity"), parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    setSelectionMode(SingleSelection);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidths({92, 136, 0, 170, 116});
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ActivityTable::chosenChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { shapeRows(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ActivityTable::clearSpans);
    connect(&model, &QAbstractItemModel::modelReset, this, &ActivityTable::chosenChanged);
    connect(&theme, &Theme::changed, this, &ActivityTable::shapeAll);
    connect(this, &QAbstractItemView::clicked, this, &ActivityTable::opened);
    shapeAll();
}

int ActivityTable::chosenRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void ActivityTable::shapeRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (!m_model.isDayTitle(row))
            continue;
        setSpan(row, 0, 1, kActivityColumns);
        verticalHeader()->resizeSection(row, m_theme.height(kDayHeight, TextStyle::Small));
    }
}

void ActivityTable::shapeAll()
{
    shapeRows(0, m_model.rowCount() - 1);
}

void ActivityTable::resizeEvent(QResizeEvent *event)
{
    Table::resizeEvent(event);
    const bool isNarrow = event->size().width() < m_theme.width(kNarrow);
    setColumnWidth(ActivityWho, m_theme.width(isNarrow ? 104 : 136));
    setColumnWidth(ActivityToken, m_theme.width(isNarrow ? 112 : 170));
    setColumnWidth(ActivityOutcome, m_theme.width(isNarrow ? 100 : 116));
}

void ActivityTable::keyPressEvent(QKeyEvent *event)
{
    Table::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
}

} // namespace tokensmith::ui
