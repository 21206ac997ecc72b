// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/inputrounds.h"
#include "core/mcp/resourceregistry.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * `resources/read`: {contents}. `resources` outlives the call. Errors: InvalidParams for malformed parameters and for
 * what does not exist (`data.uri`; never empty contents), InternalError where reading fails.
 */
[[nodiscard]] QCoro::Task<MethodAnswer> readResource(const ResourceRegistry *resources, QJsonObject params,
                                                     CallContext context);

} // namespace tokensmith::mcp
