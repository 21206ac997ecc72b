// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/dispatcher.h"

#include "core/base/text.h"
#include "core/mcp/revision.h"
#include "core/mcp/sighting.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kAccepted = 202;
constexpr int kBadRequest = 400;

Answer toAnswer(const RpcError &error, const Call &call)
{
    return {.httpStatus = error.httpStatus, .body = errorMessage(error, call.correlationId), .headers = error.headers};
}

Answer toAnswer(const Message &message, const RpcResult &result, const Call &call)
{
    if (result && result->isEmpty())
        return {};
    if (result)
        return {.body = resultMessage(message.id, *result)};
    RpcError error = result.error();
    error.id = message.id;
    return toAnswer(error, call);
}

QByteArray versionHeader(const Call &call)
{
    return call.header("MCP-Protocol-Version");
}

RpcError unsupportedVersion(const QJsonValue &id, const QByteArray &header)
{
    const QStringList supported = offeredRevisions(Era::Legacy);
    const QString asked = base::plainLine(QString::fromUtf8(header), 64);
    return {.code = RpcCode::Refused,
            .message = u"Unsupported protocol version%1: this server speaks %2"_s.arg(
                asked.isEmpty() ? QString() : u" \"%1\""_s.arg(asked), supported.join(u", "_s)),
            .data = {{u"supported"_s, QJsonArray::fromStringList(supported)}},
            .id = id,
            .httpStatus = kBadRequest};
}

RpcError invalidRequest(const QString &message)
{
    return {.code = RpcCode::InvalidRequest, .message = message, .httpStatus = kBadRequest};
}

/** `initialize` settles the revision in its body; everything else may name one in the header. */
bool hasForeignVersion(const Message &message, const QByteArray &header)
{
    return !header.isNull() && message.method != "initialize"_L1 && !findLegacyRevision(QString::fromUtf8(header));
}

/** Why this batch can't be taken, if so. Nothing of it has been acted on then. */
std::optional<RpcError> checkBatch(const std::vector<Message> &messages, const QByteArray &header)
{
    const std::optional<Revision> named = findLegacyRevision(QString::fromUtf8(header));
    const auto isModern = [&header](const Message &one) { return eraOf(header, one) == Era::Modern; };
    const auto isInitialize = [](const Message &one) { return one.method == "initialize"_L1; };
    if (std::any_of(messages.cbegin(), messages.cend(), isModern))
        return invalidRequest(u"Invalid request: send one message per request; 2026-07-28 has no batches"_s);
    if (!header.isNull() && !named)
        return unsupportedVersion(QJsonValue(QJsonValue::Null), header);
    if (named.value_or(assumedRevision()).batches == Revision::Batches::Refused)
        return invalidRequest(u"Invalid request: send one message per request; %1 has no batches"_s.arg(named->name));
    if (std::any_of(messages.cbegin(), messages.cend(), isInitialize))
        return invalidRequest(u"Invalid request: initialize can't be part of a batch"_s);
    return std::nullopt;
}

QCoro::Task<Answer> answerNow(Answer answer)
{
    co_return answer;
}

} // namespace

Dispatcher::Dispatcher(Features features)
    : m_features(std::move(features))
    , m_methods(m_features)
    , m_runner(m_methods, m_running)
    , m_legacy(m_features, m_methods, m_runner)
    , m_modern(m_features, m_methods, m_runner)
{
}

QCoro::Task<Answer> Dispatcher::handle(Call call)
{
    if (isBatch(call.body))
        return handleBatch(std::move(call));
    const tl::expected<Message, RpcError> message = parseMessage(call.body);
    if (!message)
        return answerNow(toAnswer(message.error(), call));
    if (m_features.onSeen)
        m_features.onSeen(call.client, sightingOf(*message, versionHeader(call)));
    switch (eraOf(versionHeader(call), *message)) {
    case Era::Legacy:
        return handleLegacy(*message, std::move(call));
    case Era::Modern:
        return handleModern(*message, std::move(call));
    }
    Q_UNREACHABLE();
}

QCoro::Task<Answer> Dispatcher::handleBatch(Call call)
{
    const tl::expected<std::vector<Message>, RpcError> messages = parseBatch(call.body);
    if (!messages)
        co_return toAnswer(messages.error(), call);
    const std::optional<RpcError> wrong = checkBatch(*messages, versionHeader(call));
    if (wrong)
        co_return toAnswer(*wrong, call);
    QByteArrayList answers;
    for (const Message &message : *messages) {
        if (call.cancel.isCancelled())
            break; // nobody is there to read the rest
        const Answer answer = co_await handleLegacy(message, call);
        if (!answer.body.isEmpty())
            answers += answer.body;
    }
    if (answers.isEmpty())
        co_return Answer{.httpStatus = kAccepted};
    co_return Answer{.body = batchMessage(answers)};
}

QCoro::Task<Answer> Dispatcher::handleLegacy(Message message, Call call)
{
    const QByteArray version = versionHeader(call);
    if (hasForeignVersion(message, version))
        co_return toAnswer(unsupportedVersion(message.id, version), call);
    if (message.kind != Message::Kind::Request) {
        takeNotification(message, call);
        co_return Answer{.httpStatus = kAccepted};
    }
    const RpcResult result = co_await m_legacy.handle(message, call);
    co_return toAnswer(message, result, call);
}

QCoro::Task<Answer> Dispatcher::handleModern(Message message, Call call)
{
    switch (message.kind) {
    case Message::Kind::Request:
        break;
    case Message::Kind::Response:
        co_return toAnswer(invalidRequest(u"Invalid request: this server asks nothing that has a response"_s), call);
    case Message::Kind::Notification: {
        const std::optional<RpcError> wrong = m_modern.checkNotification(message, call);
        if (wrong)
            co_return toAnswer(*wrong, call);
        co_return Answer{.httpStatus = kAccepted};
    }
    }
    const RpcResult result = co_await m_modern.handle(message, call);
    co_return toAnswer(message, result, call);
}

void Dispatcher::takeNotification(const Message &message, const Call &call)
{
    // The only one that needs an act. A request without id must not have one.
    if (message.kind == Message::Kind::Notification && message.method == "notifications/cancelled"_L1)
        m_running.cancel(call.client.name, message.params["requestId"_L1]);
}

} // namespace tokensmith::mcp
