// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resourcereading.h"

#include "core/base/text.h"
#include "core/mcp/failures.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

const QString kWhat = u"resources/read"_s;

RpcError unknownResource(const QString &uri)
{
    const QString shown = base::plainLine(uri, 256);
    return {.code = RpcCode::InvalidParams, .message = u"Resource not found: "_s + shown, .data = {{u"uri"_s, shown}}};
}

MethodAnswer answerFor(const base::Result<QJsonArray> &contents, const QString &uri)
{
    const bool missing = contents ? contents->isEmpty() : contents.error().code == base::Error::Code::NotFound;
    if (missing)
        return tl::unexpected(unknownResource(uri));
    if (contents)
        return QJsonObject{{u"contents"_s, *contents}};
    RpcError error = rpcErrorFor(contents.error());
    error.data.insert("uri"_L1, base::plainLine(uri, 256));
    return tl::unexpected(error);
}

} // namespace

QCoro::Task<MethodAnswer> readResource(const ResourceRegistry *resources, QJsonObject params, CallContext context)
{
    const QJsonValue uri = params.value("uri"_L1);
    if (!uri.isString())
        co_return invalidParams(u"\"uri\" has to be the URI of a resource; see resources/list"_s);
    const std::optional<ResourceRegistry::Match> match = resources->find(uri.toString());
    if (!match) {
        logCall(kWhat, context, "unknown resource"_L1);
        co_return tl::unexpected(unknownResource(uri.toString()));
    }
    try {
        const base::Result<QJsonArray> contents = co_await (*match->reader)(context, uri.toString(), match->variables);
        logCall(kWhat, context, contents ? "done"_L1 : base::codeName(contents.error().code));
        co_return answerFor(contents, uri.toString());
    } catch (const std::exception &) {
        logCall(kWhat, context, "threw an exception"_L1); // its text may quote what must not be logged
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
