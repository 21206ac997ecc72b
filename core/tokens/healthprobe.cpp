// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/healthprobe.h"

#include "core/tokens/connection.h"

#include <QCoroSignal>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

HealthProbe::HealthProbe(cloudflare::ApiClient &api, ConnectionService &connection, const base::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_connection(connection)
    , m_clock(clock)
{
}

base::Async<base::Done> HealthProbe::check()
{
    if (m_asking)
        co_await qCoro(this, &HealthProbe::answered);
    else if (!isFresh()) {
        m_asking = true;
        base::Result<base::Done> found = co_await ask();
        m_last = std::move(found);
        m_checkedAt = m_clock.now();
        m_asking = false;
        Q_EMIT answered();
    }
    co_return std::as_const(*m_last);
}

base::Async<base::Done> HealthProbe::ask()
{
    const cloudflare::CallOptions options{.cancel = m_stop.token()};
    const base::Result<Connection> connection = co_await m_connection.ensure(options);
    m_credential = m_api.credentialNumber(); // what is asked now is about this one
    if (!connection)
        co_return base::fail(connection.error());
    const base::Result<cloudflare::Verification> answer = co_await m_api.verify(connection->owner, options);
    if (!answer)
        co_return base::fail(answer.error());
    if (answer->status != model::TokenStatus::Active) {
        co_return base::fail(
            {.code = Error::Code::Unauthenticated, .message = u"The bootstrap token is %1."_s.arg(answer->statusText)});
    }
    co_return base::Done{};
}

bool HealthProbe::isFresh() const
{
    return m_last && m_credential == m_api.credentialNumber() && m_checkedAt.addSecs(kKeptSeconds) > m_clock.now();
}

} // namespace tokensmith::tokens
