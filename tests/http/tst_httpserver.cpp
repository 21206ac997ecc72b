// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpserver.h"
#include "tests/http/echoserver.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using http::HttpReply;
using http::HttpRequest;
using http::HttpServer;
using namespace tokensmith::test;

namespace {

QCoro::Task<HttpReply> always(HttpReply reply)
{
    co_return reply;
}

QCoro::Task<HttpReply> throwAfter(Gate *gate)
{
    co_await gate->opened();
    throw std::runtime_error("after a while");
}

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void answers();
    void listensOnIpv6Too();
    void namesThePortThatIsTaken();
    void listensAgain();
    void keepsTheConnection();
    void answersMoreThanTheKernelTakes();
    void closesWhenAsked();
    void answersHeadWithoutBody();
    void answersPipelinedRequestsInOrder();
    void answersManyPipelinedRequests();
    void sendsContinueWhenTheHeaderIsAccepted();
    void readsChunksInSlices_data();
    void readsChunksInSlices();
    void refusesFromTheHeader();
    void wordsItsRefusals();
    void answersMalformedInputOnce_data();
    void answersMalformedInputOnce();
    void tellsAClientInTheMiddleOfABigBody();
    void turnsAnExceptionInto500();
    void dropsTheConnection();
};

void HttpServerTest::answers()
{
    HttpServer server({.handler = echo});
    const auto port = server.listen(0);
    QVERIFY(port);
    QCOMPARE(server.port(), *port);
    RawClient client(*port);
    const auto reply = client.ask(get("/a/b?c=d"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, "GET /a/b?c=d ");
    QCOMPARE(reply->header("Content-Type"), "text/plain");
    QCOMPARE(reply->header("Connection"), "keep-alive");
    QVERIFY(reply->header("Date").endsWith(" GMT"));
}

void HttpServerTest::listensOnIpv6Too()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("This machine has no ::1.");
    HttpServer server({.handler = echo});
    RawClient client(start(server), QHostAddress(QHostAddress::LocalHostIPv6));
    const auto reply = client.ask(get("/"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);

    // Someone else's ::1 would be sent the keys of clients that say "localhost".
    const quint16 taken = probe.serverPort();
    HttpServer second({.handler = echo});
    const auto result = second.listen(taken);
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QString::number(taken)));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost), taken)); // and the other half was given back
}

void HttpServerTest::namesThePortThatIsTaken()
{
    HttpServer first({.handler = echo});
    const quint16 port = start(first);
    HttpServer second({.handler = echo});
    const auto result = second.listen(port);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::Error::Code::Unavailable);
    const QString holder = u"\"tst_httpserver\" (process %1)"_s.arg(QCoreApplication::applicationPid());
    QCOMPARE(result.error().message,
             u"Port %1 is already used by %2. Close that program or choose another port."_s.arg(
                 QString::number(port), QFile::exists(u"/proc/net/tcp"_s) ? holder : u"another program"_s));
    QCOMPARE(second.port(), 0);
    QVERIFY(stillServes(first));
}

void HttpServerTest::listensAgain()
{
    HttpServer server({.handler = echo});
    const quint16 port = start(server);
    RawClient client(port);
    QVERIFY(client.ask(get("/")));
    server.close();
    QCOMPARE(server.port(), 0);
    QCOMPARE(server.connectionCount(), 0);
    QVERIFY(client.waitClosed());
    QCOMPARE(server.listen(port).value_or(0), port);
    QVERIFY(stillServes(server));
}

void HttpServerTest::keepsTheConnection()
{
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    for (int i = 0; i < 300; ++i) {
        const QByteArray body = QByteArray::number(i);
        const auto reply = client.ask(post("/n", body));
        QVERIFY(reply);
        QCOMPARE(reply->body, "POST /n " + body);
    }
    QCOMPARE(server.connectionCount(), 1);
}

void HttpServerTest::answersMoreThanTheKernelTakes()
{
    QByteArray large;
    for (int i = 0; large.size() < 16'000'000; ++i)
        large += QByteArray::number(i) + '\n';
    HttpServer server({.handler = [&large](HttpRequest) { return always({.body = large}); }});
    RawClient client(start(server));
    for (int i = 0; i < 2; ++i) {
        const auto reply = client.ask(get("/"));
        QVERIFY(reply);
        QVERIFY(reply->body == large); // nobody wants to read the difference
    }
}

void HttpServerTest::closesWhenAsked()
{
    HttpServer server({.handler = echo});
    const quint16 port = start(server);
    for (const QByteArray &request :
         {get("/", "Connection: close\r\n"), QByteArray("GET / HTTP/1.0\r\nHost: x\r\n\r\n")}) {
        RawClient client(port);
        client.send(request + get("/never"));
        const auto reply = client.read();
        QVERIFY(reply);
        QCOMPARE(reply->body, "GET / ");
        QCOMPARE(reply->header("Connection"), "close");
        QVERIFY(client.waitClosed());
    }
    HttpServer closing({.handler = [](HttpRequest) { return always({.connection = HttpReply::Connection::Close}); }});
    RawClient client(start(closing));
    QVERIFY(client.ask(get("/")));
    QVERIFY(client.waitClosed());
}

void HttpServerTest::answersHeadWithoutBody()
{
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    client.send("HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
    const auto reply = client.read(RawClient::Body::None);
    QVERIFY(reply);
    QCOMPARE(reply->header("Content-Length"), QByteArray::number(QByteArray("HEAD /h ").size()));
    const auto next = client.read();
    QVERIFY(next);
    QCOMPARE(next->body, "GET /next ");
}

void HttpServerTest::answersPipelinedRequestsInOrder()
{
    Gate gate;
    HttpServer server({.handler = lateHandler(gate)});
    RawClient client(start(server));
    client.send(get("/slow") + post("/now/fast", "abc") + get("/slow/2"));
    QTRY_COMPARE(gate.waitingCount(), 1); // the second is not begun before the first is answered
    QCOMPARE(server.inFlightCount(), 1);
    QVERIFY(client.unread().isEmpty());
    gate.open();
    for (const QByteArray expected : {"GET /slow ", "POST /now/fast abc", "GET /slow/2 "}) {
        const auto reply = client.read();
        QVERIFY(reply);
        QCOMPARE(reply->body, expected);
    }
}

void HttpServerTest::answersManyPipelinedRequests()
{
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    QByteArray requests;
    for (int i = 0; i < 1000; ++i)
        requests += post("/" + QByteArray::number(i), QByteArray(100, 'x'));
    client.send(requests);
    for (int i = 0; i < 1000; ++i) {
        const auto reply = client.read();
        QVERIFY(reply);
        QCOMPARE(reply->body, "POST /" + QByteArray::number(i) + ' ' + QByteArray(100, 'x'));
    }
}

void HttpServerTest::sendsContinueWhenTheHeaderIsAccepted()
{
    HttpServer server({.limits = {.bodyBytes = 10}, .handler = echo});
    const quint16 port = start(server);
    RawClient client(port);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QTRY_COMPARE(client.unread(), "HTTP/1.1 100 Continue\r\n\r\n");
    const auto reply = client.ask("abc");
    QVERIFY(reply);
    QCOMPARE(reply->body, "POST / abc");

    RawClient tooMuch(port);
    tooMuch.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    QTRY_VERIFY(tooMuch.unread().startsWith("HTTP/1.1 413 "));
}

void HttpServerTest::readsChunksInSlices_data()
{
    QTest::addColumn<int>("slice");
    for (const int slice : {1, 3, 17})
        QTest::newRow(QByteArray::number(slice).constData()) << slice;
}

void HttpServerTest::readsChunksInSlices()
{
    QFETCH(int, slice);
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    const QByteArray bytes = "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "3\r\nabc\r\n1;x=y\r\nd\r\n0\r\nTrailer: t\r\n\r\n"
                             + get("/after");
    for (qsizetype at = 0; at < bytes.size(); at += slice)
        client.send(bytes.mid(at, slice));
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->body, "POST /c abcd");
    const auto after = client.read();
    QVERIFY(after);
    QCOMPARE(after->body, "GET /after ");
}

void HttpServerTest::refusesFromTheHeader()
{
    const auto hook = [](const HttpRequest &request) -> std::optional<HttpReply> {
        if (request.path == "/secret")
            return HttpReply{.status = 401, .body = "no"};
        return std::nullopt;
    };
    HttpServer server({.onHeader = hook, .handler = echo});
    const quint16 port = start(server);
    RawClient client(port);
    for (int i = 0; i < 3; ++i) { // without a body the connection is of further use
        const auto refused = client.ask(get("/secret"));
        QVERIFY(refused);
        QCOMPARE(refused->status, 401);
    }
    const auto reply = client.ask(get("/open"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    // With one, the answer comes before a byte of it, and the connection ends.
    const auto refused = client.ask("POST /secret HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
    QVERIFY(refused);
    QCOMPARE(refused->status, 401);
    QCOMPARE(refused->header("Connection"), "close");
    QVERIFY(client.waitClosed());
}

void HttpServerTest::wordsItsRefusals()
{
    const auto words = [](int status, const HttpRequest &request) {
        return HttpReply{.status = status, .body = "for " + request.path + request.header("X-Id")};
    };
    HttpServer server({.limits = {.bodyBytes = 10}, .onRefusal = words, .handler = echo});
    const quint16 port = start(server);
    RawClient tooBig(port);
    const auto reply = tooBig.ask(post("/big", QByteArray(11, 'x'), "X-Id: 7\r\n"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 413);
    QCOMPARE(reply->body, "for /big7");
    RawClient unknownCoding(port);
    const auto other = unknownCoding.ask(get("/te", "X-Id: 8\r\nTransfer-Encoding: gzip\r\n"));
    QVERIFY(other);
    QCOMPARE(other->status, 501);
    QCOMPARE(other->body, "for /te8");
}

void HttpServerTest::answersMalformedInputOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("rubbish") << QByteArray("rubbish\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) << 400;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: x\n\n") << 400;
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << get("/", "Host: y\r\n") << 400;
    QTest::newRow("folded") << get("/", "A: b\r\n c\r\n") << 400;
    QTest::newRow("absolute form") << get("http://x/") << 400;
    QTest::newRow("negative length") << get("/", "Content-Length: -1\r\n") << 400;
    QTest::newRow("doubled length") << get("/", "Content-Length: 1\r\nContent-Length: 1\r\n") << 400;
    QTest::newRow("huge length") << get("/", "Content-Length: 18446744073709551615\r\n") << 413;
    QTest::newRow("length and chunked") << get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("unknown coding") << get("/", "Transfer-Encoding: br\r\n") << 501;
    QTest::newRow("other expectation") << get("/", "Expect: 200-ok\r\n") << 417;
    QTest::newRow("16 KiB header") << get("/", "A: " + QByteArray(16 * 1024, 'x') + "\r\n") << 431;
    QTest::newRow("1 MB header") << get("/", "A: " + QByteArray(1'000'000, 'x') + "\r\n") << 431;
    QTest::newRow("65 fields") << get("/", QByteArray("A: b\r\n").repeated(64)) << 431;
}

void HttpServerTest::answersMalformedInputOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    // The request behind it must never be answered: where one request ends is in doubt.
    client.send(bytes + get("/smuggled"));
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->header("Connection"), "close");
    QVERIFY(client.waitClosed());
    QVERIFY(stillServes(server));
}

void HttpServerTest::tellsAClientInTheMiddleOfABigBody()
{
    HttpServer server({.handler = echo});
    RawClient client(start(server));
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6000000\r\n\r\n" + QByteArray(6'000'000, 'x'));
    const auto reply = client.read();
    QVERIFY(reply); // closing at once would have reset the connection and lost it
    QCOMPARE(reply->status, 413);
    QVERIFY(client.waitClosed());
    QVERIFY(stillServes(server));
}

void HttpServerTest::turnsAnExceptionInto500()
{
    Gate gate;
    const auto handler = [&gate](HttpRequest request) -> QCoro::Task<HttpReply> {
        if (request.path == "/at-once")
            throw std::runtime_error("at once");
        if (request.path == "/late")
            return throwAfter(&gate);
        return echo(std::move(request));
    };
    HttpServer server({.handler = handler});
    const quint16 port = start(server);
    RawClient early(port);
    QTest::ignoreMessage(QtCriticalMsg, "A request failed with an exception: at once");
    const auto first = early.ask(get("/at-once"));
    QVERIFY(first);
    QCOMPARE(first->status, 500);
    RawClient client(port);
    client.send(get("/late"));
    QTRY_COMPARE(gate.waitingCount(), 1);
    QTest::ignoreMessage(QtCriticalMsg, "A request failed with an exception: after a while");
    gate.open();
    const auto second = client.read();
    QVERIFY(second);
    QCOMPARE(second->status, 500);
    QVERIFY(!second->body.contains("while")); // what went wrong inside is for the log
    QVERIFY(stillServes(server));
}

void HttpServerTest::dropsTheConnection()
{
    HttpServer server({.handler = [](HttpRequest) { return always({.connection = HttpReply::Connection::Drop}); }});
    RawClient client(start(server));
    client.send(get("/"));
    QVERIFY(client.waitClosed());
    QCOMPARE(server.inFlightCount(), 0);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
