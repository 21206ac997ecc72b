// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/subscription.h"

#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr auto kSubscriptionId = "io.modelcontextprotocol/subscriptionId"_L1;
constexpr auto kUris = "resourceSubscriptions"_L1;

constexpr std::array kFlags{
    std::pair{Change::Kind::Tools, "toolsListChanged"_L1},
    std::pair{Change::Kind::Prompts, "promptsListChanged"_L1},
    std::pair{Change::Kind::Resources, "resourcesListChanged"_L1},
};

tl::unexpected<RpcError> invalid(const QString &message)
{
    return tl::unexpected(RpcError{.code = RpcCode::InvalidParams, .message = message});
}

QLatin1StringView methodOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Tools:
        return "notifications/tools/list_changed"_L1;
    case Change::Kind::Prompts:
        return "notifications/prompts/list_changed"_L1;
    case Change::Kind::Resources:
        return "notifications/resources/list_changed"_L1;
    case Change::Kind::Resource:
        return "notifications/resources/updated"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject SubscriptionFilter::toJson() const
{
    QJsonObject json;
    for (const auto &[kind, name] : kFlags) {
        if (kinds.contains(kind))
            json.insert(name, true);
    }
    if (kinds.contains(Change::Kind::Resource)) {
        QStringList sorted(uris.cbegin(), uris.cend());
        sorted.sort();
        json.insert(kUris, QJsonArray::fromStringList(sorted));
    }
    return json;
}

tl::expected<SubscriptionFilter, RpcError> readFilter(const QJsonValue &filter, int mostUris)
{
    if (!filter.isObject())
        return invalid(u"\"notifications\" has to be an object: what to listen for"_s);
    SubscriptionFilter wanted;
    for (const auto &[kind, name] : kFlags) {
        const QJsonValue flag = filter[name];
        if (!flag.isUndefined() && !flag.isBool())
            return invalid(u"\"notifications.%1\" has to be true or false"_s.arg(name));
        if (flag.toBool())
            wanted.kinds.insert(kind);
    }
    const QJsonValue uris = filter[kUris];
    if (uris.isUndefined())
        return wanted;
    const QJsonArray list = uris.toArray();
    if (!uris.isArray() || list.size() > mostUris)
        return invalid(u"\"notifications.%1\" has to be a list of up to %2 URIs"_s.arg(kUris).arg(mostUris));
    wanted.kinds.insert(Change::Kind::Resource);
    for (const QJsonValue &uri : list) {
        if (!uri.isString())
            return invalid(u"\"notifications.%1\" has to be a list of URIs"_s.arg(kUris));
        wanted.uris.insert(uri.toString());
    }
    return wanted;
}

Subscription::Subscription(Terms terms, std::shared_ptr<MessageStream> stream)
    : m_terms(std::move(terms))
    , m_stream(std::move(stream))
{
}

void Subscription::acknowledge()
{
    send("notifications/subscriptions/acknowledged"_L1, {{u"notifications"_s, m_terms.filter.toJson()}});
}

void Subscription::tell(const Change &change)
{
    const bool forUs = change.client.isEmpty() || change.client == m_terms.client;
    if (m_end != End::NotYet || !forUs || !m_terms.filter.kinds.contains(change.kind))
        return;
    if (change.kind != Change::Kind::Resource)
        send(methodOf(change.kind), {});
    else if (m_terms.filter.uris.contains(change.uri))
        send(methodOf(change.kind), {{u"uri"_s, change.uri}});
}

QJsonObject Subscription::result() const
{
    return {{u"_meta"_s, tag()}};
}

void Subscription::end(End by)
{
    if (std::exchange(m_end, by) == End::NotYet)
        Q_EMIT finished();
}

QJsonObject Subscription::tag() const
{
    return {{kSubscriptionId, m_terms.id}};
}

void Subscription::send(QLatin1StringView method, QJsonObject params)
{
    params.insert("_meta"_L1, tag());
    m_stream->send(notificationMessage(method, params));
}

} // namespace tokensmith::mcp
