// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigationcard.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr double kRadius = 6;

} // namespace

NavigationCard::NavigationCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
}

void NavigationCard::setGround(Colour ground)
{
    m_ground = ground;
    update();
}

void NavigationCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Colour::Border), 1));
    painter.setBrush(m_theme.colour(m_ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace tokensmith::ui
