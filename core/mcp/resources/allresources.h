// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/resource.h"
#include "core/mcp/tools/alltools.h"

#include <vector>

namespace tokensmith::mcp {

/** Every resource of the server, in the order lists show. Secrets are in none of them. */
[[nodiscard]] std::vector<Resource> allResources(const ToolServices &services);
[[nodiscard]] std::vector<ResourceTemplate> allResourceTemplates(const ToolServices &services);

} // namespace tokensmith::mcp
