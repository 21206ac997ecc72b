// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxtypes.h"

#include <chrono>
#include <span>

namespace tokensmith::sandbox {

/** Where a seeded token belongs and whose account its access is about. */
struct SeedOwner
{
    enum class Kind { User, Account };
    Kind kind;
    qsizetype account; ///< index; for a user's token: the account its access is about
};

/** One token of the fresh world, all times relative to its birth. */
struct SeedToken
{
    QLatin1StringView name;
    SeedOwner owner;
    QLatin1StringView access; ///< see AccessRecipes
    std::chrono::minutes issuedAgo;
    std::chrono::minutes usedAgo;   ///< 0: never used
    std::chrono::minutes expiresIn; ///< 0: never; negative: expired that long ago
    std::chrono::minutes startsIn = {};
    TokenState state = TokenState::Active;
    QLatin1StringView addresses = {}; ///< comma-separated CIDRs; one that starts with '!' is a not_in
};

/** The tokens every fresh world begins with, in this order. */
[[nodiscard]] std::span<const SeedToken> seedTokens();

/** What tokens beyond the table may have as access; those of a user's token may also reach all accounts. */
[[nodiscard]] std::span<const QLatin1StringView> commonAccess();

} // namespace tokensmith::sandbox
