// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/envelope.h"
#include "core/sandbox/sandboxworld.h"

namespace tokensmith::sandbox {

/** Who asks for which policies on whose token. */
struct PolicyRequest
{
    const SandboxToken &creator;  ///< the token that makes the call
    const SandboxToken *existing; ///< the token to be changed; nullptr on create
    QString owner;                ///< account id, or empty: the user
    const QList<Policy> &policies;
};

/**
 * Cloudflare's rules on what a token may be given, in this order:
 * a token can't hand out the two groups that manage tokens (but a change may keep those already there) ·
 * resources are known, exist, and lie in the owner's account (account-owned tokens: no user groups, no wildcard zones
 * or accounts) · every group has a resource of its scope · the user's role in the account allows granting it · an
 * account-owned creator must itself hold a group it grants on one particular zone.
 */
[[nodiscard]] std::optional<ApiError> refusedPolicies(const SandboxWorld &world, const PolicyRequest &request);

} // namespace tokensmith::sandbox
