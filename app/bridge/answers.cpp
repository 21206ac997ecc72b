// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/answers.h"

#include <QJsonDocument>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr int kServerError = -32000;   // what the server's own refusals carry
constexpr int kInternalError = -32603; // 2026-07-28 leaves none of the range above to us

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray errorLine(const QJsonValue &id, int code, const QString &sentence)
{
    return compact({{u"jsonrpc"_s, u"2.0"_s},
                    {u"id"_s, id},
                    {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, sentence}}}});
}

/**
 * No string in JSON holds a raw line break, so each one is white space between its parts. A byte order mark goes: Qt
 * skips it, others don't.
 */
QByteArray onOneLine(QByteArray json)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    if (json.startsWith(mark))
        json.remove(0, mark.size());
    return json.replace('\n', ' ').replace('\r', ' ').trimmed();
}

} // namespace

QByteArrayList errorLines(const Message &message, const QString &sentence)
{
    QByteArrayList lines;
    for (const QJsonValue &id : message.ids)
        lines.append(errorLine(id, message.era == Era::Modern ? kInternalError : kServerError, sentence));
    return lines;
}

QByteArray anonymousErrorLine(int code, const QString &sentence)
{
    return errorLine(QJsonValue::Null, code, sentence);
}

std::optional<Relayed> relay(const Message &message, const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray())
        return Relayed{.line = onOneLine(json), .role = Relayed::Role::Answer};
    QJsonObject object = document.object();
    const bool isResponse = object.contains("result"_L1) || object.contains("error"_L1);
    if (object.value("jsonrpc"_L1) != "2.0"_L1 || (!isResponse && !object.contains("method"_L1)))
        return std::nullopt;
    if (!isResponse)
        return Relayed{.line = onOneLine(json), .object = object};
    if (object.value("id"_L1).isNull() || !object.contains("id"_L1)) {
        if (message.ids.size() == 1) {
            object.insert("id"_L1, message.ids.first());
            return Relayed{.line = compact(object), .object = object, .role = Relayed::Role::Answer};
        }
    }
    return Relayed{.line = onOneLine(json), .object = object, .role = Relayed::Role::Answer};
}

QString unknownKeySentence()
{
    return u"Tokensmith does not know the key that tokensmith-bridge was given. Open Tokensmith, choose Clients, copy "
           "this client's key and set it as TOKENSMITH_KEY."_s;
}

QString sentenceFor(int status)
{
    switch (status) {
    case 401:
        return unknownKeySentence();
    case 403:
        return u"What answers there refuses tokensmith-bridge. Check TOKENSMITH_URL."_s;
    case 404:
    case 405:
        return u"What answers there is not Tokensmith's MCP endpoint. Check TOKENSMITH_URL."_s;
    case 503:
        return u"Tokensmith's server is paused. Resume it in Tokensmith, then try again."_s;
    default:
        return u"Tokensmith answered with HTTP status %1 and nothing that can be passed on."_s.arg(status);
    }
}

} // namespace tokensmith::bridge
