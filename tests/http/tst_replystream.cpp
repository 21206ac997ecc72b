// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that go out in pieces.
#include "tests/http/echoserver.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace std::chrono_literals;

namespace {

/** What the handlers of one test share with it. */
struct Stage
{
    Gate gate;
    std::shared_ptr<http::ReplyStream> stream;
    base::CancelToken closed;
    HttpReply last = {.body = "end"};
};

const HttpReply kHead{.contentType = "text/plain", .headers = {{"X-Kind", "stream"}}};

/** Begins a stream and waits at the gate; paths that begin with /now are answered whole. */
QCoro::Task<HttpReply> streaming(Stage *stage, HttpRequest request)
{
    if (request.path.startsWith("/now")) {
        HttpReply whole = co_await echo(request);
        co_return whole;
    }
    stage->stream = request.stream;
    stage->closed = request.closed;
    if (stage->stream)
        stage->stream->begin(kHead);
    co_await stage->gate.opened();
    co_return stage->last;
}

QCoro::Task<HttpReply> streamingLate(Stage *stage, Gate *begin, HttpRequest request)
{
    co_await begin->opened();
    HttpReply last = co_await streaming(stage, request);
    co_return last;
}

QCoro::Task<HttpReply> failing(Stage *stage, HttpRequest request)
{
    stage->stream = request.stream;
    stage->stream->begin(kHead);
    co_await stage->gate.opened();
    throw std::runtime_error("inner workings");
}

http::HttpHandler handlerOf(Stage &stage)
{
    return [&stage](HttpRequest request) { return streaming(&stage, std::move(request)); };
}

/** Everything the client has got so far, head removed. */
QByteArray bodyOf(RawClient &client)
{
    const QByteArray all = client.unread();
    const qsizetype end = all.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : all.mid(end + 4);
}

} // namespace

class ReplyStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sendsChunksAndKeepsTheConnection();
    void pipelinedRequestsWait();
    void endsAnOldClientsStreamByClosing();
    void hasNoneForHead();
    void cancelsWhenTheClientHangsUp();
    void hangsUpOnAClientThatLeavesTooMuch();
    void hangsUpOnAStalledClient();
    void aReaderThatKeepsUpHasAllTheTime();
    void hangsUpOnAClientThatSendsTooMuch();
    void isHarmlessAfterItsEnd();
    void cutsOffWhenTheHandlerFails();
    void closingTheServerEndsStreams();
    void isNeverEvicted();
};

void ReplyStreamTest::sendsChunksAndKeepsTheConnection()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_VERIFY(client.unread().endsWith("\r\n\r\n"));
    QVERIFY(client.unread().contains("\r\nTransfer-Encoding: chunked\r\n"));
    QVERIFY(client.unread().contains("\r\nConnection: keep-alive\r\nX-Kind: stream\r\n"));
    QVERIFY(!client.unread().contains("Content-Length"));

    stage.stream->begin(kHead); // the second begins nothing
    stage.stream->write("one");
    QTRY_COMPARE(bodyOf(client), "3\r\none\r\n");
    stage.stream->write({}); // not the end
    stage.stream->write("seventeen letters");
    QTRY_COMPARE(bodyOf(client), "3\r\none\r\n11\r\nseventeen letters\r\n");
    stage.gate.open();
    QTRY_COMPARE(bodyOf(client), "3\r\none\r\n11\r\nseventeen letters\r\n3\r\nend\r\n0\r\n\r\n");

    const qsizetype before = client.unread().size();
    client.send(get("/now/next"));
    QTRY_VERIFY(client.unread().mid(before).endsWith("GET /now/next "));
    QVERIFY(!stage.closed.isCancelled());
}

void ReplyStreamTest::pipelinedRequestsWait()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/") + get("/now/behind"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.stream->write("one");
    QTRY_COMPARE(bodyOf(client), "3\r\none\r\n");
    stage.gate.open();
    QTRY_VERIFY(bodyOf(client).startsWith("3\r\none\r\n3\r\nend\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"));
    QTRY_VERIFY(bodyOf(client).endsWith("GET /now/behind "));
}

void ReplyStreamTest::endsAnOldClientsStreamByClosing()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send("GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n");
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.stream->write("one");
    stage.gate.open();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(bodyOf(client), "oneend");
    QVERIFY(client.unread().contains("\r\nConnection: close\r\n"));
    QVERIFY(!client.unread().contains("chunked"));
}

void ReplyStreamTest::hasNoneForHead()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    QVERIFY(!stage.stream);
    stage.gate.open();
    const auto reply = client.read(RawClient::Body::None);
    QVERIFY(reply);
    QCOMPARE(reply->header("Content-Length"), "3");
}

void ReplyStreamTest::cancelsWhenTheClientHangsUp()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/") + get("/now/behind"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    client.hangUp();
    QTRY_VERIFY(stage.closed.isCancelled());
    QCOMPARE(server.connectionCount(), 0);
    stage.stream->write("for nobody");
    stage.gate.open();
    stage.stream->write("for nobody");
    QVERIFY(stillServes(server));
}

void ReplyStreamTest::hangsUpOnAClientThatLeavesTooMuch()
{
    Stage stage;
    HttpServer server({.limits = {.unsentBytes = 100'000}, .handler = handlerOf(stage)});
    RawClient client(start(server));
    client.socket().setReadBufferSize(1);
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    const QByteArray piece(50'000, 'x');
    for (int i = 0; i < 1000 && server.connectionCount() == 1; ++i) {
        stage.stream->write(piece);
        QCoreApplication::processEvents();
    }
    QVERIFY(stage.closed.isCancelled());
    QCOMPARE(server.connectionCount(), 0);
    stage.gate.open();
    QVERIFY(stillServes(server));
}

void ReplyStreamTest::hangsUpOnAStalledClient()
{
    Stage stage;
    HttpServer server({.limits = {.unsentBytes = 64 << 20, .stallTime = 300ms}, .handler = handlerOf(stage)});
    RawClient client(start(server));
    client.socket().setReadBufferSize(1);
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.stream->write(QByteArray(32 << 20, 'x')); // more than the kernel takes
    QVERIFY(!stage.closed.isCancelled());
    QTRY_VERIFY(stage.closed.isCancelled());
    stage.gate.open();
}

void ReplyStreamTest::aReaderThatKeepsUpHasAllTheTime()
{
    Stage stage;
    const http::HttpLimits limits{.headerTime = 100ms, .bodyTime = 100ms, .idleTime = 100ms, .stallTime = 100ms};
    HttpServer server({.limits = limits, .handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    RawClient silent(server.port()); // gone after every deadline above has passed
    QVERIFY(silent.waitConnected());
    QVERIFY(silent.waitClosed());
    QVERIFY(!stage.closed.isCancelled());
    stage.stream->write("still here");
    QTRY_COMPARE(bodyOf(client), "a\r\nstill here\r\n");
    stage.gate.open();
}

void ReplyStreamTest::hangsUpOnAClientThatSendsTooMuch()
{
    for (const QByteArray &path : {QByteArrayLiteral("/"), QByteArrayLiteral("/late")}) {
        Stage stage;
        Gate begin;
        HttpServer server({.handler = [&](HttpRequest request) { return streamingLate(&stage, &begin, request); }});
        RawClient client(start(server));
        client.send(get(path));
        QTRY_COMPARE(begin.waitingCount(), 1);
        if (path == "/")
            begin.open(); // else it is already too much when the stream begins
        client.socket().write(get("/now/behind").repeated(20'000));
        client.socket().flush();
        if (path != "/") {
            QTRY_VERIFY(client.socket().bytesToWrite() < 900'000);
            begin.open();
        }
        QTRY_VERIFY(stage.closed.isCancelled());
        stage.gate.open();
        QVERIFY(!client.unread().contains("behind"));
    }
}

void ReplyStreamTest::isHarmlessAfterItsEnd()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.gate.open();
    QTRY_VERIFY(bodyOf(client).endsWith("0\r\n\r\n"));
    const qsizetype before = client.unread().size();
    stage.stream->write("late");
    stage.stream->begin(kHead);
    client.send(get("/now/next"));
    QTRY_VERIFY(client.unread().endsWith("GET /now/next "));
    QVERIFY(client.unread().mid(before).startsWith("HTTP/1.1 200 OK\r\n"));
}

void ReplyStreamTest::cutsOffWhenTheHandlerFails()
{
    Stage stage;
    HttpServer server({.handler = [&](HttpRequest request) { return failing(&stage, std::move(request)); }});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.stream->write("one");
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("inner workings")));
    stage.gate.open();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(bodyOf(client), "3\r\none\r\n"); // without the last chunk: the client knows it is not whole
}

void ReplyStreamTest::closingTheServerEndsStreams()
{
    Stage stage;
    HttpServer server({.handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    stage.stream->write("one");
    server.close();
    QVERIFY(stage.closed.isCancelled());
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(bodyOf(client), "3\r\none\r\n");
    stage.gate.open();
}

void ReplyStreamTest::isNeverEvicted()
{
    Stage stage;
    HttpServer server({.limits = {.connections = 2}, .handler = handlerOf(stage)});
    RawClient client(start(server));
    client.send(get("/"));
    QTRY_COMPARE(stage.gate.waitingCount(), 1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(stillServes(server));
    QVERIFY(!stage.closed.isCancelled());
    stage.gate.open();
    QTRY_VERIFY(bodyOf(client).endsWith("0\r\n\r\n"));
}

QTEST_GUILESS_MAIN(ReplyStreamTest)
#include "tst_replystream.moc"
