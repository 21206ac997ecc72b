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

/** The ids, in their order: the choices of an argument that names a template. */
[[nodiscard]] QStringList templateIds(const catalog::TemplateSet &templates);

/**
 * `list_templates`: {count, templates: [{id, name, description, resourceScope, permissionCount}]}. Asks nobody; the
 * count is null where only Cloudflare's list can tell.
 */
[[nodiscard]] Tool listTemplatesTool(const catalog::TemplateSet &templates);

/**
 * `get_template`: the members above with permissions [{name, scope, patterns: []}], resolvedPermissions [{id, name,
 * scope}] on the live list, optionalPermissions and notes. `patterns` is always empty: nothing is matched by likeness.
 */
[[nodiscard]] Tool getTemplateTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates);

} // namespace tokensmith::mcp
