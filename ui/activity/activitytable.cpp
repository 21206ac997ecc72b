// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitytable.h"

#include "ui/activity/activitymodel.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDayHeight = 28;

// Designed widths; where there is less room, names take these shares of what time and outcome leave.
constexpr int kTimeWidth = 84;
constexpr int kWhoWidth = 136;
constexpr int kTokenWidth = 170;
constexpr int kOutcomeWidth = 116;
constexpr int kWhoShare = 29; // percent
constexpr int kTokenShare = 32;

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
    setColumnWidths({kTimeWidth, kWhoWidth, 0, kTokenWidth, kOutcomeWidth});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    verticalHeader()->setMinimumSectionSize(m_theme.height(kDayHeight, TextStyle::Small));
    shapeRows(0, m_model.rowCount() - 1);
}

void ActivityTable::resizeEvent(QResizeEvent *event)
{
    Table::resizeEvent(event);
    const int room = event->size().width() - m_theme.width(kTimeWidth) - m_theme.width(kOutcomeWidth);
    setColumnWidth(ActivityWho, std::min(m_theme.width(kWhoWidth), room * kWhoShare / 100));
    setColumnWidth(ActivityToken, std::min(m_theme.width(kTokenWidth), room * kTokenShare / 100));
}

/** A day's title can't be current: the row below it is, or, on the way up, the one above. */
QModelIndex ActivityTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = currentIndex().isValid() ? Table::moveCursor(action, modifiers) : m_model.index(0, 0);
    if (!m_model.isDayTitle(next.row()))
        return next;
    const bool isUp = (action == MoveUp || action == MovePageUp || action == MovePrevious) && next.row() > 0;
    return m_model.index(next.row() + (isUp ? -1 : 1), next.column());
}

void ActivityTable::focusInEvent(QFocusEvent *event)
{
    Table::focusInEvent(event);
    if (m_model.isDayTitle(currentIndex().row()))
        selectionModel()->setCurrentIndex(m_model.index(currentIndex().row() + 1, 0), QItemSelectionModel::NoUpdate);
}

void ActivityTable::keyPressEvent(QKeyEvent *event)
{
    Table::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
}

} // namespace tokensmith::ui
