// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingnumber.h"

#include "ui/common/bind.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kStepper = 24;
constexpr int kChevron = 12;

} // namespace

SettingNumber::SettingNumber(const Theme &theme, const QString &objectName, QWidget *parent)
    : QSpinBox(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setKeyboardTracking(false); // a half-typed number is no choice yet
    setAlignment(Qt::AlignLeft);
    useFont(this, theme, TextStyle::Body);
}

QRect SettingNumber::stepperRoom() const
{
    const QRect right(width() - kStepper - 2, 2, kStepper, height() - 4);
    return QStyle::visualRect(layoutDirection(), rect(), right);
}

void SettingNumber::resizeEvent(QResizeEvent *event)
{
    QSpinBox::resizeEvent(event);
    const QRect room = stepperRoom();
    QRect text = lineEdit()->geometry();
    if (layoutDirection() == Qt::LeftToRight)
        text.setRight(room.left());
    else
        text.setLeft(room.right());
    lineEdit()->setGeometry(text);
}

void SettingNumber::paintEvent(QPaintEvent *event)
{
    QSpinBox::paintEvent(event);
    QPainter painter(this);
    const QRect room = stepperRoom();
    const int left = room.center().x() - kChevron / 2;
    const qreal ratio = devicePixelRatioF();
    const Colour up = isEnabled() && value() < maximum() ? Colour::Text2 : Colour::Text3;
    const Colour down = isEnabled() && value() > minimum() ? Colour::Text2 : Colour::Text3;
    painter.drawPixmap(left, room.center().y() - kChevron + 1, m_theme.pixmap(u"up"_s, kChevron, up, ratio));
    painter.drawPixmap(left, room.center().y() + 1, m_theme.pixmap(u"down"_s, kChevron, down, ratio));
}

void SettingNumber::mousePressEvent(QMouseEvent *event)
{
    const QRect room = stepperRoom();
    if (event->button() != Qt::LeftButton || !room.contains(event->pos())) {
        QSpinBox::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    stepBy(event->pos().y() < room.center().y() ? 1 : -1);
}

} // namespace tokensmith::ui
