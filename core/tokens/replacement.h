// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/token.h"

#include <QString>

#include <optional>

namespace tokensmith::tokens {

/** How a token is to be replaced by a new one. */
struct ReplacementWishes
{
    QString newName = {};                  ///< empty: "<old name> (rotated)", cut to 120 characters
    std::optional<QString> expiresIn = {}; ///< see model::expiryAfter; absent: the old token's lifetime again
};

/**
 * The token that is to take another one's place: its policies and IP limits, its start where that is still to come, and
 * a fresh expiry. A token without an expiry stays so unless one is asked for; none ever begins with an expiry in the
 * past. Refused (PermissionDenied): a token that manages tokens, which no token may make. InvalidArgument names
 * "newName" or "expiresIn". ProtocolError: part of the old token can't be read (checkReadable()).
 */
[[nodiscard]] base::Result<model::TokenSpec> replacementFor(const model::Token &old, const ReplacementWishes &wishes,
                                                            const QDateTime &now);

} // namespace tokensmith::tokens
