// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/subscription.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

/** What a client may listen for, and how it is told. */
struct Topic
{
    QLatin1StringView filter;
    QLatin1StringView notification;
};

constexpr std::array<Topic, 3> kTopics{{
    {"toolsListChanged"_L1, "notifications/tools/list_changed"_L1},
    {"promptsListChanged"_L1, "notifications/prompts/list_changed"_L1},
    {"resourcesListChanged"_L1, "notifications/resources/list_changed"_L1},
}};

} // namespace

Subscription::Subscription(QJsonValue id)
    : m_id(std::move(id))
{
}

QByteArrayList Subscription::take(const Relayed &message)
{
    if (message.object.value("method"_L1) == "notifications/subscriptions/acknowledged"_L1) {
        if (std::exchange(m_isAcknowledged, true))
            return changesFor(message.object.value("params"_L1).toObject().value("notifications"_L1).toObject());
    } else if (m_isAcknowledged && message.role == Relayed::Role::Answer && message.object.contains("result"_L1)) {
        return {}; // the app ends; for the client the subscription goes on
    }
    return {message.line};
}

QByteArrayList Subscription::changesFor(const QJsonObject &agreed) const
{
    QByteArrayList lines;
    const QJsonObject params{{u"_meta"_s, QJsonObject{{u"io.modelcontextprotocol/subscriptionId"_s, m_id}}}};
    for (const Topic &topic : kTopics) {
        if (!agreed.value(topic.filter).toBool())
            continue;
        const QJsonObject changed{
            {u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, QString(topic.notification)}, {u"params"_s, params}};
        lines.append(QJsonDocument(changed).toJson(QJsonDocument::Compact));
    }
    return lines;
}

} // namespace tokensmith::bridge
