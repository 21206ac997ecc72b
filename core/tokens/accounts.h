// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/account.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

/**
 * The accounts in play: those Cloudflare lists for the bootstrap token, cut down to the operator's allow list.
 *
 * Cached for five minutes. Where listing is not allowed and the bootstrap token belongs to one account, that account
 * stands alone.
 */
class Accounts
{
public:
    /** `allowed`: account ids (ALLOWED_ACCOUNT_IDS); empty: all. */
    Accounts(cloudflare::ApiClient &api, const base::Clock &clock, QStringList allowed);

    [[nodiscard]] base::Async<std::vector<model::Account>> list(cloudflare::CallOptions options = {});

    /** One account with its settings, if it is allowed. Always asked for. */
    [[nodiscard]] base::Async<model::Account> get(QString accountId, cloudflare::CallOptions options = {});

    /** What the last list() found, without asking again. */
    [[nodiscard]] const std::vector<model::Account> &known() const { return m_accounts; }
    [[nodiscard]] QString nameOf(const QString &accountId) const; ///< or the first digits of the id

    /** Nothing, or PermissionDenied where the operator's allow list leaves the account out. */
    [[nodiscard]] base::Result<base::Done> checkAllowed(const QString &accountId) const;
    [[nodiscard]] bool isRestricted() const { return !m_allowed.isEmpty(); }
    [[nodiscard]] const QStringList &allowed() const { return m_allowed; } ///< empty: all

    /** The account of an account-owned bootstrap token; empty for a user's. Forgets what was cached. */
    void setOwn(const model::Account &account);

private:
    cloudflare::ApiClient &m_api;
    const base::Clock &m_clock;
    QStringList m_allowed;
    model::Account m_own;
    std::vector<model::Account> m_accounts;
    QDateTime m_readAt;
};

} // namespace tokensmith::tokens
