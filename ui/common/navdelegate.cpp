// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navdelegate.h"

#include "ui/common/badge.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr int kIconSize = 20;
constexpr int kInset = 10;
constexpr int kGap = 2;      ///< below an item
constexpr int kNarrow = 100; ///< below this width there is room for the icon only

} // namespace

NavDelegate::NavDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {40, m_theme.height(36) + kGap};
}

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem item = option;
    item.rect.adjust(0, 0, 0, -kGap);
    paintGround(*painter, item);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool narrow = item.rect.width() < m_theme.width(kNarrow);
    const QRect inside = narrow ? item.rect : item.rect.adjusted(kInset, 0, -kInset, 0);
    const int side = m_theme.iconSize(kIconSize);
    const QRect icon = QStyle::alignedRect(
        item.direction, (narrow ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, {side, side}, inside);
    painter->drawPixmap(icon.topLeft(), m_theme.pixmap(index.data(NavIconRole).toString(), side,
                                                       selected ? Colour::Accent : Colour::Text2,
                                                       painter->device()->devicePixelRatio()));
    if (!narrow) {
        const int taken = side + kInset;
        const QRect rest =
            item.direction == Qt::LeftToRight ? inside.adjusted(taken, 0, 0, 0) : inside.adjusted(0, 0, -taken, 0);
        const QRect label = paintCounts(*painter, rest, item, index);
        QFont font = m_theme.font(TextStyle::Body);
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(m_theme.colour(selected ? Colour::Text : Colour::Text2));
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(label, int(QStyle::visualAlignment(item.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, label.width()));
    }
    painter->restore();
}

void NavDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(selected ? Colour::Selected : Colour::Hover));
        painter.drawRoundedRect(option.rect, 6, 6);
    }
    const bool keyboard = option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (option.state.testFlag(QStyle::State_HasFocus) && keyboard) {
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 5, 5);
    }
}

QRect NavDelegate::paintCounts(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    int taken = 0;
    const auto place = [&](int width) {
        const QRect right(room.right() + 1 - taken - width, room.top(), width, room.height());
        taken += width + space::kSmall;
        return option.direction == Qt::LeftToRight ? right : QStyle::visualRect(option.direction, room, right);
    };
    if (const int attention = index.data(NavAttentionRole).toInt(); attention > 0) {
        const Badge badge{.text = QString::number(attention), .tone = Tone::Danger};
        const QRect box = place(badgeSize(m_theme, badge).width());
        paintBadge(painter, m_theme, box, badge);
    }
    if (const QString count = index.data(NavCountRole).toString(); !count.isEmpty()) {
        painter.setFont(m_theme.font(selected ? TextStyle::SmallStrong : TextStyle::Small));
        painter.setPen(m_theme.colour(selected ? Colour::Text2 : Colour::Text3));
        painter.drawText(place(painter.fontMetrics().horizontalAdvance(count) + 1), Qt::AlignCenter, count);
    }
    return option.direction == Qt::LeftToRight ? room.adjusted(0, 0, -taken, 0) : room.adjusted(taken, 0, 0, 0);
}

} // namespace tokensmith::ui
