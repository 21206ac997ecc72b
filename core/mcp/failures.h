// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/mcp/context.h"
#include "core/mcp/jsonrpc.h"

namespace tokensmith::mcp {

/** -32602 with a sentence. */
[[nodiscard]] tl::unexpected<RpcError> invalidParams(const QString &message);

/**
 * A failure where there is no result that could hold it (resources, prompts): InvalidParams for what the client got
 * wrong, else InternalError, with the message and what programs are told of it.
 */
[[nodiscard]] RpcError rpcErrorFor(const base::Error &error);

/** One line of log per call: what, who, how it ended, correlation id; never arguments or results. */
void logCall(const QString &what, const CallContext &context, QLatin1StringView outcome);

} // namespace tokensmith::mcp
