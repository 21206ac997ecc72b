// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/appicon.h"

#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

// Panels take 16 to 48 pixels, twice that on dense screens; window lists more.
constexpr int kSizes[] = {16, 22, 24, 32, 48, 64, 96, 128};

void paintDot(QPainter &painter, int size, Colour colour)
{
    const double diameter = size * 0.42;
    const double edge = size / 24.0;
    painter.setPen(QPen(Qt::white, size / 16.0));
    painter.setBrush(colourOf(Scheme::Light, colour));
    painter.drawEllipse(QRectF(size - diameter - edge, edge, diameter, diameter));
}

} // namespace

QIcon appIcon(std::optional<Colour> dot)
{
    QSvgRenderer mark(u":/icons/app.svg"_s);
    QIcon icon;
    for (const int size : kSizes) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        mark.render(&painter, QRectF(0, 0, size, size));
        if (dot)
            paintDot(painter, size, *dot);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace tokensmith::ui
