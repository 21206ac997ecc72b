// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/resource.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/** `tokensmith://tokens`: what list_tokens answers about every owner in reach, up to 1000 tokens. Never a secret. */
[[nodiscard]] Resource tokensResource(tokens::TokenService &tokens);

} // namespace tokensmith::mcp
