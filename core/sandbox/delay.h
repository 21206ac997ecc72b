// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <chrono>
#include <coroutine>
#include <utility>

namespace tokensmith::sandbox {

/**
 * A pause in a coroutine: `co_await delay.over()`. It lives in the coroutine's frame. Unlike waiting for a timer's
 * signal it can be ended from outside without the event loop, so that nothing is left suspended when the router goes.
 */
class Delay
{
public:
    explicit Delay(std::chrono::milliseconds length)
        : m_length(length)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { end(); });
    }
    Q_DISABLE_COPY_MOVE(Delay)

    /** Goes on at once, before it returns; the delay is usually gone afterwards. */
    void end()
    {
        if (const auto waiting = std::exchange(m_waiting, {}))
            waiting.resume();
    }

    [[nodiscard]] auto over()
    {
        struct Awaiter
        {
            Delay *delay;
            [[nodiscard]] bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> waiting) const { delay->start(waiting); }
            void await_resume() const noexcept {}
        };
        return Awaiter{this};
    }

private:
    void start(std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_timer.start(m_length);
    }

    std::chrono::milliseconds m_length;
    QTimer m_timer;
    std::coroutine_handle<> m_waiting;
};

} // namespace tokensmith::sandbox
