// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <deque>

namespace tokensmith::clients {

/** What the limiter says of one call. */
struct CallAllowance
{
    enum class Verdict {
        Granted, ///< counted
        Refused, ///< not counted
    };
    Verdict verdict = Verdict::Granted;
    int remaining = 0;                  ///< calls left after this one
    QDateTime resetsAt = {};            ///< when the oldest counted call leaves the window
    std::chrono::seconds retryAfter{0}; ///< of a refusal: how long to wait, rounded up; at least 1
};

/**
 * How many calls that change something each client key may make in any 60 seconds. A sliding window per key, in memory;
 * keys don't touch each other. A clock that is set back never locks a key out for longer than a minute.
 */
class CallLimiter
{
public:
    /** `perMinute` is at least 1; `clock` outlives this. */
    CallLimiter(const base::Clock &clock, int perMinute);

    /** Counts a call of that key, or refuses it. */
    [[nodiscard]] CallAllowance take(const QString &client);

    [[nodiscard]] int perMinute() const { return m_perMinute; }

    /** From now on; at least 1. Calls counted already still count. */
    void setPerMinute(int perMinute) { m_perMinute = perMinute; }

    static constexpr std::chrono::milliseconds kWindow{60'000};
    static constexpr int kDefaultPerMinute = 10;

private:
    const base::Clock &m_clock;
    int m_perMinute;
    QHash<QString, std::deque<QDateTime>> m_taken; // oldest first
};

/** Seconds since 1970, rounded up: what X-RateLimit-Reset carries. */
[[nodiscard]] qint64 unixSecondsUp(const QDateTime &time);

} // namespace tokensmith::clients
