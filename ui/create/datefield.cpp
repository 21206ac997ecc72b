// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/datefield.h"

#include "ui/common/bind.h"

#include <QCalendarWidget>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionComboBox>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;
constexpr int kRoom = 28;
constexpr int kMargins = 20; ///< border, padding and the cursor's room

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

QSize DateField::sizeHint() const
{
    int widest = 0;
    for (int month = 1; month <= 12; ++month)
        widest =
            std::max(widest, fontMetrics().horizontalAdvance(textFromDateTime(QDate(2028, month, 28).startOfDay())));
    const QSize hint = QDateEdit::sizeHint(); // of the shortest and the longest date, which needn't be the widest
    return {std::max(hint.width(), widest + kRoom + kMargins), hint.height()};
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
