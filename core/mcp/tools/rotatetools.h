// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenChanges;
}

namespace tokensmith::mcp {

/**
 * `rotate_token`: {oldToken: {id, name, revoked}, newToken: <as create_token>, verified, keychainItem, warnings}. Once
 * there is a new token the answer is a success that carries its secret, whatever failed later.
 */
[[nodiscard]] Tool rotateTokenTool(tokens::TokenChanges &changes);

} // namespace tokensmith::mcp
