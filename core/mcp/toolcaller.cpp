// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolcaller.h"

#include "core/base/text.h"
#include "core/mcp/askedcalls.h"
#include "core/mcp/callnote.h"
#include "core/mcp/callpolicy.h"
#include "core/mcp/failures.h"
#include "core/mcp/shownarguments.h"
#include "core/mcp/toolresult.h"
#include "core/tokens/allowlist.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using clients::ClientPolicy;
using clients::Permission;
using clients::SecretDelivery;
using Secrets = CallContext::Secrets;

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

/** update_token's dry run changes nothing, so nobody is asked. */
bool isPreview(const QJsonObject &arguments)
{
    return arguments.value("preview"_L1).toBool();
}

clients::ApprovalRequest requestFor(const Tool &tool, const CallContext &context)
{
    return {.client = context.client.name,
            .tool = tool.name,
            .title = tool.title,
            .callClass = tool.toolClass,
            .secret = tool.secret,
            .correlationId = context.correlationId};
}

base::Async<clients::ApprovalEffect> effectOf(const Tool *tool, CallContext context, QJsonObject arguments)
{
    if (!tool->explain)
        co_return clients::ApprovalEffect{.sentences = {{.text = tool->title}},
                                          .details = shownArguments(*tool, arguments)};
    base::Result<clients::ApprovalEffect> effect = co_await tool->explain(context, arguments);
    co_return effect;
}

base::Error unknownCall(const RpcError &error)
{
    return {.code = base::Error::Code::InvalidArgument, .message = shownText(error.message)};
}

/** An account that the operator left out is our refusal, everything else the tool's failure. */
void noteError(CallNote &note, const base::Error &error)
{
    if (error.field == tokens::kAllowListField)
        note.refused(error);
    else
        note.failed(error);
}

/** Clients hold a result without isError against the output schema; one that has no place for it gets an error. */
QJsonObject pendingResult(const Tool &tool, const QString &handle)
{
    const QJsonObject pending{{u"approval"_s, pendingJson(handle)}};
    ContentResult result = structuredContent(pending);
    if (!tool.outputSchema.value("properties"_L1).toObject().contains("approval"_L1)) {
        result.kind = ContentResult::Kind::Error;
        result.structured.reset();
    }
    return contentResult(result);
}

} // namespace

ToolCaller::ToolCaller(const ToolRegistry &tools, CallGuard guard)
    : m_tools(tools)
    , m_guard(std::move(guard))
{
}

std::optional<base::Error> ToolCaller::refusalOf(const Tool &tool, const CallContext &context,
                                                 const QJsonObject &arguments) const
{
    std::optional<base::Error> error = checkOpen(m_guard, tool, context, arguments);
    if (error || tool.approval == Tool::Approval::Never)
        return error;
    error = checkPolicy(policyFor(m_guard, context.client.name), tool, arguments);
    if (error && tool.toolClass != ToolClass::Read && m_guard.onRefused)
        m_guard.onRefused({.tool = tool.name, .context = context, .arguments = arguments, .error = *error});
    return error;
}

QCoro::Task<MethodAnswer> ToolCaller::run(QJsonValue params, CallContext context) const
{
    const tl::expected<Request, RpcError> request = readRequest(m_tools, params);
    if (!request) {
        CallNote(m_guard, nullptr, context, params.toObject()).failed(unknownCall(request.error()));
        co_return tl::unexpected(request.error());
    }
    const ToolRegistry::Entry *entry = request->entry;
    const QJsonObject arguments = request->arguments;
    const Note note = std::make_shared<CallNote>(m_guard, &entry->tool, context, arguments);
    MethodAnswer answer = co_await runNoting(entry, context, arguments, note);
    co_return answer;
}

QCoro::Task<MethodAnswer> ToolCaller::runNoting(const ToolRegistry::Entry *entry, CallContext context,
                                                QJsonObject arguments, Note note) const
{
    const Tool &tool = entry->tool;
    const base::Result<base::Done> checked = entry->input.validate(arguments);
    if (!checked) {
        logCall(tool.name, context, "refused arguments"_L1);
        note->failed(checked.error());
        co_return errorResult(badArguments(tool, checked.error()), context.correlationId);
    }
    const std::optional<base::Error> refused = refusalOf(tool, context, arguments);
    if (refused) {
        logCall(tool.name, context, "refused: locked or not allowed"_L1);
        note->refused(*refused);
        co_return errorResult(*refused, context.correlationId);
    }
    const std::optional<RpcError> tooMany = checkRate(m_guard, tool, context, arguments);
    if (tooMany) {
        logCall(tool.name, context, "refused: too many calls"_L1);
        note->refused({.code = base::Error::Code::RateLimited, .message = tooMany->message});
        co_return tl::unexpected(*tooMany);
    }
    MethodAnswer answer = co_await runAllowed(entry, context, arguments, note);
    co_return answer;
}

QCoro::Task<MethodAnswer> ToolCaller::runAllowed(const ToolRegistry::Entry *entry, CallContext context,
                                                 QJsonObject arguments, Note note) const
{
    const ClientPolicy policy = policyFor(m_guard, context.client.name);
    const bool asks = policy.of(entry->tool.toolClass) == Permission::Ask
                      && entry->tool.approval == Tool::Approval::ByPolicy && !isPreview(arguments);
    context.secrets = policy.secrets == SecretDelivery::Inline ? Secrets::Inline : Secrets::Held;
    MethodAnswer answer;
    if (asks) {
        answer = co_await ask(entry, context, arguments, note);
    } else {
        answer = co_await runApproved(entry, context, arguments, note);
    }
    co_return answer;
}

QCoro::Task<MethodAnswer> ToolCaller::ask(const ToolRegistry::Entry *entry, CallContext context, QJsonObject arguments,
                                          Note note) const
{
    const Tool &tool = entry->tool;
    clients::ApprovalRequest request = requestFor(tool, context);
    const base::Result<clients::ApprovalEffect> effect = co_await effectOf(&tool, context, arguments);
    if (!effect) {
        logCall(tool.name, context, base::codeName(effect.error().code));
        note->failed(effect.error());
        co_return errorResult(effect.error(), context.correlationId);
    }
    request.effect = *effect;
    if (!m_guard.asked) {
        logCall(tool.name, context, "refused: nobody to ask"_L1);
        const clients::ApprovalAnswer nobody{.verdict = clients::ApprovalAnswer::Verdict::Unavailable};
        note->refused(clients::errorFor(nobody, request));
        co_return errorResult(clients::errorFor(nobody, request), context.correlationId);
    }
    request.delivery = policyFor(m_guard, context.client.name).secrets;
    note->asked(effect->sentences);
    AskedCalls::Question question{
        .request = request,
        .run = [this, entry, arguments,
                note](const CallContext &approved) { return runApproved(entry, approved, arguments, note); },
        .onAnswer =
            [note, request](const clients::ApprovalAnswer &answer) {
                note->answered(answer);
                if (!clients::isApproved(answer))
                    note->refused(clients::errorFor(answer, request));
            }};
    AskedCalls::Outcome outcome = co_await m_guard.asked->ask(question, context);
    if (outcome.answer)
        co_return *std::move(outcome.answer);
    logCall(tool.name, context, "waits for a person"_L1);
    co_return pendingResult(tool, outcome.handle);
}

QCoro::Task<MethodAnswer> ToolCaller::runApproved(const ToolRegistry::Entry *entry, CallContext context,
                                                  QJsonObject arguments, Note note) const
{
    const Tool &tool = entry->tool;
    // Again: a person may have taken minutes, and changed the policy meanwhile.
    const std::optional<base::Error> late = refusalOf(tool, context, arguments);
    if (late) {
        note->refused(*late);
        co_return errorResult(*late, context.correlationId);
    }
    try {
        const base::Result<ToolOutcome> outcome = co_await outcomeOf(&tool, context, arguments);
        logCall(tool.name, context, outcome ? "done"_L1 : base::codeName(outcome.error().code));
        if (outcome) {
            note->done(*outcome);
            co_return answerFor(*outcome);
        }
        noteError(*note, outcome.error());
        const RefusedCall refused{
            .tool = tool.name, .context = context, .arguments = arguments, .error = outcome.error()};
        reportDenial(m_guard, tool, refused);
        co_return errorResult(outcome.error(), context.correlationId);
    } catch (const std::exception &) {
        // Its text is not for the client, and may quote what must not be logged.
        logCall(tool.name, context, "threw an exception"_L1);
        note->failed({.message = u"Internal error"_s});
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
