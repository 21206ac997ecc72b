// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/dispatcher.h"

#include "core/base/text.h"
#include "core/mcp/revision.h"

#include <QJsonArray>

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

RpcError unsupportedVersion(const Message &message, const QByteArray &header)
{
    const QStringList supported = offeredRevisions(Era::Legacy);
    const QString asked = base::plainLine(QString::fromUtf8(header), 64);
    return {.code = RpcCode::Refused,
            .message = u"Unsupported protocol version%1: this server speaks %2"_s.arg(
                asked.isEmpty() ? QString() : u" \"%1\""_s.arg(asked), supported.join(u" and "_s)),
            .data = {{u"supported"_s, QJsonArray::fromStringList(supported)}},
            .id = message.id,
            .httpStatus = kBadRequest};
}

/** `initialize` settles the revision in its body; everything else may name one in the header. */
bool hasForeignVersion(const Message &message, const QByteArray &header)
{
    if (header.isNull() || message.method == "initialize"_L1)
        return false;
    const std::optional<Revision> revision = findRevision(QString::fromUtf8(header));
    return !revision || revision->era != Era::Legacy;
}

} // namespace

Dispatcher::Dispatcher(ToolRegistry tools, CallGuard guard)
    : m_tools(std::move(tools))
    , m_caller(m_tools, std::move(guard))
    , m_legacy(m_tools, m_caller)
{
}

QCoro::Task<Answer> Dispatcher::handle(Call call) const
{
    const tl::expected<Message, RpcError> message = parseMessage(call.body);
    if (!message)
        co_return toAnswer(message.error(), call);

    const QByteArray version = call.header("MCP-Protocol-Version");
    switch (eraOf(version, *message)) {
    case Era::Modern: // not offered yet: clients fall back to initialize
        co_return toAnswer(unsupportedVersion(*message, version), call);
    case Era::Legacy:
        break;
    }
    if (hasForeignVersion(*message, version))
        co_return toAnswer(unsupportedVersion(*message, version), call);
    // Nothing a client notifies us of needs an act, and a request without id must not have one.
    if (message->kind != Message::Kind::Request)
        co_return Answer{.httpStatus = kAccepted};

    const RpcResult result = co_await m_legacy.handle(*message, call);
    if (result)
        co_return Answer{.body = resultMessage(message->id, *result)};
    RpcError error = result.error();
    error.id = message->id;
    co_return toAnswer(error, call);
}

} // namespace tokensmith::mcp
