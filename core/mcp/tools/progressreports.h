// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/context.h"
#include "core/tokens/pagesum.h"
#include "core/tokens/tokenrotator.h"

#include <QStringList>

namespace tokensmith::mcp {

/** Tells the client of each page read. Empty where nothing may be sent. */
[[nodiscard]] tokens::PageProgress pageReports(const CallContext &context);

/** Tells the client of each step of a rotation as it begins. Empty where nothing may be sent. */
[[nodiscard]] std::function<void(tokens::RotateStep)> stepReports(const CallContext &context, int steps);

/** A warning in the client's log for each list that could not be read: whose, and why. */
void warnOfUnread(const CallContext &context, const QStringList &lists);

} // namespace tokensmith::mcp
