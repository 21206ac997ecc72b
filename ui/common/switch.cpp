// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/switch.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr QSize kTrack(36, 20);
constexpr int kKnob = 16;
constexpr int kRing = 3; ///< room for the focus ring around the track

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
    return kTrack.grownBy({kRing, kRing, kRing, kRing});
}

bool Switch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(QPointF((width() - kTrack.width()) / 2.0, (height() - kTrack.height()) / 2.0), kTrack);
    const Colour ground = !isEnabled() ? Colour::Border : isChecked() ? Colour::AccentFill : Colour::SwitchOff;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ground));
    painter.drawRoundedRect(track, kTrack.height() / 2.0, kTrack.height() / 2.0);
    const bool atRight = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const double gap = (kTrack.height() - kKnob) / 2.0;
    const double x = atRight ? track.right() - gap - kKnob : track.left() + gap;
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::OnFill : Colour::Surface));
    painter.drawEllipse(QRectF(x, track.top() + gap, kKnob, kKnob));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        const QRectF ring = track.adjusted(-2, -2, 2, 2);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
}

} // namespace tokensmith::ui
