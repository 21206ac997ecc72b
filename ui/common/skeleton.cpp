// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/skeleton.h"

#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace tokensmith::ui {

using namespace std::chrono_literals;

namespace {

constexpr int kBar = 10;

} // namespace

Skeleton::Skeleton(const Theme &theme, const QString &objectName, int lines, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(lines)
    , m_patience(new QTimer(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("Loading"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_patience->setSingleShot(true);
    m_patience->setInterval(300ms);
    connect(m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Skeleton::sizeHint() const
{
    return {160, m_lines * m_theme.lineHeight(TextStyle::Body)};
}

void Skeleton::showEvent(QShowEvent *)
{
    m_patience->start();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (m_patience->isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Neutral));
    const int line = height() / std::max(1, m_lines);
    for (int i = 0; i < m_lines; ++i) {
        const double share = 0.5 + ((i * 37) % 46) / 100.0;
        QRectF bar(0, i * line + (line - kBar) / 2.0, width() * share, kBar);
        if (layoutDirection() == Qt::RightToLeft)
            bar.moveRight(width());
        painter.drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
    }
}

} // namespace tokensmith::ui
