// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/cloudflare/apiclient.h"

#include <optional>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;

/** What verifying someone's token found. */
struct VerifyOutcome
{
    bool valid = false;
    QString statusText = {}; ///< Cloudflare's word; empty where it does not know the token
    std::optional<QDateTime> expiresOn = {};
    QString reason = {}; ///< why not valid, and what can be done
};

/**
 * Verifies any token on the path of its kind: a `cfut_` value at the user's, a `cfat_` value at each account's, others
 * at both; Cloudflare calls a token invalid on the wrong path. Says validity, not rights. Must outlive its tasks.
 */
class TokenVerifier
{
public:
    TokenVerifier(cloudflare::ApiClient &api, Accounts &accounts, ConnectionService &connection,
                  const base::Clock &clock);

    /**
     * A token that is not valid, or that Cloudflare does not take from here, is an outcome, not an error; errors are
     * faults on the way. `accountId` may be empty: every account in play is tried.
     */
    [[nodiscard]] base::Async<VerifyOutcome> verify(base::Secret token, QString accountId,
                                                    base::CancelToken cancel = {});

private:
    [[nodiscard]] base::Async<VerifyOutcome> verifyAtAccounts(base::Secret token, QString accountId,
                                                              VerifyOutcome refused, base::CancelToken cancel);
    [[nodiscard]] VerifyOutcome outcomeOf(const cloudflare::Verification &answer) const;

    cloudflare::ApiClient &m_api;
    Accounts &m_accounts;
    ConnectionService &m_connection;
    const base::Clock &m_clock;
};

} // namespace tokensmith::tokens
