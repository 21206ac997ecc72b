// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingswitch.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr QSizeF kTrack{36, 20};
constexpr double kKnob = 16;
constexpr int kRoom = 3; ///< around the track, for the focus ring

Colour trackColour(const QCheckBox &box)
{
    if (!box.isEnabled())
        return Colour::Border;
    return box.isChecked() ? Colour::AccentFill : Colour::SwitchOff;
}

} // namespace

SettingSwitch::SettingSwitch(const Theme &theme, const QString &objectName, QWidget *parent)
    : QCheckBox(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SettingSwitch::sizeHint() const
{
    return kTrack.toSize() + QSize(2 * kRoom, 2 * kRoom);
}

void SettingSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(QPointF(kRoom, kRoom), kTrack);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), kTrack.height() / 2 + 2, kTrack.height() / 2 + 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(trackColour(*this)));
    painter.drawRoundedRect(track, kTrack.height() / 2, kTrack.height() / 2);
    const bool atRight = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const double margin = (kTrack.height() - kKnob) / 2;
    const double left = atRight ? track.right() - margin - kKnob : track.left() + margin;
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::OnFill : Colour::Surface));
    painter.drawEllipse(QRectF(left, track.top() + margin, kKnob, kKnob));
}

} // namespace tokensmith::ui
