// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenChanges;
}

namespace tokensmith::mcp {

/** `roll_token`: {id, name, secret, warning, keychainItem, warnings}. */
[[nodiscard]] Tool rollTokenTool(tokens::TokenChanges &changes);

/** `revoke_token`: {success: true, message, alreadyGone}. */
[[nodiscard]] Tool revokeTokenTool(tokens::TokenChanges &changes);

} // namespace tokensmith::mcp
