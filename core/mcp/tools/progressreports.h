// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/context.h"
#include "core/tokens/pagesum.h"
#include "core/tokens/tokenrotator.h"

namespace tokensmith::mcp {

/** Tells the client of each page read. Empty where nothing may be sent. */
[[nodiscard]] tokens::PageProgress pageReports(const CallContext &context);

/** Tells the client of each step of a rotation as it begins. Empty where nothing may be sent. */
[[nodiscard]] std::function<void(tokens::RotateStep)> stepReports(const CallContext &context, int steps);

} // namespace tokensmith::mcp
