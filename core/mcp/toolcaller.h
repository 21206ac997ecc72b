// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callguard.h"
#include "core/mcp/inputrounds.h"
#include "core/mcp/toolregistry.h"

#include <QCoroTask>

namespace tokensmith::mcp {

class CallNote;

/**
 * `tools/call` for every era: finds the tool, validates its arguments, runs it and words what comes of it. One line is
 * logged per call: who, which tool, outcome, correlation id; never arguments or results; and CallGuard::onEnded is told
 * of it. A call runs as the policy of its key has it: refused, at once, or after a person said yes (AskedCalls).
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
    using Note = std::shared_ptr<CallNote>;

    [[nodiscard]] QCoro::Task<MethodAnswer> runAllowed(const ToolRegistry::Entry *entry, CallContext context,
                                                       QJsonObject arguments, Note note) const;
    [[nodiscard]] QCoro::Task<MethodAnswer> runApproved(const ToolRegistry::Entry *entry, CallContext context,
                                                        QJsonObject arguments, Note note) const;
    [[nodiscard]] QCoro::Task<MethodAnswer> ask(const ToolRegistry::Entry *entry, CallContext context,
                                                QJsonObject arguments, Note note) const;
    [[nodiscard]] QCoro::Task<MethodAnswer> runNoting(const ToolRegistry::Entry *entry, CallContext context,
                                                      QJsonObject arguments, Note note) const;
    [[nodiscard]] std::optional<base::Error> refusalOf(const Tool &tool, const CallContext &context,
                                                       const QJsonObject &arguments) const;

    const ToolRegistry &m_tools;
    const CallGuard m_guard;
};

} // namespace tokensmith::mcp
