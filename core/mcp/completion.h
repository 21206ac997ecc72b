// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/features.h"
#include "core/mcp/inputrounds.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/** True where some argument of a prompt or variable of a resource template can be completed. */
[[nodiscard]] bool hasCompletions(const Features &features);

/**
 * `completion/complete`: {completion: {values, total, hasMore}}, at most 100 values. `features` outlives the call.
 * What has no completer, and what its completer fails at (which is logged), gets no values. Errors: InvalidParams for
 * malformed parameters and for prompts, templates and arguments there are not.
 */
[[nodiscard]] QCoro::Task<MethodAnswer> complete(const Features *features, QJsonObject params, CallContext context);

} // namespace tokensmith::mcp
