// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callguard.h"
#include "core/mcp/inputrounds.h"
#include "core/mcp/toolregistry.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * `tools/call` for every era: finds the tool, validates its arguments, runs it and words what comes of it. One line is
 * logged per call: who, which tool, outcome, correlation id; never arguments or results.
 */
class ToolCaller
{
public:
    /** `tools` and what `guard` names outlive this and every running call. */
    explicit ToolCaller(const ToolRegistry &tools, CallGuard guard = {});

    /**
     * The call's result object, or what the tool asks back; bad arguments and refusals of Cloudflare are results with
     * `isError`. RpcErrors: InvalidParams for malformed parameters and unknown tools, Refused with HTTP 429 where the
     * guard says "not now" (asked after the arguments were validated), MissingCapability where the tool says so,
     * InternalError where a handler throws.
     */
    [[nodiscard]] QCoro::Task<MethodAnswer> run(QJsonValue params, CallContext context) const;

private:
    const ToolRegistry &m_tools;
    const CallGuard m_guard;
};

} // namespace tokensmith::mcp
