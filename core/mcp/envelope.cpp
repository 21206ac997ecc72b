// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/envelope.h"

#include "core/mcp/revision.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr auto kCapabilities = "io.modelcontextprotocol/clientCapabilities"_L1;
constexpr auto kClientInfo = "io.modelcontextprotocol/clientInfo"_L1;
constexpr auto kLogLevel = "io.modelcontextprotocol/logLevel"_L1;
constexpr int kBadRequest = 400;

tl::unexpected<RpcError> wrong(QLatin1StringView member, const QString &what)
{
    return tl::unexpected(RpcError{.code = RpcCode::InvalidParams,
                                   .message = u"Invalid request metadata: \"%1\" %2"_s.arg(member, what),
                                   .httpStatus = kBadRequest});
}

} // namespace

tl::expected<Envelope, RpcError> readEnvelope(const QJsonValue &params)
{
    const QJsonValue meta = params.toObject().value("_meta"_L1);
    if (!meta.isObject())
        return wrong("_meta"_L1, u"has to be an object in \"params\""_s);
    const QJsonObject members = meta.toObject();
    const QJsonValue version = members.value(kVersionInMeta);
    if (!version.isString())
        return wrong(kVersionInMeta, u"has to be a string such as \"2026-07-28\""_s);
    const QJsonValue capabilities = members.value(kCapabilities);
    if (!capabilities.isObject())
        return wrong(kCapabilities, u"has to be an object; it may be empty"_s);
    const QJsonValue info = members.value(kClientInfo);
    if (!info.isUndefined() && !info.isObject())
        return wrong(kClientInfo, u"has to be an object"_s);
    Envelope envelope{.version = version.toString(), .capabilities = capabilities.toObject()};
    const QJsonValue level = members.value(kLogLevel);
    if (level.isUndefined())
        return envelope;
    envelope.logLevel = findLogLevel(level.toString());
    if (!envelope.logLevel)
        return wrong(kLogLevel, u"has to be a level such as \"info\""_s);
    return envelope;
}

} // namespace tokensmith::mcp
