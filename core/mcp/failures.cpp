// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/failures.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "core/mcp/toolresult.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

tl::unexpected<RpcError> invalidParams(const QString &message)
{
    return tl::unexpected(RpcError{.code = RpcCode::InvalidParams, .message = message});
}

RpcError rpcErrorFor(const base::Error &error)
{
    using Code = base::Error::Code;
    const bool clients = error.code == Code::InvalidArgument || error.code == Code::NotFound;
    QJsonObject data = errorMembers(error);
    if (!error.detail.isEmpty())
        data.insert("explanation"_L1, error.detail);
    return {.code = clients ? RpcCode::InvalidParams : RpcCode::InternalError, .message = error.message, .data = data};
}

void logCall(const QString &what, const CallContext &context, QLatin1StringView outcome)
{
    const QString client = base::plainLine(context.client.name, 64);
    qCInfo(base::logMcp).noquote() << u"%1 by %2: %3 [%4]"_s.arg(what, client, outcome,
                                                                 QString::fromUtf8(context.correlationId));
}

} // namespace tokensmith::mcp
