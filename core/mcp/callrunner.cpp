// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/callrunner.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

std::shared_ptr<StreamChannel> openChannel(const CallRunner::Request &request, const Call &call)
{
    if (!call.stream)
        return nullptr;
    const QJsonValue token = request.params.value("_meta"_L1).toObject().value("progressToken"_L1);
    return std::make_shared<StreamChannel>(call.stream,
                                           StreamChannel::Wishes{.progressToken = token, .logLevel = request.logLevel});
}

bool isSuccess(const MethodResult &result)
{
    return result && !result->value("isError"_L1).toBool();
}

} // namespace

CallRunner::CallRunner(const Methods &methods, RunningCalls &running)
    : m_methods(methods)
    , m_running(running)
{
}

QCoro::Task<CallRunner::Outcome> CallRunner::run(Request request, Call call) const
{
    const std::unique_ptr<RunningCall> running = m_running.enter(call.client.name, request.id, call.cancel);
    const std::shared_ptr<StreamChannel> channel = openChannel(request, call);
    CallContext context{.client = call.client,
                        .correlationId = call.correlationId,
                        .cancel = running->token(),
                        .rounds = request.rounds,
                        .capabilities = request.capabilities,
                        .channel = channel};
    MethodResult result = co_await m_methods.run(request.method, request.params, context);
    if (channel)
        channel->end();
    if (!running->token().isCancelled() || isSuccess(result))
        co_return Outcome(std::move(result));
    if (channel && channel->hasSent())
        co_return Outcome(std::nullopt);
    const RpcError cancelled{.code = RpcCode::Refused, .message = u"The client cancelled the call"_s};
    co_return Outcome(tl::unexpected(cancelled));
}

} // namespace tokensmith::mcp
