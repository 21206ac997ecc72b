// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/meter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace tokensmith::ui {

Meter::Meter(const Theme &theme, const QString &objectName, Thickness thickness, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(thickness == Thickness::Thin ? 4 : 6);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Meter::setFraction(double fraction)
{
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    setAccessibleDescription(QLocale().toString(qRound(m_fraction * 100)) + QLocale().percent());
    update();
}

QSize Meter::sizeHint() const
{
    return {120, height()};
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = height() / 2.0;
    painter.setBrush(m_theme.colour(Colour::Neutral));
    painter.drawRoundedRect(rect(), radius, radius);
    if (m_fraction <= 0)
        return;
    QRectF filled(0, 0, std::max(double(height()), width() * m_fraction), height());
    if (layoutDirection() == Qt::RightToLeft)
        filled.moveRight(width());
    painter.setBrush(m_theme.colour(Colour::AccentFill));
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace tokensmith::ui
