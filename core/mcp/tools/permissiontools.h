// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/** `list_permission_groups`: {count, groups: [{id, name, description, scopes[], category?}]}, as Cloudflare lists them.
 */
[[nodiscard]] Tool listPermissionGroupsTool(tokens::TokenService &tokens);

} // namespace tokensmith::mcp
