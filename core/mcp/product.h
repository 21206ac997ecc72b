// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/features.h"
#include "core/mcp/tools/alltools.h"

namespace tokensmith::mcp {

/** All this server offers: its tools, resources and prompts. Errors: Internal for a defect in one of them. */
[[nodiscard]] base::Result<Features> productFeatures(const ToolServices &services, CallGuard guard = {});

} // namespace tokensmith::mcp
