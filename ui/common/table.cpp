// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table.h"

#include "ui/common/bind.h"
#include "ui/common/celldelegate.h"
#include "ui/common/tableheader.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr int kLeastRest = 140; ///< of the column that takes the rest of the room

} // namespace

Table::Table(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setHorizontalHeader(new TableHeader(theme, this));
    setItemDelegate(new CellDelegate(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    applyTheme();
    connect(&m_theme, &Theme::changed, this, &Table::applyTheme);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &Table::giveRest); // or shown, or hidden
}

void Table::setColumnWidths(const QList<int> &widths)
{
    m_restColumn = int(widths.indexOf(0));
    for (int column = 0; column < widths.size(); ++column) {
        const bool rest = column == m_restColumn;
        horizontalHeader()->setSectionResizeMode(column, rest ? QHeaderView::Fixed : QHeaderView::Interactive);
        if (!rest)
            setColumnWidth(column, m_theme.width(widths.at(column)));
    }
    giveRest();
}

int Table::titleWidth(int column) const
{
    return static_cast<const TableHeader *>(horizontalHeader())->titleWidth(column);
}

/** As a stretched section would, but never less than can be read. */
void Table::giveRest()
{
    if (m_restColumn < 0 || isColumnHidden(m_restColumn))
        return;
    const int others = horizontalHeader()->length() - columnWidth(m_restColumn);
    const int width = std::max(viewport()->width() - others, m_theme.width(kLeastRest));
    if (width != columnWidth(m_restColumn))
        setColumnWidth(m_restColumn, width);
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    giveRest();
}

void Table::applyTheme()
{
    setFont(m_theme.font(TextStyle::Body));
    verticalHeader()->setMinimumSectionSize(m_theme.rowHeight());
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    horizontalHeader()->setFixedHeight(m_theme.height(32, TextStyle::Caption));
    viewport()->update();
}

void Table::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void Table::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
    viewport()->update();
}

void Table::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void Table::keyPressEvent(QKeyEvent *event)
{
    m_byKeyboard = true;
    updateRow(currentIndex().row());
    QTableView::keyPressEvent(event);
    updateRow(currentIndex().row());
}

void Table::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_byKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    QTableView::focusInEvent(event);
    if (m_byKeyboard && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    viewport()->update();
}

void Table::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void Table::setHoveredRow(int row)
{
    const int before = std::exchange(m_hoveredRow, row);
    if (before == row)
        return;
    updateRow(before);
    updateRow(row);
}

void Table::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

} // namespace tokensmith::ui
