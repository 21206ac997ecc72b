// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cloudflare/httptransport.h"

#include <QDateTime>

#include <map>
#include <vector>

namespace tokensmith::cloudflare {

/** How urgent a call is: what a person or a client waits for goes before what we do by ourselves. */
enum class Priority { Interactive, Background };

/**
 * What Cloudflare still lets one token ask, as its answers say (1,200 requests in five minutes; beyond it everything is
 * blocked). Background work leaves a twentieth of every window, 60 calls at most, for what a person clicks.
 */
class RequestBudget
{
public:
    explicit RequestBudget(const base::Clock &clock);

    /**
     * Reads every window of `Ratelimit: "default";r=50;t=30, …` with its quota from `Ratelimit-Policy:
     * "default";q=1200;w=300, …`, the older x-ratelimit-limit / -remaining / -reset, and the Retry-After of a 429.
     */
    void note(const HttpAnswer &answer);

    /** Forgets everything: the answers to come are about another token. */
    void reset() { m_windows.clear(); }

    /** True if a call of that priority may go out now. */
    [[nodiscard]] bool allows(Priority priority) const;

    /** Seconds until background work may go on; at least 1. */
    [[nodiscard]] std::chrono::seconds untilReset() const;

    [[nodiscard]] int remaining() const; ///< in the scarcest window; -1: not known

    static constexpr int kUsualQuota = 1200; ///< where no policy is named
    static constexpr int kMostReserve = 60;

private:
    struct Window
    {
        int remaining = 0;
        QDateTime resetsAt = {};
        int quota = kUsualQuota;

        [[nodiscard]] bool isExhausted() const;
    };

    [[nodiscard]] std::vector<Window> open() const;

    const base::Clock &m_clock;
    std::map<QString, Window> m_windows; // by name
};

} // namespace tokensmith::cloudflare
