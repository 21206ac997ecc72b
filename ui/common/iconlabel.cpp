// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/iconlabel.h"

#include <QEvent>

namespace tokensmith::ui {

IconLabel::IconLabel(const Theme &theme, int size, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_size(size)
{
    setFixedSize(theme.iconSize(size), theme.iconSize(size));
    connect(&m_theme, &Theme::changed, this, &IconLabel::refresh);
}

void IconLabel::setIcon(const QString &icon, Colour colour)
{
    m_icon = icon;
    m_colour = colour;
    refresh();
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ParentChange) // perhaps onto a screen of another density
        refresh();
}

void IconLabel::refresh()
{
    const int side = m_theme.iconSize(m_size);
    setFixedSize(side, side);
    if (m_icon.isEmpty())
        clear();
    else
        setPixmap(m_theme.pixmap(m_icon, side, m_colour, devicePixelRatioF()));
}

} // namespace tokensmith::ui
