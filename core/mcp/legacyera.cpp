// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/legacyera.h"

#include "core/base/text.h"
#include "core/mcp/revision.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

/** Sent without being asked for: the client's own level, if it set one, is not kept. */
constexpr LogLevel kDefaultLogLevel = LogLevel::Info;

tl::unexpected<RpcError> refuse(RpcCode code, const QString &message)
{
    return tl::unexpected(RpcError{.code = code, .message = message});
}

tl::unexpected<RpcError> notFound(const QString &method)
{
    return refuse(RpcCode::MethodNotFound, u"Method not found: "_s + base::plainLine(method, 128));
}

/** The revision asked for where we offer it in this era, else our latest; clients that can't follow hang up. */
QString negotiate(const QString &asked)
{
    const std::optional<Revision> known = findLegacyRevision(asked);
    return known ? known->name : latestLegacyRevision().name;
}

RpcResult acceptUri(const QJsonObject &params)
{
    if (!params.value("uri"_L1).isString())
        return refuse(RpcCode::InvalidParams, u"\"uri\" has to be a string"_s);
    return QByteArray("{}");
}

} // namespace

LegacyEra::LegacyEra(const Features &features, const Methods &methods, const CallRunner &runner)
    : m_features(features)
    , m_methods(methods)
    , m_runner(runner)
    , m_firstPages(methods, [](const Method &, QJsonObject page) { return page; })
{
}

QCoro::Task<RpcResult> LegacyEra::handle(Message message, Call call) const
{
    if (!message.params.isUndefined() && !message.params.isObject())
        co_return refuse(RpcCode::InvalidParams, u"\"params\" has to be an object"_s);
    const Method *method = m_methods.find(message.method);
    if (!method)
        co_return answerOwn(message.method, message.params.toObject());
    const QByteArray *page = m_firstPages.find(*method, message.params.toObject(), call.client);
    if (page)
        co_return RpcResult(*page);
    RpcResult result = co_await run(method, message, call);
    co_return result;
}

QCoro::Task<RpcResult> LegacyEra::run(const Method *method, Message message, Call call) const
{
    CallRunner::Request request{.method = *method, .id = message.id, .params = message.params.toObject()};
    switch (m_features.logging) {
    case Logging::Off:
        break;
    case Logging::On:
        request.logLevel = kDefaultLogLevel;
        break;
    }
    const CallRunner::Outcome outcome = co_await m_runner.run(request, call);
    if (!outcome)
        co_return RpcResult(QByteArray());
    if (!*outcome)
        co_return tl::unexpected(outcome->error());
    co_return compactJson(**outcome);
}

RpcResult LegacyEra::answerOwn(const QString &method, const QJsonObject &params) const
{
    if (method == "initialize"_L1)
        return initialize(params);
    if (method == "ping"_L1)
        return QByteArray("{}");
    if (method == "logging/setLevel"_L1 && m_features.logging == Logging::On)
        return setLogLevel(params);
    const bool isSubscription = method == "resources/subscribe"_L1 || method == "resources/unsubscribe"_L1;
    if (isSubscription && m_methods.find(u"resources/read"))
        return acceptUri(params);
    return notFound(method);
}

RpcResult LegacyEra::initialize(const QJsonObject &params) const
{
    const QJsonValue asked = params.value("protocolVersion"_L1);
    if (!asked.isUndefined() && !asked.isString())
        return refuse(RpcCode::InvalidParams, u"\"protocolVersion\" has to be a string such as \"2025-11-25\""_s);
    QJsonObject capabilities = m_methods.capabilities();
    if (m_features.logging == Logging::On)
        capabilities.insert("logging"_L1, QJsonObject());
    QJsonObject result{{u"protocolVersion"_s, negotiate(asked.toString())},
                       {u"capabilities"_s, capabilities},
                       {u"serverInfo"_s, m_features.serverInfo}};
    if (!m_features.instructions.isEmpty())
        result.insert("instructions"_L1, m_features.instructions);
    return compactJson(result);
}

RpcResult LegacyEra::setLogLevel(const QJsonObject &params) const
{
    if (!findLogLevel(params.value("level"_L1).toString()))
        return refuse(RpcCode::InvalidParams, u"\"level\" has to be a level such as \"info\""_s);
    return QByteArray("{}");
}

} // namespace tokensmith::mcp
