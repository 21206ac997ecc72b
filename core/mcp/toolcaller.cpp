// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolcaller.h"

#include "core/base/text.h"
#include "core/mcp/failures.h"
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

base::Async<ToolOutcome> outcomeOf(const Tool *tool, CallContext context, QJsonObject arguments)
{
    if (tool->openHandler) {
        base::Result<ToolOutcome> outcome = co_await tool->openHandler(context, arguments);
        co_return outcome;
    }
    const base::Result<QJsonObject> structured = co_await tool->handler(context, arguments);
    if (!structured)
        co_return base::fail(structured.error());
    co_return structuredContent(*structured);
}

MethodAnswer answerFor(const ToolOutcome &outcome)
{
    if (const auto *missing = std::get_if<MissingCapability>(&outcome))
        return tl::unexpected(missingCapabilityError(missing->required));
    if (const auto *questions = std::get_if<InputRequired>(&outcome))
        return *questions;
    return contentResult(std::get<ContentResult>(outcome));
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

QCoro::Task<MethodAnswer> ToolCaller::run(QJsonValue params, CallContext context) const
{
    const tl::expected<Request, RpcError> request = readRequest(m_tools, params);
    if (!request)
        co_return tl::unexpected(request.error());
    const Tool &tool = request->entry->tool;

    const base::Result<base::Done> checked = request->entry->input.validate(request->arguments);
    if (!checked) {
        logCall(tool.name, context, "refused arguments"_L1);
        co_return errorResult(badArguments(tool, checked.error()), context.correlationId);
    }
    const std::optional<base::Error> closed = checkOpen(m_guard, tool, context, request->arguments);
    if (closed) {
        logCall(tool.name, context, "refused: locked"_L1);
        co_return errorResult(*closed, context.correlationId);
    }
    const std::optional<RpcError> tooMany = checkRate(m_guard, tool, context, request->arguments);
    if (tooMany) {
        logCall(tool.name, context, "refused: too many calls"_L1);
        co_return tl::unexpected(*tooMany);
    }
    try {
        const base::Result<ToolOutcome> outcome = co_await outcomeOf(&tool, context, request->arguments);
        logCall(tool.name, context, outcome ? "done"_L1 : base::codeName(outcome.error().code));
        if (outcome)
            co_return answerFor(*outcome);
        const RefusedCall refused{
            .tool = tool.name, .context = context, .arguments = request->arguments, .error = outcome.error()};
        reportDenial(m_guard, tool, refused);
        co_return errorResult(outcome.error(), context.correlationId);
    } catch (const std::exception &) {
        // Its text is not for the client, and may quote what must not be logged.
        logCall(tool.name, context, "threw an exception"_L1);
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
