// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cloudflare/httptransport.h"

#include <QDateTime>

namespace tokensmith::cloudflare {

/** How urgent a call is: what a person or a client waits for goes before what we do by ourselves. */
enum class Priority { Interactive, Background };

/**
 * What Cloudflare still lets us ask, as its `Ratelimit` headers say (1,200 requests in five minutes; beyond it
 * everything is blocked). Background work leaves a reserve for what a person clicks.
 */
class RequestBudget
{
public:
    explicit RequestBudget(const base::Clock &clock);

    /** Reads `Ratelimit: "default";r=50;t=30`, or the older x-ratelimit-remaining / -reset. */
    void note(const HttpAnswer &answer);

    /** True if a call of that priority may go out now. */
    [[nodiscard]] bool allows(Priority priority) const;

    /** Seconds until the window starts anew; at least 1. */
    [[nodiscard]] std::chrono::seconds untilReset() const;

    [[nodiscard]] int remaining() const; ///< -1: not known

    static constexpr int kReserve = 60; ///< calls kept for people

private:
    const base::Clock &m_clock;
    int m_remaining = -1;
    QDateTime m_resetsAt;
};

} // namespace tokensmith::cloudflare
