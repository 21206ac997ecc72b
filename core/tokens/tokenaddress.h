// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/owner.h"

#include <QString>

#include <optional>

namespace tokensmith::tokens {

/** Which token is meant, in the words of the person or client that asks. */
struct TokenAddress
{
    QString tokenId = {};                        ///< 32 hex
    std::optional<model::Owner::Kind> kind = {}; ///< absent: as the account says, or wherever it is found
    QString accountId = {};                      ///< of an account's token; empty: the only one in play
};

} // namespace tokensmith::tokens
