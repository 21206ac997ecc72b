// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/**
 * `list_tokens`: {tokens, total, unread}. Tokens have Cloudflare's own members and `owner` {type, accountId}; never a
 * secret. `unread` names owners whose list could not be read, so that their silence is not taken for none.
 */
[[nodiscard]] Tool listTokensTool(tokens::TokenService &tokens);

/** `verify_token`: {valid: true, status, expiresOn} or {valid: false, error}. The value is neither kept nor repeated.
 */
[[nodiscard]] Tool verifyTokenTool(tokens::TokenService &tokens);

} // namespace tokensmith::mcp
