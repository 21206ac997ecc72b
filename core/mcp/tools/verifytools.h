// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/** `verify_token`: {valid: true, status, expiresOn} or {valid: false, error}. The value is neither kept nor repeated.
 */
[[nodiscard]] Tool verifyTokenTool(tokens::TokenService &tokens);

} // namespace tokensmith::mcp
