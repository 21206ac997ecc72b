// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tokensmith::tokens {

/**
 * How many calls may bring a secret that is given only once and is not safe yet: while there are any, the program must
 * not end. Must outlive its holds.
 */
class SecretsUnderWay
{
public:
    /** One such call, for as long as it lives. */
    class Hold
    {
    public:
        explicit Hold(SecretsUnderWay &counter)
            : m_counter(counter)
        {
            ++m_counter.m_count;
        }
        ~Hold() { --m_counter.m_count; }
        Q_DISABLE_COPY_MOVE(Hold)

    private:
        SecretsUnderWay &m_counter;
    };

    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace tokensmith::tokens
