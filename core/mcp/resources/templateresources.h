// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/resource.h"

namespace tokensmith::catalog {
class TemplateSet;
}
namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/** `tokensmith://templates`: what list_templates answers. Asks nobody. */
[[nodiscard]] Resource templatesResource(const catalog::TemplateSet &templates);

/** `tokensmith://templates/{id}`: what get_template answers. */
[[nodiscard]] ResourceTemplate templateResource(tokens::TokenService &tokens, const catalog::TemplateSet &templates);

} // namespace tokensmith::mcp
