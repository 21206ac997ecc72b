// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/badge.h"

#include <QPainter>
#include <QStyle>

namespace tokensmith::ui {

namespace {

constexpr int kIconSize = 14;
constexpr int kPadding = 7;
constexpr int kRadius = 4;

} // namespace

QSize badgeSize(const Theme &theme, const Badge &badge)
{
    const QFontMetrics metrics(theme.font(TextStyle::Caption));
    const int icon = badge.icon.isEmpty() ? 0 : theme.iconSize(kIconSize) + space::kTiny;
    return {2 * kPadding + icon + metrics.horizontalAdvance(badge.text), std::max(20, metrics.height() + 4)};
}

void paintBadge(QPainter &painter, const Theme &theme, const QRect &room, const Badge &badge)
{
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const QSize size = badgeSize(theme, badge).boundedTo({room.width(), INT_MAX});
    const QRect box = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, room);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(softColour(badge.tone)));
    painter.drawRoundedRect(box, kRadius, kRadius);

    const int side = theme.iconSize(kIconSize);
    QRect inside = box.adjusted(kPadding, 0, -kPadding, 0);
    if (!badge.icon.isEmpty()) {
        const QRect icon = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inside);
        const Colour colour = textColour(badge.tone);
        painter.drawPixmap(icon.topLeft(),
                           theme.pixmap(badge.icon, side, colour, painter.device()->devicePixelRatio()));
        const int taken = side + space::kTiny;
        inside = direction == Qt::LeftToRight ? inside.adjusted(taken, 0, 0, 0) : inside.adjusted(0, 0, -taken, 0);
    }
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.colour(textColour(badge.tone)));
    const QString shown = painter.fontMetrics().elidedText(badge.text, Qt::ElideRight, inside.width() + 1);
    painter.drawText(inside, int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter), shown);
    painter.restore();
}

BadgeLabel::BadgeLabel(const Theme &theme, Badge badge, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setBadge(badge);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BadgeLabel::setBadge(const Badge &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(m_theme, m_badge);
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintBadge(painter, m_theme, rect(), m_badge);
}

} // namespace tokensmith::ui
