// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::catalog {
class TemplateSet;
}

namespace tokensmith::mcp {

/** `list_templates`: {count, templates: [{id, name, description, resourceScope, permissionCount}]}. */
[[nodiscard]] Tool listTemplatesTool(const catalog::TemplateSet &templates);

} // namespace tokensmith::mcp
