// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/mcpendpoint.h"

#include "core/http/correlationid.h"
#include "core/http/endpointgate.h"
#include "core/http/endpointreplies.h"
#include "core/http/eventstream.h"
#include "core/http/httpserver.h"

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

using SharedServices = std::shared_ptr<const McpEndpoint::Services>;

QCoro::Task<HttpReply> answerMcp(SharedServices services, std::shared_ptr<StreamKeeper> keeper, McpExchange exchange)
{
    const QByteArray id = exchange.correlationId;
    const std::shared_ptr<EventStream> events = exchange.events;
    QCoro::Task<McpAnswer> running = services->mcp(std::move(exchange));
    if (events && !running.isReady())
        keeper->watch(events);
    McpAnswer answer = co_await running;
    if (events && events->hasBegun())
        co_return EventStream::last(answer.body);
    HttpReply reply{.status = answer.status, .body = std::move(answer.body), .headers = std::move(answer.headers)};
    if (!reply.body.isEmpty())
        reply.contentType = "application/json";
    co_return withCommonHeaders(std::move(reply), id);
}

QCoro::Task<HttpReply> answerHealth(SharedServices services, QByteArray id)
{
    HttpReply reply = co_await services->health();
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

    SharedServices services;
    EndpointGate gate;
    CorrelationId correlation;
    std::shared_ptr<StreamKeeper> keeper; // shared with the calls, which may outlive the endpoint
    HttpServer server;

private:
    std::optional<HttpReply> onHeader(const HttpRequest &request);
    HttpReply onRefusal(int status, const HttpRequest &request);
};

McpEndpoint::Private::Private(Services given, const HttpLimits &limits)
    : services(std::make_shared<const Services>(std::move(given)))
    , gate(services->keys)
    , keeper(std::make_shared<StreamKeeper>(StreamKeeper::Times{limits.streamAfter, limits.commentEvery}))
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
        return answerHealth(services, id);
    case Route::Templates:
        return answerNow(withCommonHeaders({.contentType = "application/json", .body = services->templates()}, id));
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
    return answerMcp(services, keeper, std::move(exchange));
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
