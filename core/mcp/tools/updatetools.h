// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenChanges;
}

namespace tokensmith::mcp {

/**
 * `update_token`: {id, name, outcome, changes: [{what, before, after, sentence}], token, warnings}. `outcome` is
 * "unchanged", "preview", "updated", "updated_unlike_asked" or "updated_not_read_back".
 */
[[nodiscard]] Tool updateTokenTool(tokens::TokenChanges &changes);

} // namespace tokensmith::mcp
