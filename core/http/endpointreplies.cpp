// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/endpointreplies.h"

#include "core/http/correlationid.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView kMcpPath("/mcp");
constexpr int kInternalError = -32603; // JSON-RPC 2.0, section 5.1

constexpr std::array kRoutes{
    RouteRow{Route::Mcp, kMcpPath, {"POST", "POST"}, "POST"},
    RouteRow{Route::Health, "/health", {"GET", "HEAD"}, "GET, HEAD"},
    RouteRow{Route::Templates, "/templates", {"GET", "HEAD"}, "GET, HEAD"},
};

constexpr std::array<QByteArrayView, 11> kOAuthPaths{
    "/.well-known/oauth-protected-resource",
    "/.well-known/oauth-protected-resource/mcp",
    "/.well-known/oauth-authorization-server",
    "/.well-known/oauth-authorization-server/mcp",
    "/.well-known/openid-configuration",
    "/.well-known/openid-configuration/mcp",
    "/mcp/.well-known/openid-configuration",
    "/mcp/.well-known/oauth-authorization-server",
    "/register",
    "/authorize",
    "/token",
};

QString sentenceFor(int status)
{
    switch (status) {
    case 404:
        return u"There is nothing here. MCP clients connect to /mcp."_s;
    case 408:
        return u"The request did not arrive in time."_s;
    case 413:
        return u"The request is too big: a body may have 1 MiB."_s;
    case 415:
        return u"The body must be JSON: send Content-Type: application/json."_s;
    case 417:
        return u"Only \"Expect: 100-continue\" is understood."_s;
    case 431:
        return u"The request's headers are too big or too many."_s;
    case 500:
        return u"Tokensmith failed to handle this request. Its log says more."_s;
    case 501:
        return u"This transfer coding is not understood: send the body as it is or chunked."_s;
    case 503:
        return u"Tokensmith is paused for all clients. The person at the computer can resume it in Tokensmith."_s;
    default:
        return u"This is not a well-formed HTTP/1.1 request."_s;
    }
}

} // namespace

const RouteRow *findRoute(QByteArrayView path)
{
    const auto found =
        std::find_if(kRoutes.begin(), kRoutes.end(), [=](const RouteRow &row) { return row.path == path; });
    return found == kRoutes.end() ? nullptr : &*found;
}

bool allows(const RouteRow &route, QByteArrayView method)
{
    return std::find(route.methods.begin(), route.methods.end(), method) != route.methods.end();
}

bool isOAuthProbe(QByteArrayView path)
{
    return std::find(kOAuthPaths.begin(), kOAuthPaths.end(), path) != kOAuthPaths.end();
}

HttpReply oauthProbeReply()
{
    return {
        .status = 404,
        .contentType = "text/plain; charset=utf-8",
        .body = "There is no OAuth here: this server takes a key in the X-API-Key header. "
                "Open Tokensmith, choose Clients and copy the key of this client.\n",
    };
}

HttpReply refusal(QByteArrayView path, int status, const QString &sentence, int code)
{
    QJsonObject body;
    if (path == kMcpPath) {
        body.insert("jsonrpc"_L1, "2.0"_L1);
        body.insert("id"_L1, QJsonValue::Null);
        body.insert("error"_L1, QJsonObject{{u"code"_s, code}, {u"message"_s, sentence}});
    } else {
        body.insert("error"_L1, sentence);
    }
    return {
        .status = status,
        .contentType = "application/json",
        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
    };
}

HttpReply withCommonHeaders(HttpReply reply, const QByteArray &correlationId)
{
    reply.headers.emplaceBack(CorrelationId::kHeader.toByteArray(), correlationId);
    reply.headers.emplaceBack("Cache-Control", "no-store");
    reply.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    return reply;
}

HttpReply eventStreamHead(const QByteArray &correlationId)
{
    return {
        .contentType = "text/event-stream",
        .headers = {{CorrelationId::kHeader.toByteArray(), correlationId},
                    {"Cache-Control", "no-store, no-transform"},
                    {"X-Accel-Buffering", "no"}, // proxies that know it pass events on at once
                    {"X-Content-Type-Options", "nosniff"}},
    };
}

HttpReply refusal(QByteArrayView path, int status)
{
    return refusal(path, status, sentenceFor(status), status == 500 ? kInternalError : -32000);
}

} // namespace tokensmith::http
