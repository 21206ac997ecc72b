// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/jsonrpc.h"

#include "core/base/englishtexts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kBadRequest = 400;

tl::unexpected<RpcError> invalid(const QString &message, const QJsonValue &id = QJsonValue(QJsonValue::Null))
{
    return tl::unexpected(
        RpcError{.code = RpcCode::InvalidRequest, .message = message, .id = id, .httpStatus = kBadRequest});
}

/** Qt reads objects and arrays only: tells valid JSON of another kind ("text", 5) from what is no JSON at all. */
bool isBareValue(const QByteArray &body)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + body + ']');
    return wrapped.array().size() == 1;
}

tl::unexpected<RpcError> unreadable(const QByteArray &body, const QJsonParseError &why)
{
    const base::EnglishTexts english;
    if (isBareValue(body))
        return invalid(u"Invalid request: a JSON-RPC message is an object"_s);
    return tl::unexpected(RpcError{.code = RpcCode::ParseError,
                                   .message = u"Parse error: %1 at byte %2"_s.arg(why.errorString()).arg(why.offset),
                                   .httpStatus = kBadRequest});
}

bool isInteger(const QJsonValue &value)
{
    // toInteger() gives its default for whatever does not fit 64 bits exactly.
    return value.isDouble() && value.toInteger(0) == value.toInteger(1);
}

bool isResponse(const QJsonObject &object)
{
    return object.contains("result"_L1) || object.contains("error"_L1);
}

tl::expected<Message, RpcError> fromObject(const QJsonObject &object)
{
    const QJsonValue id = object.value("id"_L1);
    const bool identified = isUsableId(id);
    const QJsonValue echo = identified ? id : QJsonValue(QJsonValue::Null);

    if (object.value("jsonrpc"_L1).toString() != "2.0"_L1)
        return invalid(u"Invalid request: \"jsonrpc\" has to be \"2.0\""_s, echo);

    const QJsonValue method = object.value("method"_L1);
    if (method.isUndefined() && isResponse(object))
        return Message{.kind = Message::Kind::Response, .id = echo};
    if (!method.isString() || !method.toString().isValidUtf16())
        return invalid(u"Invalid request: \"method\" has to be a string"_s, echo);
    if (!id.isUndefined() && !identified)
        return invalid(u"Invalid request: \"id\" has to be a string or an integer"_s);

    return Message{.kind = identified ? Message::Kind::Request : Message::Kind::Notification,
                   .id = echo,
                   .method = method.toString(),
                   .params = object.value("params"_L1)};
}

} // namespace

tl::expected<Message, RpcError> parseMessage(const QByteArray &body)
{
    QJsonParseError why;
    const QJsonDocument document = QJsonDocument::fromJson(body, &why);
    if (why.error != QJsonParseError::NoError)
        return unreadable(body, why);
    if (document.isArray())
        return invalid(u"Invalid request: send one message per request; batches are not part of this protocol"_s);
    return fromObject(document.object());
}

bool isBatch(const QByteArray &body)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF"); // Qt's parser skips it as well
    QByteArrayView text(body);
    if (text.startsWith(mark))
        text = text.sliced(mark.size());
    return text.trimmed().startsWith('[');
}

tl::expected<std::vector<Message>, RpcError> parseBatch(const QByteArray &body)
{
    QJsonParseError why;
    const QJsonArray elements = QJsonDocument::fromJson(body, &why).array();
    if (why.error != QJsonParseError::NoError)
        return unreadable(body, why);
    if (elements.isEmpty())
        return invalid(u"Invalid request: the batch is empty"_s);
    if (elements.size() > kLargestBatch)
        return invalid(
            u"Invalid request: a batch may hold up to %1 messages, not %2"_s.arg(kLargestBatch).arg(elements.size()));
    std::vector<Message> messages;
    for (const QJsonValue &element : elements) {
        tl::expected<Message, RpcError> message = fromObject(element.toObject());
        if (!message)
            return tl::unexpected(std::move(message.error()));
        messages.push_back(*std::move(message));
    }
    return messages;
}

bool isUsableId(const QJsonValue &id)
{
    return isInteger(id) || (id.isString() && id.toString().isValidUtf16());
}

QByteArray idText(const QJsonValue &id)
{
    if (id.isDouble())
        return QByteArray::number(id.toInteger());
    const QByteArray list = QJsonDocument(QJsonArray{id}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QByteArray resultMessage(const QJsonValue &id, const QByteArray &result)
{
    constexpr QByteArrayView head(R"({"jsonrpc":"2.0","id":)");
    constexpr QByteArrayView between(R"(,"result":)");
    const QByteArray name = idText(id);
    QByteArray message;
    message.reserve(head.size() + name.size() + between.size() + result.size() + 1); // results are copied once
    message.append(head).append(name).append(between).append(result).append('}');
    return message;
}

QByteArray batchMessage(const QByteArrayList &answers)
{
    return '[' + answers.join(',') + ']';
}

QByteArray notificationMessage(QLatin1StringView method, const QJsonObject &params)
{
    return compactJson({{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}});
}

QByteArray errorMessage(const RpcError &error, const QByteArray &correlationId)
{
    QJsonObject data = error.data;
    data.insert("correlationId"_L1, QString::fromUtf8(correlationId));
    return compactJson(
        {{u"jsonrpc"_s, u"2.0"_s},
         {u"id"_s, error.id},
         {u"error"_s,
          QJsonObject{{u"code"_s, static_cast<int>(error.code)}, {u"message"_s, error.message}, {u"data"_s, data}}}});
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace tokensmith::mcp
