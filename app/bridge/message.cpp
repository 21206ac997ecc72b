// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/message.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

/** Methods whose Mcp-Name header repeats a member of params. */
struct NamedMethod
{
    QLatin1StringView method;
    QLatin1StringView member;
};

constexpr std::array<NamedMethod, 3> kNamedMethods{{
    {"tools/call"_L1, "name"_L1},
    {"prompts/get"_L1, "name"_L1},
    {"resources/read"_L1, "uri"_L1},
}};

QString nameIn(const QString &method, const QJsonObject &params)
{
    for (const NamedMethod &named : kNamedMethods) {
        if (method == named.method)
            return params.value(named.member).toString(u""_s);
    }
    return {};
}

bool changesState(const QString &method)
{
    return method == "tools/call"_L1;
}

void readObject(Message &message, const QJsonObject &object)
{
    const QJsonObject params = object.value("params"_L1).toObject();
    const QJsonValue version = params.value("_meta"_L1).toObject().value("io.modelcontextprotocol/protocolVersion"_L1);
    message.method = object.value("method"_L1).toString();
    if (version.isString()) {
        message.era = Era::Modern;
        message.version = version.toString();
    }
    if (message.method.isEmpty()) {
        const bool answers = object.contains("result"_L1) || object.contains("error"_L1);
        message.kind = answers ? Message::Kind::Response : Message::Kind::NotJsonRpc;
        return;
    }
    message.name = nameIn(message.method, params);
    message.mayChangeState = changesState(message.method);
    if (!object.contains("id"_L1)) {
        message.kind = Message::Kind::Notification;
        if (message.method == "notifications/cancelled"_L1)
            message.cancels = idKey(params.value("requestId"_L1));
        return;
    }
    message.kind = Message::Kind::Request;
    message.ids.append(object.value("id"_L1));
}

void readBatch(Message &message, const QJsonArray &batch)
{
    message.kind = Message::Kind::Batch;
    for (const QJsonValue &member : batch) {
        const QJsonObject object = member.toObject();
        const QString method = object.value("method"_L1).toString();
        if (!method.isEmpty() && object.contains("id"_L1))
            message.ids.append(object.value("id"_L1));
        message.mayChangeState = message.mayChangeState || changesState(method);
    }
}

} // namespace

bool Message::listens() const
{
    return kind == Kind::Request && method == "subscriptions/listen"_L1;
}

Message parseMessage(QByteArray line)
{
    Message message{.body = std::move(line)};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(message.body, &error);
    if (document.isObject())
        readObject(message, document.object());
    else if (document.isArray())
        readBatch(message, document.array());
    else
        message.kind = Message::Kind::NotJson;
    return message;
}

QByteArray idKey(const QJsonValue &id)
{
    return QJsonDocument(QJsonArray{id}).toJson(QJsonDocument::Compact);
}

} // namespace tokensmith::bridge
