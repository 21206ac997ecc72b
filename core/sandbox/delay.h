// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tokensmith::sandbox {

/** A pause that a coroutine waits on: `co_await qCoro(&delay, &Delay::over)`. */
class Delay final : public QObject
{
    Q_OBJECT

public:
    explicit Delay(std::chrono::milliseconds length)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Delay::over);
        m_timer.start(length);
    }
    void end() { Q_EMIT over(); }

Q_SIGNALS:
    void over();

private:
    QTimer m_timer;
};

} // namespace tokensmith::sandbox
