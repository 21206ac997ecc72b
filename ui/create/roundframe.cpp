// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/roundframe.h"

#include <QPainterPath>
#include <QVBoxLayout>

namespace tokensmith::ui {

namespace {

constexpr int kRadius = 7; ///< inside a border of 1 px whose own is 8

} // namespace

RoundFrame::RoundFrame(QWidget *content, QWidget *parent)
    : QFrame(parent)
    , m_content(content)
{
    setProperty("frame", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(content);
}

void RoundFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    QPainterPath path;
    path.addRoundedRect(QRectF(rect().adjusted(0, 0, -2, -2)), kRadius, kRadius);
    m_content->setMask(QRegion(path.toFillPolygon().toPolygon()));
}

} // namespace tokensmith::ui
