// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resourcereading.h"

#include "core/base/text.h"
#include "core/mcp/callpolicy.h"
#include "core/mcp/failures.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

const QString kWhat = u"resources/read"_s;

RpcError unknownResource(const QString &uri, const QString &why = {})
{
    const QString shown = base::plainLine(uri, 256);
    QString message = u"Resource not found: "_s + shown;
    if (!why.isEmpty())
        message += u". "_s + why;
    return {.code = RpcCode::InvalidParams, .message = message, .data = {{u"uri"_s, shown}}};
}

MethodAnswer answerFor(const base::Result<QJsonArray> &contents, const QString &uri)
{
    const bool missing = contents ? contents->isEmpty() : contents.error().code == base::Error::Code::NotFound;
    if (missing)
        return tl::unexpected(unknownResource(uri, contents ? QString() : contents.error().message));
    if (contents)
        return QJsonObject{{u"contents"_s, *contents}};
    RpcError error = rpcErrorFor(contents.error());
    error.data.insert("uri"_L1, base::plainLine(uri, 256));
    return tl::unexpected(error);
}

} // namespace

QCoro::Task<MethodAnswer> readResource(const Features *features, QJsonObject params, CallContext context)
{
    if (!params.value("uri"_L1).isString())
        co_return invalidParams(u"\"uri\" has to be the URI of a resource; see resources/list"_s);
    const QString uri = params.value("uri"_L1).toString();
    const std::optional<ResourceRegistry::Match> match = features->resources.find(uri);
    if (!match) {
        logCall(kWhat, context, "unknown resource"_L1);
        co_return tl::unexpected(unknownResource(uri));
    }
    std::optional<base::Error> closed = features->guard.closed ? features->guard.closed() : std::nullopt;
    if (!closed)
        closed = checkReading(policyFor(features->guard, context.client.name));
    if (closed) {
        logCall(kWhat, context, "refused: locked or not allowed"_L1);
        co_return tl::unexpected(rpcErrorFor(*closed));
    }
    try {
        const base::Result<QJsonArray> contents = co_await (*match->reader)(context, uri, match->variables);
        logCall(kWhat, context, contents ? "done"_L1 : base::codeName(contents.error().code));
        if (!contents) {
            const RefusedCall refused{
                .tool = kWhat, .context = context, .arguments = {{u"uri"_s, uri}}, .error = contents.error()};
            reportDenial(features->guard, refused);
        }
        co_return answerFor(contents, uri);
    } catch (const std::exception &) {
        logCall(kWhat, context, "threw an exception"_L1); // its text may quote what must not be logged
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
