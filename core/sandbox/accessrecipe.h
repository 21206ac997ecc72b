// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/permissiongroups.h"
#include "core/sandbox/worldstate.h"

namespace tokensmith::sandbox {

/**
 * Turns a short text into policies, for the seed.
 *
 * `reach=Group;Group|reach=Group` with reach one of `account`, `accounts` (all), `zones` (all of the account),
 * `zonesN` (N of them), `everywhere` (every zone), `user`; `*` stands for every group of that scope that ends in Write
 * and does not manage tokens. Unknown words are a defect of the seed and assert.
 *
 * `accountId` is the account the reach is taken in.
 */
class AccessRecipes
{
public:
    AccessRecipes(const PermissionGroupTable &groups, const WorldState &state);

    [[nodiscard]] QList<Policy> policies(const QString &recipe, const QString &accountId);

private:
    [[nodiscard]] Policy policy(QStringView part, const QString &accountId) const;

    const PermissionGroupTable &m_groups;
    const WorldState &m_state;
    QHash<QString, QList<Policy>> m_made; // shared by tokens of the same access: a large world stays small
};

} // namespace tokensmith::sandbox
