// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"

#include <QDateTime>

#include <optional>

namespace tokensmith::tokens {

class ConnectionService;

/**
 * Whether the bootstrap token works, by verifying it. The answer is kept for ten seconds, so that anybody may ask
 * `/health` often without spending Cloudflare's request budget.
 */
class HealthProbe
{
public:
    HealthProbe(cloudflare::ApiClient &api, ConnectionService &connection, const base::Clock &clock);

    /** Done: it works. Otherwise why not. */
    [[nodiscard]] base::Async<base::Done> check();

    static constexpr int kKeptSeconds = 10;

private:
    cloudflare::ApiClient &m_api;
    ConnectionService &m_connection;
    const base::Clock &m_clock;
    std::optional<base::Result<base::Done>> m_last;
    QDateTime m_checkedAt;
};

} // namespace tokensmith::tokens
