// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/approvaltools.h"

#include "core/mcp/askedcalls.h"
#include "core/mcp/failures.h"
#include "core/mcp/toolresult.h"
#include "core/mcp/tools/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

/** The call's own result, wrapped; its texts as they were. */
ToolOutcome wrapped(const QString &tool, const QJsonObject &result)
{
    ContentResult out{.content = result.value("content"_L1).toArray()};
    if (result.value("isError"_L1).toBool()) {
        out.kind = ContentResult::Kind::Error;
        return out;
    }
    out.structured = QJsonObject{{u"status"_s, u"finished"_s},
                                 {u"tool"_s, tool},
                                 {u"result"_s, result.value("structuredContent"_L1).toObject()}};
    return out;
}

ToolOutcome pending(const AskedCalls::Outcome &outcome)
{
    QJsonObject json = pendingJson(outcome.handle);
    json.insert("status"_L1, u"pending"_s);
    json.insert("tool"_L1, outcome.tool);
    return structuredContent(json);
}

base::Async<ToolOutcome> getApproval(AskedCalls *asked, CallContext context, QJsonObject arguments)
{
    const QString handle = arguments.value("handle"_L1).toString();
    const base::Result<AskedCalls::Outcome> outcome = co_await asked->look(handle, context);
    if (!outcome)
        co_return base::fail(outcome.error());
    if (!outcome->answer)
        co_return pending(*outcome);
    const MethodAnswer &answer = *outcome->answer;
    const QJsonObject *result = answer ? std::get_if<QJsonObject>(&*answer) : nullptr;
    if (!result)
        co_return base::fail({.message = u"The approved call failed. See Tokensmith's Activity page."_s});
    co_return wrapped(outcome->tool, *result);
}

QJsonObject approvalOutput()
{
    return objectSchema({{u"status"_s, choiceSchema({u"pending"_s, u"finished"_s}, u"Whether there is a result."_s)},
                         {u"tool"_s, textSchema(u"The tool that was called."_s)},
                         {u"handle"_s, textSchema(u"While pending: for another look."_s)},
                         {u"message"_s, textSchema(u"While pending: what to do."_s)},
                         {u"result"_s, openObjectSchema({})}},
                        {u"status"_s, u"tool"_s});
}

} // namespace

Tool getApprovalTool(AskedCalls &asked)
{
    return {
        .name = u"get_approval"_s,
        .title = u"Result of a pending approval"_s,
        .description = u"Tells what became of a call that waits for a person in Tokensmith's window: still pending, or "
                       "its result, which is given once. It can't approve anything."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsLocally(),
        .inputSchema = objectSchema(
            {{u"handle"_s, textSchema({16, 64}, u"The handle that the call was answered with."_s)}}, {u"handle"_s}),
        .outputSchema = approvalOutput(),
        .openHandler = [&asked](const CallContext &context,
                                const QJsonObject &arguments) { return getApproval(&asked, context, arguments); },
        .approval = Tool::Approval::Never,
    };
}

Tool withPending(Tool tool)
{
    if (tool.outputSchema.isEmpty() || tool.toolClass == ToolClass::Read)
        return tool;
    QJsonObject properties = tool.outputSchema.value("properties"_L1).toObject();
    properties.insert("approval"_L1, objectSchema({{u"handle"_s, textSchema(u"For get_approval."_s)},
                                                   {u"message"_s, textSchema(u"What to do."_s)}},
                                                  {u"handle"_s, u"message"_s}));
    const QJsonObject whole{{u"required"_s, tool.outputSchema.value("required"_L1)}};
    const QJsonObject waiting{{u"required"_s, QJsonArray{u"approval"_s}}};
    tool.outputSchema.insert("properties"_L1, properties);
    tool.outputSchema.remove("required"_L1);
    tool.outputSchema.insert("anyOf"_L1, QJsonArray{whole, waiting});
    return tool;
}

} // namespace tokensmith::mcp
