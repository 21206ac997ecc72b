// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxtypes.h"

#include <QMap>

#include <vector>

namespace tokensmith::sandbox {

/** Everything a world is made of, as a plain value: what the seed makes and the state file holds. */
struct WorldState
{
    quint32 seed = 1;
    quint32 generation = 0; ///< how often it was restored; keeps new ids new
    SandboxUser user = {};
    QList<SandboxAccount> accounts = {};
    QList<SandboxZone> zones = {};
    QString bootstrapId = {};                        ///< the user-owned token that may make others
    QMap<QString, QString> accountBootstrapIds = {}; ///< account id → its own such token
    QMap<QString, qsizetype> quotas = {};  ///< owner (account id, or empty: the user) → most tokens it may have
    std::vector<SandboxToken> tokens = {}; ///< by owner in ascending order of issue
};

/** How large a fresh world is. The same options and the same time make the same world, secrets included. */
struct SeedOptions
{
    int accounts = 3; ///< at least 1
    int tokens = 40;  ///< besides the bootstrap tokens
    quint32 seed = 1;

    /** Cloudflare says "revoked (exposed)" of a leaked token, a word its own schema does not list. */
    enum class LeakedToken { SaidToBeExposed, SaidToBeDisabled };
    LeakedToken leaked = LeakedToken::SaidToBeExposed;
};

} // namespace tokensmith::sandbox
