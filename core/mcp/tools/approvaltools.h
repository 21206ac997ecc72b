// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::mcp {

class AskedCalls;

/** get_approval: what became of a call that waits for a person. `asked` outlives it. */
[[nodiscard]] Tool getApprovalTool(AskedCalls &asked);

/** A tool whose answer may be a handle instead: its output schema allows {approval} in place of the rest. */
[[nodiscard]] Tool withPending(Tool tool);

} // namespace tokensmith::mcp
