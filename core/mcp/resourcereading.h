// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/features.h"
#include "core/mcp/inputrounds.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * `resources/read`: {contents}. `features` outlives the call; its guard is told of denials. Errors: InvalidParams for
 * malformed parameters and for what does not exist (`data.uri`; never empty contents), InternalError where reading
 * fails.
 */
[[nodiscard]] QCoro::Task<MethodAnswer> readResource(const Features *features, QJsonObject params, CallContext context);

} // namespace tokensmith::mcp
