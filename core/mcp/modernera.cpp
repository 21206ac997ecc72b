// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/modernera.h"

#include "core/base/text.h"
#include "core/mcp/revision.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kBadRequest = 400;
constexpr int kNotFound = 404;
constexpr auto kServerInfo = "io.modelcontextprotocol/serverInfo"_L1;
/** How long a client may keep a list or what we said of ourselves; changes are told to those that listen. */
constexpr int kListTtlMs = 60'000;

RpcError unsupportedVersion(const QString &asked)
{
    const QStringList supported = offeredRevisions(Era::Modern);
    const QString shown = base::plainLine(asked, 64);
    return {.code = RpcCode::UnsupportedVersion,
            .message = u"Unsupported protocol version \"%1\": this server speaks %2 (and older ones that begin with "
                       "initialize)"_s.arg(shown, supported.join(u" and "_s)),
            .data = {{u"supported"_s, QJsonArray::fromStringList(supported)}, {u"requested"_s, shown}},
            .httpStatus = kBadRequest};
}

RpcError methodNotFound(const QString &method)
{
    return {.code = RpcCode::MethodNotFound,
            .message = u"Method not found: "_s + base::plainLine(method, 128),
            .httpStatus = kNotFound};
}

bool isOffered(const QString &version)
{
    const std::optional<Revision> revision = findRevision(version);
    return revision && revision->era == Era::Modern;
}

/** Lists may be kept; what a resource holds is to be read again. */
std::optional<int> timeToLive(const Method &method)
{
    if (method.cacheable == Method::Cacheable::No)
        return std::nullopt;
    return isList(method) ? kListTtlMs : 0;
}

Subscriptions::Offer offerOf(const Features &features, const Methods &methods)
{
    Subscriptions::Offer offer;
    if (!features.changes)
        return offer;
    offer.kinds.insert(Change::Kind::Tools);
    if (methods.find(u"prompts/list"))
        offer.kinds.insert(Change::Kind::Prompts);
    if (methods.find(u"resources/list"))
        offer.kinds += {Change::Kind::Resources, Change::Kind::Resource};
    return offer;
}

QJsonObject withChanges(QJsonObject capabilities)
{
    for (const QLatin1StringView feature : {"tools"_L1, "prompts"_L1, "resources"_L1}) {
        if (!capabilities.contains(feature))
            continue;
        QJsonObject members{{u"listChanged"_s, true}};
        if (feature == "resources"_L1)
            members.insert("subscribe"_L1, true);
        capabilities.insert(feature, members);
    }
    return capabilities;
}

} // namespace

ModernEra::ModernEra(const Features &features, const Methods &methods, const CallRunner &runner)
    : m_features(features)
    , m_methods(methods)
    , m_runner(runner)
    , m_firstPages(methods, [this](const Method &method, QJsonObject page) { return shaped(page, timeToLive(method)); })
    , m_discovery(compactJson(discovery()))
    , m_subscriptions(offerOf(features, methods), features.changes)
{
    for (const ToolRegistry::Entry &entry : features.tools.entries()) {
        std::vector<MirroredParameter> mirrored = mirroredParameters(entry.tool.inputSchema);
        if (!mirrored.empty())
            m_mirrored.insert(entry.tool.name, std::move(mirrored));
    }
}

QCoro::Task<RpcResult> ModernEra::handle(Message message, Call call)
{
    const tl::expected<Envelope, RpcError> envelope = readEnvelope(message.params);
    if (!envelope)
        co_return tl::unexpected(envelope.error());
    const std::optional<RpcError> wrong = check(*envelope, message, call);
    if (wrong)
        co_return tl::unexpected(*wrong);
    if (message.method == "server/discover"_L1)
        co_return RpcResult(m_discovery);
    if (message.method == "subscriptions/listen"_L1) {
        const QJsonValue filter = message.params["notifications"_L1];
        const CallRunner::Outcome ended = co_await m_subscriptions.listen(message.id, filter, call);
        co_return written(ended, std::nullopt);
    }
    const Method *method = m_methods.find(message.method);
    if (!method)
        co_return tl::unexpected(methodNotFound(message.method));
    const std::optional<RpcError> unlike = checkParameters(*method, message.params.toObject(), call);
    if (unlike)
        co_return tl::unexpected(*unlike);
    const QByteArray *page = m_firstPages.find(*method, message.params.toObject(), call.client);
    if (page)
        co_return RpcResult(*page);
    RpcResult result = co_await run(method, *envelope, message, call);
    co_return result;
}

std::optional<RpcError> ModernEra::checkNotification(const Message &message, const Call &call) const
{
    // Notifications need no metadata; what there is has to be right.
    const QByteArray header = call.header("MCP-Protocol-Version");
    const QJsonValue claim = message.params["_meta"_L1][kVersionInMeta];
    const QString version = claim.isString() ? claim.toString() : QString::fromUtf8(header);
    std::optional<RpcError> wrong = header.isNull() ? std::nullopt : checkVersionHeader(call, version);
    if (!wrong && !call.header("Mcp-Method").isNull())
        wrong = checkMethodHeader(call, message.method);
    if (!wrong && !isOffered(version))
        wrong = unsupportedVersion(version);
    return wrong;
}

std::optional<RpcError> ModernEra::check(const Envelope &envelope, const Message &message, const Call &call) const
{
    std::optional<RpcError> wrong = checkVersionHeader(call, envelope.version);
    if (!wrong)
        wrong = checkMethodHeader(call, message.method);
    const Method *method = m_methods.find(message.method);
    if (!wrong && method && !method->nameMember.isEmpty())
        wrong = checkNameHeader(call, message.params[method->nameMember]);
    if (!wrong && !isOffered(envelope.version))
        wrong = unsupportedVersion(envelope.version);
    return wrong;
}

std::optional<RpcError> ModernEra::checkParameters(const Method &method, const QJsonObject &params,
                                                   const Call &call) const
{
    if (method.kind != Method::Kind::CallTool)
        return std::nullopt;
    const auto mirrored = m_mirrored.constFind(params.value("name"_L1).toString());
    if (mirrored == m_mirrored.cend())
        return std::nullopt;
    return checkParameterHeaders(call, *mirrored, params.value("arguments"_L1).toObject());
}

QCoro::Task<RpcResult> ModernEra::run(const Method *method, Envelope envelope, Message message, Call call) const
{
    CallRunner::Request request{.method = *method,
                                .id = message.id,
                                .params = message.params.toObject(),
                                .logLevel = envelope.logLevel,
                                .rounds = CallContext::Rounds::Allowed,
                                .capabilities = envelope.capabilities};
    if (m_features.logging == Logging::Off)
        request.logLevel.reset();
    const CallRunner::Outcome outcome = co_await m_runner.run(request, call);
    co_return written(outcome, timeToLive(*method));
}

RpcResult ModernEra::written(const CallRunner::Outcome &outcome, TimeToLive milliseconds) const
{
    if (!outcome)
        return QByteArray();
    if (!*outcome)
        return tl::unexpected(outcome->error());
    return compactJson(shaped(**outcome, milliseconds));
}

QJsonObject ModernEra::shaped(QJsonObject result, TimeToLive milliseconds) const
{
    QJsonObject meta = result.value("_meta"_L1).toObject();
    meta.insert(kServerInfo, m_features.serverInfo);
    result.insert("_meta"_L1, meta);
    if (result.contains("resultType"_L1)) // input_required: no result yet
        return result;
    result.insert("resultType"_L1, u"complete"_s);
    if (milliseconds) {
        result.insert("ttlMs"_L1, *milliseconds);
        result.insert("cacheScope"_L1, u"private"_s); // what is offered may depend on the key
    }
    return result;
}

QJsonObject ModernEra::discovery() const
{
    QJsonObject capabilities = m_methods.capabilities();
    if (m_features.changes)
        capabilities = withChanges(capabilities);
    if (m_features.logging == Logging::On)
        capabilities.insert("logging"_L1, QJsonObject());
    QJsonObject result{{u"supportedVersions"_s, QJsonArray::fromStringList(offeredRevisions(Era::Modern))},
                       {u"capabilities"_s, capabilities}};
    if (!m_features.instructions.isEmpty())
        result.insert("instructions"_L1, m_features.instructions);
    return shaped(result, kListTtlMs);
}

} // namespace tokensmith::mcp
