// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/combobox.h"

#include "ui/common/bind.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr int kChevron = 16;
constexpr int kRoom = 24; ///< what the style sheet leaves for it

} // namespace

ComboBox::ComboBox(const Theme &theme, const QString &objectName, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    useFont(this, theme, TextStyle::Body);
}

void ComboBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const QRect room = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(width() - kRoom - 4, 0, -4, 0));
    const int side = std::min(m_theme.iconSize(kChevron), kRoom);
    const QRect chevron = QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {side, side}, room);
    painter.drawPixmap(
        chevron.topLeft(),
        m_theme.pixmap(QStringLiteral("down"), side, isEnabled() ? Colour::Text2 : Colour::Text3, devicePixelRatioF()));
}

} // namespace tokensmith::ui
