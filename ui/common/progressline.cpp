// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/progressline.h"

#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace tokensmith::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto kFrame = 33ms;
constexpr int kFrames = 45; ///< of one run from side to side
constexpr double kPiece = 0.3;

} // namespace

ProgressLine::ProgressLine(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_timer(new QTimer(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("Progress"));
    setFixedHeight(2);
    m_timer->setInterval(kFrame);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 1) % kFrames;
        update();
    });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setIdle()
{
    setState(State::Idle, {});
}

void ProgressLine::setProgress(int done, int total)
{
    m_fraction = total > 0 ? std::clamp(double(done) / total, 0.0, 1.0) : 0.0;
    setState(State::Known, tr("%1 of %2").arg(done).arg(total));
}

void ProgressLine::setBusy()
{
    setState(State::Busy, tr("Working"));
}

void ProgressLine::setMotion(Motion motion)
{
    m_motion = motion;
    updateTimer();
}

void ProgressLine::setState(State state, const QString &description)
{
    m_state = state;
    setAccessibleDescription(description);
    updateTimer();
    update();
}

void ProgressLine::showEvent(QShowEvent *)
{
    updateTimer();
}

void ProgressLine::hideEvent(QHideEvent *)
{
    updateTimer();
}

void ProgressLine::updateTimer()
{
    if (m_state == State::Busy && m_motion == Motion::Allowed && isVisible())
        m_timer->start();
    else
        m_timer->stop();
}

QRectF ProgressLine::filled() const
{
    if (m_state == State::Known)
        return {0, 0, width() * m_fraction, qreal(height())};
    if (m_motion == Motion::Reduced)
        return {0, 0, width() * 0.5, qreal(height())};
    const double start = (1 + kPiece) * m_phase / kFrames - kPiece;
    return {width() * start, 0, width() * kPiece, qreal(height())};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (m_state == State::Idle)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Sunken));
    QRectF done = filled();
    if (layoutDirection() == Qt::RightToLeft)
        done.moveRight(width() - done.left());
    painter.fillRect(done, m_theme.colour(Colour::AccentFill));
}

} // namespace tokensmith::ui
