// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/methods.h"
#include "core/mcp/runningcalls.h"
#include "core/mcp/streamchannel.h"

#include <QCoroTask>

#include <optional>

namespace tokensmith::mcp {

/** Runs a method for either era with what goes on beside it: progress and logging to the client, cancellation. */
class CallRunner
{
public:
    /** What one request asks for. */
    struct Request
    {
        Method method;
        QJsonValue id;
        QJsonObject params;
        std::optional<LogLevel> logLevel = {};
        CallContext::Rounds rounds = CallContext::Rounds::None;
        QJsonObject capabilities = {};
    };

    /** Nothing: the client cancelled, and what it got so far ends without an answer. */
    using Outcome = std::optional<MethodResult>;

    /** Both outlive this and every running call. */
    CallRunner(const Methods &methods, RunningCalls &running);

    /**
     * A call the client cancelled ends with Refused, unless it succeeded all the same (a secret is given only once) or
     * its answer already is a stream, which then just ends.
     */
    [[nodiscard]] QCoro::Task<Outcome> run(Request request, Call call) const;

private:
    const Methods &m_methods;
    RunningCalls &m_running;
};

} // namespace tokensmith::mcp
