// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/switch.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr QSize kTrack(36, 20);
constexpr int kKnob = 16;
constexpr int kLeastHeight = 24; ///< to be hit

QSize trackSize(const Theme &theme)
{
    return {theme.iconSize(kTrack.width()), theme.iconSize(kTrack.height())};
}

} // namespace

Switch::Switch(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QCheckBox(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    return trackSize(m_theme).expandedTo({0, kLeastHeight}); // no wider: its edge is in line with other controls
}

bool Switch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = trackSize(m_theme);
    const double knob = m_theme.iconSize(kKnob);
    const QRectF track(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    const Colour ground = !isEnabled() ? Colour::Border : isChecked() ? Colour::AccentFill : Colour::SwitchOff;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ground));
    painter.drawRoundedRect(track, size.height() / 2, size.height() / 2);
    const bool atRight = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const double gap = (size.height() - knob) / 2;
    const double x = atRight ? track.right() - gap - knob : track.left() + gap;
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::OnFill : Colour::Surface));
    painter.drawEllipse(QRectF(x, track.top() + gap, knob, knob));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Colour::Text), 2)); // as of a filled button
        const QRectF ring = track.adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
}

} // namespace tokensmith::ui
