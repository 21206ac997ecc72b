// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <coroutine>
#include <utility>
#include <vector>

namespace tokensmith::test {

/** Holds coroutines until the test lets them go on: `co_await gate.opened();` */
class Gate
{
public:
    class Awaiter
    {
    public:
        explicit Awaiter(Gate &gate)
            : m_gate(gate)
        {
        }
        [[nodiscard]] bool await_ready() const { return m_gate.m_open; }
        void await_suspend(std::coroutine_handle<> waiting) { m_gate.m_waiting.push_back(waiting); }
        void await_resume() const {}

    private:
        Gate &m_gate;
    };

    [[nodiscard]] Awaiter opened() { return Awaiter(*this); }
    [[nodiscard]] qsizetype waitingCount() const { return static_cast<qsizetype>(m_waiting.size()); }

    /** Lets everyone through, now and from now on. */
    void open()
    {
        m_open = true;
        for (const std::coroutine_handle<> waiting : std::exchange(m_waiting, {}))
            waiting.resume();
    }

    /** Lets the one through that has waited longest. */
    void openForOne()
    {
        const std::coroutine_handle<> first = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        first.resume();
    }

private:
    std::vector<std::coroutine_handle<>> m_waiting;
    bool m_open = false;
};

} // namespace tokensmith::test
