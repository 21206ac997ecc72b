// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolcaller.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "core/mcp/toolresult.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

/** What was asked for, well-formed. */
struct Request
{
    const ToolRegistry::Entry *entry;
    QJsonObject arguments;
};

tl::unexpected<RpcError> invalidParams(const QString &message)
{
    return tl::unexpected(RpcError{.code = RpcCode::InvalidParams, .message = message});
}

tl::expected<Request, RpcError> readRequest(const ToolRegistry &tools, const QJsonValue &params)
{
    const QJsonValue name = params.toObject().value("name"_L1);
    if (name.isUndefined())
        return invalidParams(u"Missing tool name"_s);
    if (!name.isString())
        return invalidParams(u"The tool name has to be a string"_s);
    const ToolRegistry::Entry *entry = tools.find(name.toString());
    if (!entry)
        return invalidParams(u"Unknown tool: "_s + base::plainLine(name.toString(), 128));
    const QJsonValue arguments = params.toObject().value("arguments"_L1);
    if (!arguments.isUndefined() && !arguments.isObject())
        return invalidParams(u"The arguments of a tool have to be an object"_s);
    return Request{.entry = entry, .arguments = arguments.toObject()};
}

void logOutcome(const Tool &tool, const ToolContext &context, QLatin1StringView outcome)
{
    const QString client = base::plainLine(context.client.name, 64);
    qCInfo(base::logMcp).noquote() << u"%1 by %2: %3 [%4]"_s.arg(tool.name, client, outcome,
                                                                 QString::fromUtf8(context.correlationId));
}

base::Error badArguments(const Tool &tool, base::Error error)
{
    error.message = u"Invalid arguments for %1: %2"_s.arg(tool.name, error.message);
    return error;
}

} // namespace

ToolCaller::ToolCaller(const ToolRegistry &tools, CallGuard guard)
    : m_tools(tools)
    , m_guard(std::move(guard))
{
}

QCoro::Task<tl::expected<QJsonObject, RpcError>> ToolCaller::call(QJsonValue params, ToolContext context) const
{
    const tl::expected<Request, RpcError> request = readRequest(m_tools, params);
    if (!request)
        co_return tl::unexpected(request.error());
    const Tool &tool = request->entry->tool;

    const base::Result<base::Done> checked = request->entry->input.validate(request->arguments);
    if (!checked) {
        logOutcome(tool, context, "refused arguments"_L1);
        co_return errorResult(badArguments(tool, checked.error()), context.correlationId);
    }
    const std::optional<RpcError> tooMany = checkRate(m_guard, tool, context, request->arguments);
    if (tooMany) {
        logOutcome(tool, context, "refused: too many calls"_L1);
        co_return tl::unexpected(*tooMany);
    }
    try {
        const base::Result<QJsonObject> result = co_await tool.handler(context, request->arguments);
        logOutcome(tool, context, result ? "done"_L1 : base::codeName(result.error().code));
        if (result)
            co_return successResult(*result);
        const RefusedCall refused{
            .tool = tool.name, .context = context, .arguments = request->arguments, .error = result.error()};
        reportDenial(m_guard, tool, refused);
        co_return errorResult(result.error(), context.correlationId);
    } catch (const std::exception &) {
        // Its text is not for the client, and may quote what must not be logged.
        logOutcome(tool, context, "threw an exception"_L1);
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
