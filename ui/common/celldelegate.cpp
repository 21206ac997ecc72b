// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/celldelegate.h"

#include "ui/common/table.h"
#include "ui/common/tooltip.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr int kPadding = 8;
constexpr int kIconSize = 16;
constexpr int kAccentBar = 3;
constexpr int kSkeleton = 10; ///< height of the grey bars

CellLook lookOf(const QModelIndex &index)
{
    return index.data(CellLookRole).value<CellLook>();
}

int textInset(const Theme &theme, const CellLook &look)
{
    return look.icon.isEmpty() ? 0 : theme.iconSize(kIconSize) + look.iconGap;
}

/** Widths that look like words and stay the same for a row: no two neighbours are equal. */
double skeletonShare(const QModelIndex &index)
{
    return 0.45 + ((index.row() * 37 + index.column() * 53) % 46) / 100.0;
}

} // namespace

/** Where in the table a cell lies and what its row is. */
struct CellDelegate::Place
{
    CellEdge edge = CellEdge::Inner;
    bool last = false;
    bool hovered = false;
    bool keyboard = false;
};

QRect cellRoom(const QRect &cell, Qt::LayoutDirection direction, CellEdge edge)
{
    const QRect room = cell.adjusted(edge == CellEdge::First ? space::kPage : kPadding, 0, -kPadding, 0);
    return QStyle::visualRect(direction, cell, room);
}

CellDelegate::CellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const CellLook look = lookOf(index);
    const QFontMetrics metrics(m_theme.font(look.style));
    const int text = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {text + textInset(m_theme, look) + kPadding + space::kPage, m_theme.rowHeight()};
}

CellDelegate::Place CellDelegate::placeOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    Place place;
    const auto *table = qobject_cast<const Table *>(option.widget);
    if (!table)
        return place;
    const QHeaderView *header = table->horizontalHeader();
    const int visual = header->visualIndex(index.column());
    place.edge = visual == 0 ? CellEdge::First : CellEdge::Inner;
    place.last = visual == header->count() - 1;
    place.hovered = table->hoveredRow() == index.row();
    place.keyboard = table->showsKeyboardFrame() && table->currentIndex().row() == index.row();
    return place;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Place place = placeOf(option, index);
    paintGround(*painter, option, place);
    const QRect room = cellRoom(option.rect, option.direction, place.edge);
    if (index.data(CellPlaceholderRole).toBool())
        paintSkeleton(*painter, room, index, place.edge);
    else
        paintContent(*painter, room, option, index);
    if (place.keyboard)
        paintKeyboardFrame(*painter, option.rect, place);
    painter->restore();
}

void CellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Place &place) const
{
    const QRect &cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Colour ground = selected ? Colour::Selected : place.hovered ? Colour::Hover : Colour::Surface;
    painter.fillRect(cell, m_theme.colour(ground));
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), m_theme.colour(Colour::Line));
    if (selected && place.edge == CellEdge::First) {
        const QRect bar(cell.left(), cell.top(), kAccentBar, cell.height());
        painter.fillRect(QStyle::visualRect(option.direction, cell, bar), m_theme.colour(Colour::Accent));
    }
}

void CellDelegate::paintContent(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const CellLook look = lookOf(index);
    if (!look.icon.isEmpty()) {
        const int side = m_theme.iconSize(kIconSize);
        const QRect icon = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, room);
        painter.drawPixmap(icon.topLeft(),
                           m_theme.pixmap(look.icon, side, look.iconColour, painter.device()->devicePixelRatio()));
    }
    const QRect text = QStyle::visualRect(option.direction, room, room.adjusted(textInset(m_theme, look), 0, 0, 0));
    painter.setFont(m_theme.font(look.style));
    painter.setPen(m_theme.colour(look.textColour));
    const QString shown =
        painter.fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), look.elide, text.width());
    painter.drawText(text, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), shown);
}

void CellDelegate::paintSkeleton(QPainter &painter, const QRect &room, const QModelIndex &index, CellEdge edge) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Sunken));
    const int middle = room.center().y();
    int left = room.left();
    if (edge == CellEdge::First) {
        const int side = m_theme.iconSize(kIconSize);
        painter.drawEllipse(QRect(left, middle - side / 2 + 1, side, side));
        left += side + space::kSmall;
    }
    const int width = int((room.right() - left) * skeletonShare(index));
    painter.drawRoundedRect(QRect(left, middle - kSkeleton / 2 + 1, width, kSkeleton), kSkeleton / 2.0,
                            kSkeleton / 2.0);
}

void CellDelegate::paintKeyboardFrame(QPainter &painter, const QRect &cell, const Place &place) const
{
    constexpr int kFrame = 2;
    const QColor accent = m_theme.colour(Colour::Accent);
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), kFrame), accent);
    painter.fillRect(QRect(cell.left(), cell.bottom() + 1 - kFrame, cell.width(), kFrame), accent);
    const bool leftToRight = painter.layoutDirection() != Qt::RightToLeft;
    const bool atLeft = leftToRight ? place.edge == CellEdge::First : place.last;
    const bool atRight = leftToRight ? place.last : place.edge == CellEdge::First;
    if (atLeft)
        painter.fillRect(QRect(cell.left(), cell.top(), kFrame, cell.height()), accent);
    if (atRight)
        painter.fillRect(QRect(cell.right() + 1 - kFrame, cell.top(), kFrame, cell.height()), accent);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const CellLook look = lookOf(index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect room = cellRoom(view->visualRect(index), view->layoutDirection(), placeOf(option, index).edge);
    const bool elided =
        QFontMetrics(m_theme.font(look.style)).horizontalAdvance(text) > room.width() - textInset(m_theme, look);
    QString tip = index.data(Qt::ToolTipRole).toString();
    if (tip.isEmpty() && elided)
        tip = text;
    showPlainToolTip(event->globalPos(), tip, view);
    return true;
}

} // namespace tokensmith::ui
