// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/endpointfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class EndpointGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void refuses_data();
    void refuses();
    void checksInOrder();
    void readsNoBodyOfAStranger();
    void hidesWhatWentWrongInside();
    void servesOnAfterBadInput_data();
    void servesOnAfterBadInput();
    void answersASlowBody();
    void servesOnAfterHangUps();
    void servesBesideIdleAndSlowClients();
};

void EndpointGateTest::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields"); // PORT stands for the port
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const QByteArray key = "X-API-Key: " + kKey + "\r\n";
    const QByteArray json = "Content-Type: application/json\r\n";
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &fields, int status,
                        const QString &words) { QTest::newRow(name) << line << fields << status << words; };
    row("no key", "POST /mcp", json, 401, u"A key is needed"_s);
    row("empty key", "POST /mcp", "X-API-Key:\r\n" + json, 401, u"A key is needed"_s);
    row("wrong key", "POST /mcp", "X-API-Key: wrong\r\n" + json, 401, u"This key is not known"_s);
    row("half the key", "POST /mcp", "X-API-Key: the-key\r\n" + json, 401, u"This key is not known"_s);
    row("key in another case", "POST /mcp", key.toUpper() + json, 401, u"This key is not known"_s);
    row("other scheme", "POST /mcp", "Authorization: Basic " + kKey + "\r\n" + json, 401, u"A key is needed"_s);
    row("key in the query", "POST /mcp?key=" + kKey, json, 401, u"A key is needed"_s);
    row("own Origin", "POST /mcp", "Origin: http://localhost:PORT\r\n" + key, 415, u"application/json"_s);
    row("foreign Origin", "POST /mcp", "Origin: http://evil.com\r\n" + key + json, 403, u"web pages"_s);
    row("null Origin", "POST /mcp", "Origin: null\r\n" + key + json, 403, u"web pages"_s);
    row("no content type", "POST /mcp", key, 415, u"application/json"_s);
    row("form", "POST /mcp", key + "Content-Type: text/plain\r\n", 415, u"application/json"_s);
    row("JSON-like type", "POST /mcp", key + "Content-Type: application/json-patch\r\n", 415, u"application/json"_s);
    row("GET", "GET /mcp", key, 405, u"Only POST"_s);
    row("DELETE", "DELETE /mcp", key, 405, u"Only POST"_s);
    row("OPTIONS", "OPTIONS /mcp", {}, 405, u"Only POST"_s);
    row("lower-case method", "post /mcp", key + json, 405, u"Only POST"_s);
    row("POST /health", "POST /health", {}, 405, u"Only GET, HEAD"_s);
    row("PUT /templates", "PUT /templates", {}, 405, u"Only GET, HEAD"_s);
    row("GET with a body", "GET /health", "Content-Length: 3000000\r\n", 413, u"without a body"_s);
    row("GET with chunks", "GET /templates", "Transfer-Encoding: chunked\r\n", 413, u"without a body"_s);
    row("root", "GET /", {}, 404, u"/mcp"_s);
    row("path below", "POST /mcp/x", key + json, 404, u"/mcp"_s);
    row("path with dots", "GET /../health", {}, 404, u"/mcp"_s);
    row("encoded path", "GET /%68ealth", {}, 404, u"/mcp"_s);
}

void EndpointGateTest::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    QFETCH(QString, words);
    Fixture f;
    const auto reply = f.ask(f.request(line, fields.replace("PORT", QByteArray::number(f.port))));
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->header("Content-Type"), "application/json");
    QVERIFY2(messageOf(*reply).contains(words), reply->body.constData());
    QVERIFY(!reply->body.contains(kKey));
    QVERIFY(!f.seen); // the service was not asked
    const QJsonObject body = QJsonDocument::fromJson(reply->body).object();
    const bool isMcp = line.contains(" /mcp") && !line.contains("/mcp/");
    QCOMPARE(body.value("jsonrpc"_L1).toString(), isMcp ? u"2.0"_s : QString());
    if (isMcp) {
        QVERIFY(body.value("id"_L1).isNull());
        QCOMPARE(body["error"_L1]["code"_L1].toInt(), -32000);
    }
    QCOMPARE(!reply->header("Allow").isNull(), status == 405);
    QVERIFY(f.stillServes());
}

void EndpointGateTest::checksInOrder()
{
    Fixture f;
    const auto foreign = f.ask("POST /nowhere HTTP/1.1\r\nHost: evil.com\r\n\r\n");
    QVERIFY(foreign);
    QCOMPARE(foreign->status, 403);                                                       // before the path
    QCOMPARE(f.ask(f.request("GET /mcp"))->status, 405);                                  // before the key
    QCOMPARE(f.ask(f.request("POST /mcp", "Content-Type: text/plain\r\n"))->status, 401); // before the type
    f.endpoint.setPaused(McpEndpoint::PauseState::Paused);
    QCOMPARE(f.ask(f.request("POST /mcp"))->status, 401); // strangers don't learn of it
}

void EndpointGateTest::readsNoBodyOfAStranger()
{
    Fixture f;
    RawClient client(f.port);
    client.send("POST /mcp HTTP/1.1\r\nHost: " + f.host + "\r\nContent-Length: 3000000\r\n\r\n");
    const auto reply = client.read(); // not a byte of it was sent
    QVERIFY(reply);
    QCOMPARE(reply->status, 401);
    QVERIFY(client.waitClosed());
}

void EndpointGateTest::hidesWhatWentWrongInside()
{
    Fixture f;
    QTest::ignoreMessage(QtCriticalMsg, "A request failed with an exception: inner workings");
    const auto reply = f.ask(f.call("throw"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 500);
    QVERIFY(!reply->body.contains("inner"));
    QCOMPARE(QJsonDocument::fromJson(reply->body)["error"_L1]["code"_L1].toInt(), -32603);
    QVERIFY(f.stillServes());
}

void EndpointGateTest::servesOnAfterBadInput_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("2 MB body") << "Content-Length: 2000000\r\n"_ba << QByteArray(2'000'000, 'x') << 413;
    QTest::newRow("2 MB in chunks") << "Transfer-Encoding: chunked\r\n"_ba
                                    << "1e8480\r\n" + QByteArray(2'000'000, 'x') + "\r\n0\r\n\r\n"
                                    << 413;
    QTest::newRow("negative Content-Length") << "Content-Length: -1\r\n"_ba
                                             << "{}"_ba << 400;
    QTest::newRow("doubled Content-Length") << "Content-Length: 2\r\nContent-Length: 2\r\n"_ba
                                            << "{}"_ba << 400;
    QTest::newRow("huge Content-Length") << "Content-Length: 99999999999999999999999\r\n"_ba
                                         << "{}"_ba << 400;
    QTest::newRow("length and chunked") << "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"_ba
                                        << "{}"_ba << 400;
    QTest::newRow("20 KB header") << "X: " + QByteArray(20'000, 'x') + "\r\n"
                                  << ""_ba << 431;
    QTest::newRow("two keys") << "X-API-Key: other\r\n"_ba
                              << ""_ba << 400;
}

void EndpointGateTest::servesOnAfterBadInput()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Fixture f;
    RawClient client(f.port);
    client.send(f.request("POST /mcp", "X-API-Key: " + kKey + "\r\nContent-Type: application/json\r\n" + fields)
                + body);
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QVERIFY(!messageOf(*reply).isEmpty());
    QVERIFY(client.waitClosed());
    QVERIFY(!f.seen);
    QVERIFY(f.stillServes());
}

void EndpointGateTest::answersASlowBody()
{
    Fixture f({.bodyTime = 300ms});
    const QByteArray request = f.call("{\"a\":1}");
    for (const QByteArray &part : {request.chopped(7), request.chopped(1)}) {
        RawClient slow(f.port);
        slow.send(part);
        QVERIFY(f.stillServes());
        f.seen.reset();
        const auto reply = slow.read();
        QVERIFY(reply);
        QCOMPARE(reply->status, 408);
        QVERIFY(messageOf(*reply).contains(u"in time"_s));
        QVERIFY(slow.waitClosed());
        QVERIFY(!f.seen);
    }
}

void EndpointGateTest::servesOnAfterHangUps()
{
    Fixture f;
    RawClient pipelining(f.port);
    pipelining.send(f.call("{\"n\":1}") + f.call("notify"));
    QCOMPARE(pipelining.read()->status, 200);
    QCOMPARE(pipelining.read()->status, 202);

    for (int i = 0; i < 50; ++i) {
        RawClient client(f.port);
        client.send(f.call("wait"));
    } // each leaves before its answer
    QTRY_VERIFY(f.gate.waitingCount() > 0);
    QVERIFY(f.stillServes());
    f.gate.open();
    QTRY_COMPARE(f.endpoint.inFlightCount(), 0);
    QVERIFY(f.stillServes());
}

void EndpointGateTest::servesBesideIdleAndSlowClients()
{
    Fixture f({.headerTime = 300ms});
    std::vector<std::unique_ptr<RawClient>> idle;
    idle.reserve(500);
    for (int i = 0; i < 500; ++i)
        idle.push_back(std::make_unique<RawClient>(f.port));
    for (const auto &client : idle)
        QVERIFY(client->waitConnected());
    QVERIFY(f.stillServes());
    RawClient slow(f.port);
    slow.send("POST /mcp HTTP/1.1\r\nHost:");
    QVERIFY(f.stillServes());
    const auto reply = slow.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(!messageOf(*reply).isEmpty());
    QVERIFY(f.stillServes());
}

QTEST_GUILESS_MAIN(EndpointGateTest)
#include "tst_endpointgate.moc"
