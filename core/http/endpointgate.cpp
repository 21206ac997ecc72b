// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/endpointgate.h"

#include "core/http/endpointreplies.h"

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView kKeyHeader("X-API-Key");
constexpr QByteArrayView kAuthorization("Authorization");

bool equals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

base::Secret keyOf(const HttpRequest &request)
{
    constexpr QByteArrayView bearer("Bearer ");
    const QByteArray key = request.header(kKeyHeader);
    if (!key.isEmpty())
        return base::Secret(key);
    const QByteArray authorization = request.header(kAuthorization);
    if (!equals(authorization.left(bearer.size()), bearer))
        return {};
    return base::Secret(authorization.sliced(bearer.size()).trimmed());
}

bool isJson(QByteArrayView contentType)
{
    const qsizetype parameters = contentType.indexOf(';');
    return equals(contentType.first(parameters < 0 ? contentType.size() : parameters).trimmed(), "application/json");
}

bool announcesBody(const HttpRequest &request)
{
    const QByteArray length = request.header("Content-Length");
    return !request.header("Transfer-Encoding").isNull() || (!length.isNull() && length.toULongLong() != 0);
}

HttpReply wrongMethod(const HttpRequest &request, const RouteRow &route)
{
    HttpReply reply = refusal(request.path, 405, u"Only %1 is possible here."_s.arg(QLatin1StringView(route.allow)));
    reply.headers.emplaceBack("Allow", route.allow.toByteArray());
    return reply;
}

} // namespace

EndpointGate::EndpointGate(const clients::ClientKeys &keys)
    : m_keys(keys)
{
}

std::optional<HttpReply> EndpointGate::check(const HttpRequest &request) const
{
    if (auto refused = checkSender(request))
        return refused;
    const RouteRow *route = findRoute(request.path);
    if (!route)
        return isOAuthProbe(request.path) ? oauthProbeReply() : refusal(request.path, 404);
    if (!allows(*route, request.method))
        return wrongMethod(request, *route);
    if (route->route != Route::Mcp) // without a key nobody gets memory for a body
        return announcesBody(request)
                   ? std::optional(refusal(request.path, 413, u"Send this request without a body."_s))
                   : std::nullopt;
    const auto client = authorise(request);
    return client ? std::nullopt : std::optional(client.error());
}

tl::expected<clients::ClientIdentity, HttpReply> EndpointGate::authorise(const HttpRequest &request) const
{
    auto client = m_keys.authenticate(keyOf(request));
    if (!client)
        return tl::unexpected(unauthenticated(request));
    if (client->standing == clients::KeyStanding::Paused) {
        return tl::unexpected(refusal(
            request.path, 403,
            u"The key \"%1\" is paused. A person can resume it in Tokensmith, under Clients."_s.arg(client->name)));
    }
    if (m_pause == PauseState::Paused)
        return tl::unexpected(refusal(request.path, 503));
    if (!isJson(request.header("Content-Type")))
        return tl::unexpected(refusal(request.path, 415));
    return std::move(*client);
}

std::optional<HttpReply> EndpointGate::checkSender(const HttpRequest &request) const
{
    switch (m_guard.check(request)) {
    case LoopbackGuard::Verdict::Allowed:
        return std::nullopt;
    case LoopbackGuard::Verdict::ForeignHost:
        return refusal(request.path, 403,
                       u"This server answers only when addressed as 127.0.0.1, localhost or [::1], with its port."_s);
    case LoopbackGuard::Verdict::ForeignOrigin:
        return refusal(request.path, 403, u"Requests from web pages are not answered."_s);
    }
    Q_UNREACHABLE();
}

HttpReply EndpointGate::unauthenticated(const HttpRequest &request) const
{
    QString sentence = u"This key is not known. Open Tokensmith, choose Clients and copy this client's key into its "
                       "X-API-Key header."_s;
    if (keyOf(request).isEmpty())
        sentence = u"A key is needed. Open Tokensmith, choose Clients and copy this client's key into its X-API-Key "
                   "header."_s;
    if (m_keys.isEmpty())
        sentence = u"No client has a key yet. Open Tokensmith, choose Clients and connect this client, or set "
                   "MCP_API_KEY where the server is started."_s;
    HttpReply reply = refusal(request.path, 401, sentence);
    reply.headers.emplaceBack("WWW-Authenticate", "X-API-Key realm=\"Tokensmith\"");
    return reply;
}

HeaderList withoutCredentials(HeaderList headers)
{
    headers.removeIf(
        [](const auto &header) { return equals(header.first, kKeyHeader) || equals(header.first, kAuthorization); });
    return headers;
}

} // namespace tokensmith::http
