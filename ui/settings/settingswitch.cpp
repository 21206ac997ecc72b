// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingswitch.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr QSizeF kTrack{36, 20};
constexpr double kKnob = 16;

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
    return kTrack.toSize();
}

void SettingSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(QPointF(0, 0), kTrack);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(trackColour(*this)));
    painter.drawRoundedRect(track, kTrack.height() / 2, kTrack.height() / 2);
    const bool atRight = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const double margin = (kTrack.height() - kKnob) / 2;
    const double left = atRight ? track.right() - margin - kKnob : track.left() + margin;
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::OnFill : Colour::Surface));
    painter.drawEllipse(QRectF(left, track.top() + margin, kKnob, kKnob));
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_theme.colour(Colour::Text), 2)); // as around other filled controls
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), kTrack.height() / 2 - 1, kTrack.height() / 2 - 1);
}

} // namespace tokensmith::ui
