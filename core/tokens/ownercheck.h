// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"

namespace tokensmith::tokens {

class Accounts;
struct Connection;

/**
 * Whether the bootstrap token can manage that owner's tokens and the operator's allow list lets it: PermissionDenied
 * where a token of an account is asked for a user's tokens or another account's, or the account is not allowed. Asks
 * nobody.
 */
[[nodiscard]] base::Result<base::Done> checkOwner(const model::Owner &owner, const Connection &connection,
                                                  const Accounts &accounts);

} // namespace tokensmith::tokens
