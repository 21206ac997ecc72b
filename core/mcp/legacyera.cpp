// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/legacyera.h"

#include "core/base/text.h"
#include "core/mcp/revision.h"
#include "core/mcp/serverinfo.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::unexpected<RpcError> refuse(RpcCode code, const QString &message)
{
    return tl::unexpected(RpcError{.code = code, .message = message});
}

/** The revision asked for where we offer it in this era, else our latest; clients that can't follow hang up. */
QString negotiate(const QString &asked)
{
    const std::optional<Revision> known = findRevision(asked);
    return known && known->era == Era::Legacy ? known->name : latestLegacyRevision().name;
}

RpcResult initialize(const QJsonValue &params)
{
    const QJsonValue asked = params.toObject().value("protocolVersion"_L1);
    if (!asked.isUndefined() && !asked.isString())
        return refuse(RpcCode::InvalidParams, u"\"protocolVersion\" has to be a string such as \"2025-11-25\""_s);
    return compactJson({{u"protocolVersion"_s, negotiate(asked.toString())},
                        {u"capabilities"_s, QJsonObject{{u"tools"_s, QJsonObject()}}},
                        {u"serverInfo"_s, serverInfo()},
                        {u"instructions"_s, serverInstructions()}});
}

} // namespace

LegacyEra::LegacyEra(const ToolRegistry &tools, const ToolCaller &caller)
    : m_tools(tools)
    , m_caller(caller)
{
}

QCoro::Task<RpcResult> LegacyEra::handle(Message message, Call call) const
{
    if (!message.params.isUndefined() && !message.params.isObject())
        co_return refuse(RpcCode::InvalidParams, u"\"params\" has to be an object"_s);
    if (message.method == "tools/call"_L1) {
        CallContext context{.client = call.client, .correlationId = call.correlationId, .cancel = call.cancel};
        const tl::expected<QJsonObject, RpcError> result = co_await m_caller.call(message.params, context);
        if (!result)
            co_return tl::unexpected(result.error());
        co_return compactJson(*result);
    }
    if (message.method == "tools/list"_L1)
        co_return listTools(message.params);
    if (message.method == "initialize"_L1)
        co_return initialize(message.params);
    if (message.method == "ping"_L1)
        co_return QByteArray("{}");
    co_return refuse(RpcCode::MethodNotFound, u"Method not found: "_s + base::plainLine(message.method, 128));
}

RpcResult LegacyEra::listTools(const QJsonValue &params) const
{
    if (params.toObject().contains("cursor"_L1))
        return refuse(RpcCode::InvalidParams,
                      u"Invalid cursor: the whole list comes in one answer, so no cursor was ever given out"_s);
    return m_tools.listing();
}

} // namespace tokensmith::mcp
