// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::catalog {
class TemplateSet;
}
namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/**
 * `create_token`: {id, name, status, issuedOn, expiresOn, secret, warning, policies: [{effect, permissions,
 * resources}], warnings}. The secret is in the answer and nowhere else.
 */
[[nodiscard]] Tool createTokenTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates);

/**
 * `preview_token`: create_token's arguments, nothing made. {name, owner, notBefore, expiresOn, access, policies,
 * warnings, explanations, request: {method, path, body}}.
 */
[[nodiscard]] Tool previewTokenTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates);

} // namespace tokensmith::mcp
