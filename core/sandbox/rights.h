// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/resources.h"
#include "core/sandbox/sandboxworld.h"

namespace tokensmith::sandbox {

/** What an endpoint asks of the token that calls it. */
enum class Right {
    None,     ///< no token at all
    AnyToken, ///< a valid one; the endpoint itself shows only what the token may see
    Verify,   ///< a valid one of this path's kind; IP limits are not looked at
    ReadTokens,
    WriteTokens,
    UserDetails,
    Memberships,
    AnythingInAccount,
    AnythingInZone,
};

/**
 * True where the token's policies grant the group (by its index) on the target: an explicit deny wins, then an explicit
 * allow, otherwise no. A group only acts on the kind of resource it is scoped for.
 */
[[nodiscard]] bool holds(const SandboxWorld &world, const SandboxToken &token, qsizetype group, const Target &target);

/** True where it holds any group of the target's scope there. */
[[nodiscard]] bool holdsAnything(const SandboxWorld &world, const SandboxToken &token, const Target &target);

/** True where it holds at least one of the named groups there. */
[[nodiscard]] bool holdsOneOf(const SandboxWorld &world, const SandboxToken &token,
                              std::initializer_list<QLatin1StringView> names, const Target &target);

/** The refusal a token gets at an endpoint of that account (empty: the user's) or zone, or nothing. */
[[nodiscard]] std::optional<ApiError> denied(const SandboxWorld &world, const SandboxToken &token, Right right,
                                             const QString &accountId, const QString &zoneId);

} // namespace tokensmith::sandbox
