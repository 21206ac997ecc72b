// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/mcpendpoint.h"

#include "core/http/correlationid.h"
#include "core/http/endpointgate.h"
#include "core/http/endpointreplies.h"
#include "core/http/eventstream.h"
#include "core/http/httpserver.h"

#include <QScopeGuard>

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostHealthChecks = 16; // at once; they need no key, and Cloudflare may take its time

/** What calls need, which may outlive the endpoint. */
struct Shared
{
    Shared(McpEndpoint::Services given, StreamKeeper::Times times)
        : services(std::move(given))
        , keeper(times)
    {
    }

    const McpEndpoint::Services services;
    StreamKeeper keeper;
    int healthChecks = 0;
};

QCoro::Task<HttpReply> answerMcp(std::shared_ptr<Shared> shared, McpExchange exchange)
{
    const QByteArray id = exchange.correlationId;
    const std::shared_ptr<EventStream> events = exchange.events;
    QCoro::Task<McpAnswer> running = shared->services.mcp(std::move(exchange));
    if (events && !running.isReady())
        shared->keeper.watch(events);
    McpAnswer answer = co_await running;
    if (events && events->hasBegun())
        co_return EventStream::last(answer.body);
    HttpReply reply{.status = answer.status, .body = std::move(answer.body), .headers = std::move(answer.headers)};
    if (!reply.body.isEmpty())
        reply.contentType = "application/json";
    co_return withCommonHeaders(std::move(reply), id);
}

QCoro::Task<HttpReply> answerHealth(std::shared_ptr<Shared> shared, QByteArray id)
{
    ++shared->healthChecks;
    const auto finished = qScopeGuard([&shared] { --shared->healthChecks; });
    HttpReply reply = co_await shared->services.health();
    co_return withCommonHeaders(std::move(reply), id);
}

QCoro::Task<HttpReply> answerNow(HttpReply reply)
{
    co_return reply;
}

} // namespace

class McpEndpoint::Private
{
public:
    Private(Services given, const HttpLimits &limits);

    QCoro::Task<HttpReply> answer(HttpRequest request);

    std::shared_ptr<Shared> shared;
    EndpointGate gate;
    CorrelationId correlation;
    HttpServer server;

private:
    std::optional<HttpReply> onHeader(const HttpRequest &request);
    HttpReply onRefusal(int status, const HttpRequest &request);
};

McpEndpoint::Private::Private(Services given, const HttpLimits &limits)
    : shared(std::make_shared<Shared>(std::move(given), StreamKeeper::Times{limits.streamAfter, limits.commentEvery}))
    , gate(shared->services.keys)
    , server({
          .limits = limits,
          .onHeader = [this](const HttpRequest &request) { return onHeader(request); },
          .onRefusal = [this](int status, const HttpRequest &request) { return onRefusal(status, request); },
          .handler = [this](HttpRequest request) { return answer(std::move(request)); },
      })
{
}

std::optional<HttpReply> McpEndpoint::Private::onHeader(const HttpRequest &request)
{
    std::optional<HttpReply> refused = gate.check(request);
    if (refused)
        refused = withCommonHeaders(std::move(*refused), correlation.of(request));
    return refused;
}

HttpReply McpEndpoint::Private::onRefusal(int status, const HttpRequest &request)
{
    return withCommonHeaders(refusal(request.path, status), correlation.of(request));
}

QCoro::Task<HttpReply> McpEndpoint::Private::answer(HttpRequest request)
{
    const QByteArray id = correlation.of(request);
    switch (findRoute(request.path)->route) { // the gate let it in, so there is one
    case Route::Health:
        if (shared->healthChecks >= kMostHealthChecks)
            return answerNow(withCommonHeaders(
                refusal(request.path, 503, u"Too many are asking at once. Ask again in a moment."_s), id));
        return answerHealth(shared, id);
    case Route::Templates:
        return answerNow(
            withCommonHeaders({.contentType = "application/json", .body = shared->services.templates()}, id));
    case Route::Mcp:
        break;
    }
    const auto client = gate.authorise(request); // again: its body may have taken half a minute
    if (!client)
        return answerNow(withCommonHeaders(client.error(), id));
    McpExchange exchange{
        .body = request.body,
        .headers = withoutCredentials(request.headers),
        .client = *client,
        .correlationId = id,
        .cancel = request.closed,
    };
    if (EventStream::isAccepted(request))
        exchange.events = std::make_shared<EventStream>(request.stream, id);
    return answerMcp(shared, std::move(exchange));
}

McpEndpoint::McpEndpoint(Services services, HttpLimits limits)
    : d(std::make_unique<Private>(std::move(services), limits))
{
}

McpEndpoint::~McpEndpoint() = default;

base::Result<quint16> McpEndpoint::listen(quint16 port)
{
    base::Result<quint16> result = d->server.listen(port);
    d->gate.setPort(result.value_or(0));
    return result;
}

QUrl McpEndpoint::url() const
{
    if (d->server.port() == 0)
        return {};
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(d->server.port());
    url.setPath(u"/mcp"_s);
    return url;
}

void McpEndpoint::close()
{
    d->server.close();
}

void McpEndpoint::setPaused(PauseState state)
{
    d->gate.setPaused(state);
}

PauseState McpEndpoint::pauseState() const
{
    return d->gate.pauseState();
}

int McpEndpoint::inFlightCount() const
{
    return d->server.inFlightCount();
}

} // namespace tokensmith::http
