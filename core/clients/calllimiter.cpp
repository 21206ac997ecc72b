// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/calllimiter.h"

#include <algorithm>

namespace tokensmith::clients {

namespace {

constexpr qint64 kMillisecondsPerSecond = 1000;

qint64 secondsUp(qint64 milliseconds)
{
    return (milliseconds + kMillisecondsPerSecond - 1) / kMillisecondsPerSecond;
}

} // namespace

CallLimiter::CallLimiter(const base::Clock &clock, int perMinute)
    : m_clock(clock)
    , m_perMinute(std::max(perMinute, 1))
{
}

CallAllowance CallLimiter::take(const QString &client)
{
    const QDateTime now = m_clock.now();
    std::deque<QDateTime> &taken = m_taken[client];
    for (QDateTime &time : taken)
        time = std::min(time, now); // the clock was set back
    while (!taken.empty() && taken.front().msecsTo(now) >= kWindow.count())
        taken.pop_front();

    CallAllowance allowance;
    if (static_cast<int>(taken.size()) < m_perMinute)
        taken.push_back(now);
    else
        allowance.verdict = CallAllowance::Verdict::Refused;
    allowance.remaining = m_perMinute - static_cast<int>(taken.size());
    allowance.resetsAt = taken.front().addMSecs(kWindow.count());
    if (allowance.verdict == CallAllowance::Verdict::Refused)
        allowance.retryAfter = std::chrono::seconds(std::max<qint64>(1, secondsUp(now.msecsTo(allowance.resetsAt))));
    return allowance;
}

qint64 unixSecondsUp(const QDateTime &time)
{
    return secondsUp(time.toMSecsSinceEpoch());
}

} // namespace tokensmith::clients
