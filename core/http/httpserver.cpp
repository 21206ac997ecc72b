// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpserver.h"

#include "core/base/logging.h"
#include "core/http/connectionpool.h"
#include "core/http/guardedtcpserver.h"
#include "core/http/portholder.h"
#include "core/http/qthttpadapter.h"

#include <QPointer>

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

/** What a running handler needs when the server is already gone. */
struct Calls
{
    HttpHandler handler;
    int inFlight = 0;
};

QCoro::Task<> serve(std::shared_ptr<Calls> calls, QPointer<HttpConnection> connection, HttpRequest request)
{
    ++calls->inFlight;
    HttpRequest head = request;
    head.body.clear();
    std::optional<HttpReply> reply;
    try {
        HttpReply answer = co_await calls->handler(std::move(request));
        reply = std::move(answer);
    } catch (const std::exception &error) {
        qCCritical(base::logHttp, "A request failed with an exception: %s", error.what());
    } catch (...) {
        qCCritical(base::logHttp, "A request failed with an unknown exception.");
    }
    --calls->inFlight;
    if (!connection)
        co_return;
    if (reply)
        connection->reply(*reply);
    else
        connection->fail(500, head);
}

QString sentenceFor(QAbstractSocket::SocketError error, quint16 port)
{
    if (error == QAbstractSocket::SocketAccessError)
        return u"The system does not allow listening on port %1. Choose a port above 1023."_s.arg(port);
    if (error != QAbstractSocket::AddressInUseError)
        return u"Listening on port %1 failed."_s.arg(port);
    const QString holder = programListeningOn(port);
    return u"Port %1 is already used by %2. Close that program or choose another port."_s.arg(
        QString::number(port), holder.isEmpty() ? u"another program"_s : holder);
}

base::Error listenError(const GuardedTcpServer &listener, quint16 port)
{
    return {.code = base::Error::Code::Unavailable,
            .message = sentenceFor(listener.serverError(), port),
            .detail = listener.errorString()};
}

/** True where the machine has no such address at all. */
bool isAbsent(const GuardedTcpServer &listener)
{
    return listener.serverError() == QAbstractSocket::UnsupportedSocketOperationError
           || listener.serverError() == QAbstractSocket::SocketAddressNotAvailableError;
}

} // namespace

class HttpServer::Private
{
public:
    explicit Private(Options options);

    base::Result<quint16> listen(quint16 wanted);
    base::Result<quint16> listenOnBoth(quint16 wanted);
    void bind(std::unique_ptr<GuardedTcpServer> listener);

    std::shared_ptr<Calls> calls;
    QtHttpAdapter adapter;
    ConnectionPool pool; // its connections go before what they are attached to
    quint16 port = 0;
};

HttpServer::Private::Private(Options options)
    : calls(std::make_shared<Calls>(Calls{.handler = std::move(options.handler)}))
    , adapter([this](HttpConnection *connection) { serve(calls, connection, connection->takeRequest()); })
    , pool({.limits = options.limits, .onHeader = options.onHeader, .onRefusal = options.onRefusal})
{
    QObject::connect(&pool, &ConnectionPool::opened, &adapter, &QtHttpAdapter::attach);
}

base::Result<quint16> HttpServer::Private::listen(quint16 wanted)
{
    constexpr int kAttempts = 20; // a port that is free on one address may be taken on the other
    base::Result<quint16> result = listenOnBoth(wanted);
    for (int i = 1; wanted == 0 && !result && i < kAttempts; ++i)
        result = listenOnBoth(wanted);
    port = result.value_or(0);
    return result;
}

base::Result<quint16> HttpServer::Private::listenOnBoth(quint16 wanted)
{
    auto first = std::make_unique<GuardedTcpServer>();
    if (!first->listen(QHostAddress(QHostAddress::LocalHost), wanted))
        return base::fail(listenError(*first, wanted));
    const quint16 got = first->serverPort();
    auto second = std::make_unique<GuardedTcpServer>();
    const bool onBoth = second->listen(QHostAddress(QHostAddress::LocalHostIPv6), got);
    if (!onBoth && !isAbsent(*second)) // whoever has it there would be sent our clients' keys
        return base::fail(listenError(*second, got));
    bind(std::move(first));
    if (onBoth)
        bind(std::move(second));
    return got;
}

void HttpServer::Private::bind(std::unique_ptr<GuardedTcpServer> listener)
{
    QObject::connect(listener.get(), &GuardedTcpServer::accepted, &pool, &ConnectionPool::adopt);
    adapter.bind(std::move(listener));
}

HttpServer::HttpServer(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options)))
{
    Q_ASSERT(d->calls->handler);
}

HttpServer::~HttpServer()
{
    close();
}

base::Result<quint16> HttpServer::listen(quint16 port)
{
    close();
    return d->listen(port);
}

void HttpServer::close()
{
    d->adapter.closeListeners();
    d->pool.closeAll();
    d->port = 0;
}

quint16 HttpServer::port() const
{
    return d->port;
}

int HttpServer::connectionCount() const
{
    return d->pool.count();
}

int HttpServer::inFlightCount() const
{
    return d->calls->inFlight;
}

} // namespace tokensmith::http
