// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/echoserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <sys/socket.h>
#endif

#include <algorithm>
#include <memory>
#include <vector>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace std::chrono_literals;

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

Clients connectMany(quint16 port, int count)
{
    Clients clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<RawClient>(port));
    return clients;
}

/** Ends the connection with a reset instead of a farewell. */
void reset(RawClient &client)
{
#ifdef Q_OS_UNIX
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(client.socket().socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    client.hangUp();
}

QCoro::Task<HttpReply> untilCancelled(Gate *gate, QObject *context, HttpRequest request)
{
    request.closed.onCancelled(context, [gate] { gate->open(); });
    co_await gate->opened();
    co_return HttpReply{.status = request.closed.isCancelled() ? 499 : 200};
}

QCoro::Task<HttpReply> megabytes(int count)
{
    co_return HttpReply{.body = QByteArray(count * 1024 * 1024, 'x')};
}

} // namespace

class HttpConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void answersASlowHeaderWith408();
    void answersASlowBodyWith408();
    void closesSilentAndIdleClients();
    void givesUpOnAClientThatDoesNotRead();
    void neverHurriesAHandler();
    void survivesHangUpsBeforeTheAnswer();
    void cancelsWhenTheClientHangsUp();
    void closingTheServerCancelsEverything();
    void canBeDestroyedWhileHandlersWait();
    void serves500IdleConnections();
    void evictsTheLongestIdle();
    void refusesWhenAllAreBusy();
    void capsEachPeer();
    void halfSentHeadersMakeRoom();
};

void HttpConnectionTest::answersASlowHeaderWith408()
{
    HttpServer server({.limits = {.headerTime = 400ms}, .handler = echo});
    RawClient client(start(server));
    client.send("GET / HTTP/1.1\r\n");
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer trickle; // each of these bytes comes in time, all of them together don't
    connect(&trickle, &QTimer::timeout, &client.socket(), [&client] { client.socket().write("a"); });
    trickle.start(50ms);
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY2(elapsed.elapsed() < 2000, QByteArray::number(elapsed.elapsed()).constData());
    trickle.stop();
    QVERIFY(client.waitClosed());
    QVERIFY(stillServes(server));
}

void HttpConnectionTest::answersASlowBodyWith408()
{
    HttpServer server({.limits = {.bodyTime = 300ms}, .handler = echo});
    RawClient client(start(server));
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(client.waitClosed());
    QVERIFY(stillServes(server));
}

void HttpConnectionTest::closesSilentAndIdleClients()
{
    HttpServer server({.limits = {.headerTime = 300ms, .idleTime = 300ms}, .handler = echo});
    RawClient silent(start(server));
    QVERIFY(silent.waitConnected());
    QVERIFY(silent.waitClosed()); // without a word
    RawClient idle(server.port());
    QVERIFY(idle.ask(get("/")));
    QVERIFY(idle.waitClosed());
    QCOMPARE(server.connectionCount(), 0);
    QVERIFY(stillServes(server));
}

void HttpConnectionTest::givesUpOnAClientThatDoesNotRead()
{
    HttpServer server({.limits = {.stallTime = 300ms}, .handler = [](HttpRequest) { return megabytes(64); }});
    RawClient client(start(server));
    client.socket().setReadBufferSize(1);
    client.send(get("/"));
    QTRY_COMPARE(server.connectionCount(), 1);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void HttpConnectionTest::neverHurriesAHandler()
{
    Gate gate;
    const http::HttpLimits limits{.headerTime = 100ms, .bodyTime = 100ms, .idleTime = 100ms, .stallTime = 100ms};
    HttpServer server({.limits = limits, .handler = lateHandler(gate)});
    RawClient client(start(server));
    client.send(get("/asks-a-person"));
    QTRY_COMPARE(gate.waitingCount(), 1);
    RawClient other(server.port()); // silent: gone after every deadline above has passed
    QVERIFY(other.waitConnected());
    QVERIFY(other.waitClosed());
    QCOMPARE(server.inFlightCount(), 1);
    gate.open();
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void HttpConnectionTest::survivesHangUpsBeforeTheAnswer()
{
    constexpr int kCount = 200;
    Gate gate;
    HttpServer server(
        {.limits = {.connections = kCount + 1, .connectionsPerPeer = kCount + 1}, .handler = lateHandler(gate)});
    Clients clients = connectMany(start(server), kCount);
    for (const auto &client : clients)
        client->send(get("/slow") + get("/slow/behind-it"));
    QTRY_COMPARE(gate.waitingCount(), kCount);
    for (size_t i = 0; i < clients.size(); ++i) {
        if (i % 3 == 0)
            reset(*clients[i]);
        else
            clients[i]->hangUp();
    }
    QTRY_COMPARE(server.connectionCount(), 0);
    QCOMPARE(server.inFlightCount(), kCount);
    QVERIFY(stillServes(server));
    gate.open(); // 200 answers for nobody
    QCOMPARE(server.inFlightCount(), 0);
    QVERIFY(stillServes(server));
}

void HttpConnectionTest::cancelsWhenTheClientHangsUp()
{
    Gate gate;
    HttpServer server(
        {.handler = [&](HttpRequest request) { return untilCancelled(&gate, this, std::move(request)); }});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(gate.waitingCount(), 1);
    client.hangUp();
    QTRY_COMPARE(server.inFlightCount(), 0);
    QCOMPARE(server.connectionCount(), 0);
}

void HttpConnectionTest::closingTheServerCancelsEverything()
{
    std::vector<std::unique_ptr<Gate>> gates;
    HttpServer server({.handler = [&](HttpRequest request) {
        gates.push_back(std::make_unique<Gate>());
        return untilCancelled(gates.back().get(), this, std::move(request));
    }});
    Clients clients = connectMany(start(server), 20);
    for (const auto &client : clients)
        client->send(get("/"));
    QTRY_COMPARE(server.inFlightCount(), 20);
    server.close();
    QCOMPARE(server.inFlightCount(), 0);
    QCOMPARE(server.connectionCount(), 0);
    for (const auto &client : clients)
        QVERIFY(client->waitClosed());
}

void HttpConnectionTest::canBeDestroyedWhileHandlersWait()
{
    Gate gate;
    auto server = std::make_unique<HttpServer>(HttpServer::Options{.handler = lateHandler(gate)});
    RawClient client(start(*server));
    client.send(get("/slow"));
    QTRY_COMPARE(gate.waitingCount(), 1);
    server.reset();
    gate.open();
    QVERIFY(client.waitClosed());
}

void HttpConnectionTest::serves500IdleConnections()
{
    HttpServer server({.limits = {.connections = 64}, .handler = echo});
    const Clients idle = connectMany(start(server), 500);
    for (const auto &client : idle)
        QVERIFY(client->waitConnected());
    QVERIFY(stillServes(server));
    QVERIFY(server.connectionCount() <= 64);
    QTRY_VERIFY(std::count_if(idle.begin(), idle.end(), [](const auto &client) { return client->isClosed(); }) >= 436);
    const auto reply = idle.back()->ask(get("/now/at-last")); // the newest ones were kept
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void HttpConnectionTest::evictsTheLongestIdle()
{
    Gate gate;
    HttpServer server({.limits = {.connections = 3}, .handler = lateHandler(gate)});
    const quint16 port = start(server);
    RawClient busy(port);
    busy.send(get("/slow"));
    QTRY_COMPARE(gate.waitingCount(), 1);
    RawClient first(port);
    QVERIFY(first.ask(get("/now/1")));
    RawClient second(port);
    QVERIFY(second.ask(get("/now/2")));
    QVERIFY(first.ask(get("/now/1"))); // now the second has been idle for longer
    QVERIFY(stillServes(server));
    QVERIFY(second.waitClosed());
    QVERIFY(!first.isClosed());
    gate.open();
    QVERIFY(busy.read());
}

void HttpConnectionTest::refusesWhenAllAreBusy()
{
    Gate gate;
    HttpServer server({.limits = {.connections = 2}, .handler = lateHandler(gate)});
    Clients busy = connectMany(start(server), 2);
    for (const auto &client : busy)
        client->send(get("/slow"));
    QTRY_COMPARE(gate.waitingCount(), 2);
    RawClient third(server.port());
    QVERIFY(third.waitConnected());
    QVERIFY(third.waitClosed());
    gate.open();
    for (const auto &client : busy)
        QVERIFY(client->read());
    QVERIFY(stillServes(server));
}

void HttpConnectionTest::capsEachPeer()
{
    Gate gate;
    HttpServer server({.limits = {.connections = 5, .connectionsPerPeer = 2}, .handler = lateHandler(gate)});
    Clients busy = connectMany(start(server), 2);
    for (const auto &client : busy)
        client->send(get("/slow"));
    QTRY_COMPARE(gate.waitingCount(), 2);
    RawClient third(server.port());
    QVERIFY(third.waitConnected());
    QVERIFY(third.waitClosed());
    RawClient other(server.port(), QHostAddress(QHostAddress::LocalHostIPv6));
    const auto reply = other.ask(get("/now/other-address"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    gate.open();
    for (const auto &client : busy)
        QVERIFY(client->read());
}

void HttpConnectionTest::halfSentHeadersMakeRoom()
{
    HttpServer server({.limits = {.connections = 3}, .handler = echo});
    const Clients slow = connectMany(start(server), 3);
    for (const auto &client : slow)
        client->send("GET / HTTP/1.1\r\nHo");
    QVERIFY(stillServes(server));
    const auto closed = [&] {
        return std::count_if(slow.begin(), slow.end(), [](const auto &client) { return client->isClosed(); });
    };
    QTRY_COMPARE(closed(), 1);
}

QTEST_GUILESS_MAIN(HttpConnectionTest)
#include "tst_httpconnection.moc"
