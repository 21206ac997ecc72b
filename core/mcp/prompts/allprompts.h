// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/prompt.h"
#include "core/mcp/tools/alltools.h"

#include <vector>

namespace tokensmith::mcp {

/** Every prompt of the server, in the order `prompts/list` shows. */
[[nodiscard]] std::vector<Prompt> allPrompts(const ToolServices &services);

} // namespace tokensmith::mcp
