// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/bind.h"

#include <QWidget>

namespace tokensmith::ui {

void useFont(QWidget *widget, const Theme &theme, TextStyle style)
{
    const auto set = [widget, &theme, style] { widget->setFont(theme.font(style)); };
    set();
    QObject::connect(&theme, &Theme::changed, widget, set);
}

void useSurfaceGround(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Base);
    widget->setAutoFillBackground(true);
}

void useWindowGround(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Window);
    widget->setAutoFillBackground(true);
}

QWidget *makeDivider(Qt::Orientation orientation, QWidget *parent)
{
    auto *divider = new QWidget(parent);
    divider->setBackgroundRole(QPalette::Mid);
    divider->setAutoFillBackground(true);
    if (orientation == Qt::Horizontal)
        divider->setFixedHeight(1);
    else
        divider->setFixedWidth(1);
    return divider;
}

} // namespace tokensmith::ui
