// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/names.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/policy.h"

#include <vector>

namespace tokensmith::tokens {

class Accounts;
class Zones;

/**
 * ALLOWED_ACCOUNT_IDS against everything a token reaches, whoever owns it: all accounts, all zones, another account, a
 * bucket or zone of another account, and anything of which the account can't be told, no policies at all included, are
 * PermissionDenied with the reason. What acts on the user is fine unless it manages the user's tokens, and policies
 * that deny widen nothing.
 *
 * Without an allow list nothing is asked and everything passes. Zones are looked up in the allowed accounts' lists.
 */
class Reach
{
public:
    Reach(const Accounts &accounts, Zones &zones);

    [[nodiscard]] base::Async<base::Done> check(std::vector<model::Policy> policies,
                                                cloudflare::CallOptions options = {});

    [[nodiscard]] bool isRestricted() const;

    /** Names of the accounts and zones met so far, for plain words; as long as this lives. */
    [[nodiscard]] catalog::Names names() const;

private:
    [[nodiscard]] base::Async<base::Done> checkZones(QStringList zoneIds, cloudflare::CallOptions options);

    const Accounts &m_accounts;
    Zones &m_zones;
};

} // namespace tokensmith::tokens
