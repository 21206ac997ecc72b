// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace tokensmith::mcp {

/** HTTP headers that go with an answer. */
using Headers = QList<std::pair<QByteArray, QByteArray>>;

/** Codes of JSON-RPC 2.0, and those of its implementation-defined range that the protocol or we use. */
enum class RpcCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    Refused = -32000,           ///< the transport or the protocol version does not fit, or the client called too often
    HeaderMismatch = -32020,    ///< since 2026-07-28: headers missing or unlike the body
    MissingCapability = -32021, ///< since 2026-07-28: the client did not declare what the call needs
    UnsupportedVersion = -32022,
};

/** A JSON-RPC error on its way out. `data` gets the correlation id when it is written. */
struct RpcError
{
    RpcCode code = RpcCode::InternalError;
    QString message;
    QJsonObject data = {};
    QJsonValue id = QJsonValue(QJsonValue::Null); ///< Null: the request could not be identified
    int httpStatus = 200;
    Headers headers = {};
};

/** A result already written as JSON (empty: nothing is to be answered), or the error in its place. */
using RpcResult = tl::expected<QByteArray, RpcError>;

/** A result object, or the error in its place. */
using MethodResult = tl::expected<QJsonObject, RpcError>;

/** One well-formed JSON-RPC 2.0 message. */
struct Message
{
    enum class Kind {
        Request,
        Notification,
        Response, ///< an answer to something we asked; nothing of it is kept
    };

    Kind kind = Kind::Request;
    QJsonValue id = QJsonValue(QJsonValue::Null); ///< String, or a number that is an integer of 64 bits
    QString method = {};
    QJsonValue params = QJsonValue(QJsonValue::Undefined); ///< of any type; Undefined where absent
};

/**
 * Reads exactly one message. Errors carry HTTP status 400: ParseError for what is not JSON (also nesting beyond Qt's
 * 1024 levels and invalid UTF-8), InvalidRequest for JSON that is no message, for batches, for ids that are neither
 * string nor integer, and for text with half a surrogate pair in `id` or `method`. Of members given twice the last
 * counts. Never throws.
 */
[[nodiscard]] tl::expected<Message, RpcError> parseMessage(const QByteArray &body);

/** True where the body, if it is JSON at all, is an array. */
[[nodiscard]] bool isBatch(const QByteArray &body);

/**
 * Reads the messages of a batch (revision 2025-03-26). Errors as above, also for an empty one, for more than
 * kLargestBatch, and if one of its elements is no message: then none is to be acted on.
 */
[[nodiscard]] tl::expected<std::vector<Message>, RpcError> parseBatch(const QByteArray &body);
inline constexpr int kLargestBatch = 32;

/** The response to `id` whose result is the JSON text `result`. */
[[nodiscard]] QByteArray resultMessage(const QJsonValue &id, const QByteArray &result);

/** The error response; `correlationId` goes into `data.correlationId`. */
[[nodiscard]] QByteArray errorMessage(const RpcError &error, const QByteArray &correlationId);

/** The answers to a batch, each a whole message, as one body. */
[[nodiscard]] QByteArray batchMessage(const QByteArrayList &answers);

/** A notification from us. */
[[nodiscard]] QByteArray notificationMessage(QLatin1StringView method, const QJsonObject &params);

/** True for what JSON-RPC takes as an id: a string, or a number that is an integer of 64 bits. */
[[nodiscard]] bool isUsableId(const QJsonValue &id);

/** `id` as JSON text; different ids give different texts. */
[[nodiscard]] QByteArray idText(const QJsonValue &id);

/** `object` as compact JSON text. */
[[nodiscard]] QByteArray compactJson(const QJsonObject &object);

} // namespace tokensmith::mcp
