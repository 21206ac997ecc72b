// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tokensmith::tokens {

/**
 * How many calls must not be cut short: those that bring a secret given only once, until it is safe, and those whose
 * outcome nobody could tell otherwise. While there are any, the program must not end. Must outlive its holds.
 */
class CallsUnderWay
{
public:
    /** One such call, for as long as this lives. */
    class Hold
    {
    public:
        explicit Hold(CallsUnderWay &counter)
            : m_counter(counter)
        {
            ++m_counter.m_count;
        }
        ~Hold() { --m_counter.m_count; }
        Q_DISABLE_COPY_MOVE(Hold)

    private:
        CallsUnderWay &m_counter;
    };

    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace tokensmith::tokens
