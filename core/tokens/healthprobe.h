// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace tokensmith::tokens {

class ConnectionService;

/**
 * Whether the bootstrap token works, by verifying it. The answer is kept for ten seconds and all who ask meanwhile wait
 * for the same one, so that anybody may ask `/health` often without spending Cloudflare's request budget.
 */
class HealthProbe final : public QObject
{
    Q_OBJECT

public:
    HealthProbe(cloudflare::ApiClient &api, ConnectionService &connection, const base::Clock &clock,
                QObject *parent = nullptr);

    /** Done: it works. Otherwise why not. */
    [[nodiscard]] base::Async<base::Done> check();

    /** Ends the question under way; all who wait hear Cancelled, and so does everybody after. */
    void stop() { m_stop.cancel(); }

    static constexpr int kKeptSeconds = 10;

Q_SIGNALS:
    void answered(); ///< an answer came; check() has it

private:
    [[nodiscard]] base::Async<base::Done> ask();
    [[nodiscard]] bool isFresh() const;

    cloudflare::ApiClient &m_api;
    ConnectionService &m_connection;
    const base::Clock &m_clock;
    std::optional<base::Result<base::Done>> m_last;
    QDateTime m_checkedAt;
    int m_credential = 0; ///< ApiClient::credentialNumber() of m_last
    base::CancelSource m_stop;
    bool m_asking = false;
};

} // namespace tokensmith::tokens
