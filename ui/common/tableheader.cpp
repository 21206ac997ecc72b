// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tableheader.h"

#include "ui/common/celldelegate.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr int kChevron = 12;
constexpr int kChevronGap = 2;

} // namespace

TableHeader::TableHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setHighlightSections(false);
    setMinimumSectionSize(56);
    setTextElideMode(Qt::ElideRight);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.height(32, TextStyle::Caption)};
}

int TableHeader::titleWidth(int logicalIndex) const
{
    constexpr int kSome = 1000;
    const QRect some(0, 0, kSome, 1);
    const CellEdge edge = visualIndex(logicalIndex) == 0 ? CellEdge::First : CellEdge::Inner;
    const int around = kSome - cellRoom(some, Qt::LeftToRight, edge).width();
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    return metrics.horizontalAdvance(title) + 1 + kChevronGap + kChevron + around;
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    // Also where there is no section: ground and line go from edge to edge.
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour(Colour::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colour(Colour::Border));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colour(Colour::Border));
    painter.end();
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, m_theme.colour(Colour::Window));
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.colour(Colour::Border));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.colour(Colour::Border));
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect room = cellRoom(rect, direction, visualIndex(logicalIndex) == 0 ? CellEdge::First : CellEdge::Inner);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const int chevron = sorted ? kChevron + kChevronGap : 0;

    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.colour(sorted ? Colour::Text : Colour::Text2));
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QString shown = painter->fontMetrics().elidedText(title, Qt::ElideRight, room.width() - chevron);
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    painter->drawText(room, int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter), shown);
    if (sorted) {
        const QRect place(room.left() + width + kChevronGap, room.top() + (room.height() - kChevron) / 2, kChevron,
                          kChevron);
        const QString icon = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("up") : QStringLiteral("down");
        painter->drawPixmap(QStyle::visualRect(direction, room, place).topLeft(),
                            m_theme.pixmap(icon, kChevron, Colour::Text2, painter->device()->devicePixelRatio()));
    }
    painter->restore();
}

} // namespace tokensmith::ui
