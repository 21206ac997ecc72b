// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/**
 * `list_tokens`: {tokens, total, returned, unread, withheld?, more?}. Tokens have Cloudflare's own members and `owner`
 * {type, accountId}; never a secret. `unread` names owners whose list could not be read, so that their silence is not
 * taken for none; `more` says how to get what `limit` cut off.
 */
[[nodiscard]] Tool listTokensTool(tokens::TokenService &tokens);

/** `get_token`: one token as above, and `access`: what it may do in plain words. */
[[nodiscard]] Tool getTokenTool(tokens::TokenService &tokens);

} // namespace tokensmith::mcp
