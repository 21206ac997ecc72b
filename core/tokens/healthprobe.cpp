// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/healthprobe.h"

#include "core/tokens/connection.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

HealthProbe::HealthProbe(cloudflare::ApiClient &api, ConnectionService &connection, const base::Clock &clock)
    : m_api(api)
    , m_connection(connection)
    , m_clock(clock)
{
}

base::Async<base::Done> HealthProbe::check()
{
    if (m_last && m_checkedAt.addSecs(kKeptSeconds) > m_clock.now())
        co_return std::as_const(*m_last);
    const base::Result<Connection> connection = co_await m_connection.ensure();
    base::Result<base::Done> found = base::Done{};
    if (!connection) {
        found = base::fail(connection.error());
    } else {
        const cloudflare::CallOptions options;
        const base::Result<cloudflare::Verification> answer = co_await m_api.verify(connection->owner, options);
        if (!answer)
            found = base::fail(answer.error());
        else if (answer->status != model::TokenStatus::Active)
            found = base::fail({.code = Error::Code::Unauthenticated,
                                .message = u"The bootstrap token is %1."_s.arg(answer->statusText)});
    }
    m_last = found;
    m_checkedAt = m_clock.now();
    co_return found;
}

} // namespace tokensmith::tokens
