// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/datefield.h"

#include "ui/common/bind.h"

#include <QCalendarWidget>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionComboBox>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;
constexpr int kRoom = 28;

} // namespace

DateField::DateField(const Theme &theme, const QString &objectName, QWidget *parent)
    : QDateEdit(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setCalendarPopup(true);
    setDisplayFormat(tr("d MMM yyyy", "how a day is typed"));
    calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendarWidget()->setAccessibleName(tr("Calendar"));
    useFont(this, theme, TextStyle::Body);
}

void DateField::paintEvent(QPaintEvent *event)
{
    QDateEdit::paintEvent(event);
    QPainter painter(this);
    const QRect room = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(width() - kRoom, 2, -2, -2));
    const QRect icon = QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {kIcon, kIcon}, room);
    painter.drawPixmap(icon.topLeft(), m_theme.pixmap(u"calendar"_s, kIcon, Colour::Text2, devicePixelRatioF()));
}

} // namespace tokensmith::ui
