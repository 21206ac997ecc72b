// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/endpointfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

class McpEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void handsACallOver();
    void takesAKeyInEitherHeader();
    void passesTheAnswerOn();
    void servesItsOtherRoutes();
    void answersOAuthProbesInWords_data();
    void answersOAuthProbesInWords();
    void saysThatNoKeyExists();
    void pauses();
    void marksEveryAnswer_data();
    void marksEveryAnswer();
    void cancelsACallWhoseClientLeft();
    void limitsHealthChecks();
    void knowsItsUrl();
};

void McpEndpointTest::handsACallOver()
{
    Fixture f;
    QVERIFY(f.isReady);
    const auto reply = f.ask(f.call("{\"a\":1}", "MCP-Protocol-Version: 2025-11-25\r\nMcp-Method: ping\r\n"
                                                 "X-Correlation-ID: call-7\r\nAuthorization: Basic abc\r\n"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(f.seen);
    QCOMPARE(f.seen->body, "{\"a\":1}");
    QCOMPARE(f.seen->client.name, u"tester"_s);
    QCOMPARE(f.seen->correlationId, "call-7");
    const HttpRequest headers{.headers = f.seen->headers};
    QCOMPARE(headers.header("Mcp-Method"), "ping");
    QCOMPARE(headers.header("MCP-Protocol-Version"), "2025-11-25");
    QVERIFY(headers.header("X-API-Key").isNull()); // credentials go no further
    QVERIFY(headers.header("Authorization").isNull());
}

void McpEndpointTest::takesAKeyInEitherHeader()
{
    Fixture f;
    for (const QByteArray field : {"X-API-Key: ", "x-api-key: ", "Authorization: Bearer ", "authorization: bearer "}) {
        const auto reply = f.ask(f.request("POST /mcp", field + kKey + "\r\nContent-Type: application/json\r\n", "{}"));
        QVERIFY(reply);
        QVERIFY2(reply->status == 200, field.constData());
    }
    for (const QByteArray type : {"application/json; charset=utf-8", "Application/JSON"}) {
        const auto reply =
            f.ask(f.request("POST /mcp?x=1", "X-API-Key: " + kKey + "\r\nContent-Type: " + type + "\r\n", "{}"));
        QVERIFY(reply);
        QVERIFY2(reply->status == 200, type.constData());
    }
}

void McpEndpointTest::passesTheAnswerOn()
{
    Fixture f;
    const auto reply = f.ask(f.call());
    QVERIFY(reply);
    QCOMPARE(reply->header("Content-Type"), "application/json");
    QCOMPARE(reply->header("X-RateLimit-Remaining"), "9");
    const auto accepted = f.ask(f.call("notify"));
    QVERIFY(accepted);
    QCOMPARE(accepted->status, 202);
    QVERIFY(accepted->body.isEmpty());
    QVERIFY(accepted->header("Content-Type").isNull());
}

void McpEndpointTest::servesItsOtherRoutes()
{
    Fixture f;
    const auto health = f.ask(f.request("GET /health"));
    QVERIFY(health);
    QCOMPARE(health->body, "{\"status\":\"ok\"}");
    const auto templates = f.ask(f.request("GET /templates"));
    QVERIFY(templates);
    QCOMPARE(templates->body, "{\"templates\":[]}");
    QCOMPARE(templates->header("Content-Type"), "application/json");
    RawClient client(f.port);
    client.send(f.request("HEAD /health") + f.request("HEAD /templates") + f.request("GET /health"));
    for (int i = 0; i < 2; ++i) {
        const auto head = client.read(RawClient::Body::None);
        QVERIFY(head);
        QCOMPARE(head->status, 200);
        QVERIFY(head->header("Content-Length").toInt() > 0);
    }
    QVERIFY(client.read());
}

void McpEndpointTest::answersOAuthProbesInWords_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"GET /.well-known/oauth-protected-resource", "GET /.well-known/oauth-protected-resource/mcp",
          "GET /.well-known/oauth-authorization-server", "GET /.well-known/oauth-authorization-server/mcp",
          "GET /.well-known/openid-configuration", "GET /.well-known/openid-configuration/mcp",
          "GET /mcp/.well-known/openid-configuration", "POST /register"})
        QTest::newRow(line) << QByteArray(line);
}

void McpEndpointTest::answersOAuthProbesInWords()
{
    QFETCH(QByteArray, line);
    Fixture f;
    const auto reply = f.ask(f.request(line));
    QVERIFY(reply);
    QCOMPARE(reply->status, 404);
    QVERIFY(reply->header("Content-Type").startsWith("text/plain"));
    QVERIFY(reply->body.contains("X-API-Key"));
    QVERIFY(reply->body.size() < 200);
}

void McpEndpointTest::saysThatNoKeyExists()
{
    Fixture f({}, {});
    for (const QByteArray fields : {"", "X-API-Key: \r\n", "X-API-Key: anything\r\n", "Authorization: Bearer \r\n"}) {
        const auto reply = f.ask(f.request("POST /mcp", fields + "Content-Type: application/json\r\n", "{}"));
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QVERIFY(messageOf(*reply).contains(u"No client has a key yet"_s));
        QVERIFY(messageOf(*reply).contains(u"MCP_API_KEY"_s));
    }
}

void McpEndpointTest::pauses()
{
    Fixture f;
    f.endpoint.setPaused(McpEndpoint::PauseState::Paused);
    const auto reply = f.ask(f.call());
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QVERIFY(messageOf(*reply).contains(u"paused"_s));
    QVERIFY(!f.seen);
    QCOMPARE(f.ask(f.request("GET /health"))->status, 200);

    // Also a call that was let in before and whose body comes after.
    f.endpoint.setPaused(McpEndpoint::PauseState::Running);
    RawClient client(f.port);
    const QByteArray call = f.call("{}", "Expect: 100-continue\r\n");
    client.send(call.chopped(2));
    QTRY_VERIFY(client.unread().startsWith("HTTP/1.1 100 "));
    f.endpoint.setPaused(McpEndpoint::PauseState::Paused);
    const auto late = client.ask("{}");
    QVERIFY(late);
    QCOMPARE(late->status, 503);
    f.endpoint.setPaused(McpEndpoint::PauseState::Running);
    QVERIFY(f.stillServes());
}

void McpEndpointTest::marksEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields");
    const QByteArray key = "X-API-Key: " + kKey + "\r\nContent-Type: application/json\r\n";
    QTest::newRow("200") << "POST /mcp"_ba << key;
    QTest::newRow("500") << "POST /mcp"_ba << key + "Content-Length: 5\r\n";
    QTest::newRow("health") << "GET /health"_ba
                            << ""_ba;
    QTest::newRow("templates") << "GET /templates"_ba
                               << ""_ba;
    QTest::newRow("401") << "POST /mcp"_ba
                         << ""_ba;
    QTest::newRow("403") << "POST /mcp"_ba
                         << "Origin: null\r\n"_ba;
    QTest::newRow("404") << "GET /x"_ba
                         << ""_ba;
    QTest::newRow("probe") << "POST /register"_ba
                           << ""_ba;
    QTest::newRow("405") << "GET /mcp"_ba
                         << ""_ba;
    QTest::newRow("413") << "POST /mcp"_ba << key + "Content-Length: 2000000\r\n";
    QTest::newRow("415") << "POST /mcp"_ba
                         << "X-API-Key: " + kKey + "\r\n";
    QTest::newRow("417") << "POST /mcp"_ba
                         << "Expect: x\r\n"_ba;
    QTest::newRow("501") << "POST /mcp"_ba
                         << "Transfer-Encoding: x\r\n"_ba;
    QTest::newRow("400") << "POST /mcp"_ba
                         << "Content-Length: -5\r\n"_ba;
}

void McpEndpointTest::marksEveryAnswer()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    const int status = QByteArray(QTest::currentDataTag()).toInt();
    if (status == 500)
        QTest::ignoreMessage(QtCriticalMsg, "A request failed with an exception: inner workings");
    Fixture f;
    const auto reply = f.ask(f.request(line, "X-Correlation-ID: mine-1\r\n" + fields) + (status == 500 ? "throw" : ""));
    QVERIFY(reply);
    QVERIFY(status == 0 || reply->status == status);
    QCOMPARE(reply->header("X-Correlation-ID"), "mine-1");
    QCOMPARE(reply->header("Cache-Control"), "no-store");
    QVERIFY(!reply->head.toLower().contains("access-control"));
    if (status == 500)
        QTest::ignoreMessage(QtCriticalMsg, "A request failed with an exception: inner workings");
    const auto other = f.ask(f.request(line, fields) + (status == 500 ? "throw" : ""));
    QVERIFY(other);
    QVERIFY(!other->header("X-Correlation-ID").isEmpty()); // ours
}

void McpEndpointTest::cancelsACallWhoseClientLeft()
{
    Fixture f;
    auto client = std::make_unique<RawClient>(f.port);
    client->send(f.call("wait"));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    QVERIFY(!f.seen->cancel.isCancelled());
    client.reset();
    QTRY_VERIFY(f.seen->cancel.isCancelled());
    f.gate.open();
    QCOMPARE(f.endpoint.inFlightCount(), 0);
}

static QCoro::Task<HttpReply> healthyLate(Gate *gate)
{
    co_await gate->opened();
    co_return HttpReply{.body = "{}"};
}

void McpEndpointTest::limitsHealthChecks()
{
    clients::ClientKeys keys;
    Gate gate;
    McpEndpoint endpoint({.keys = keys, .mcp = {}, .health = [&gate] { return healthyLate(&gate); }, .templates = {}});
    const quint16 port = endpoint.listen(0).value_or(0);
    const QByteArray request = "GET /health HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> waiting;
    for (int i = 0; i < 16; ++i) {
        waiting.push_back(std::make_unique<RawClient>(port));
        waiting.back()->send(request);
    }
    QTRY_COMPARE(gate.waitingCount(), 16);
    const auto refused = RawClient(port).ask(request);
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    waiting.front()->hangUp(); // it still waits inside
    gate.open();
    for (std::size_t i = 1; i < waiting.size(); ++i)
        QVERIFY(waiting[i]->read());
    const auto reply = RawClient(port).ask(request);
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void McpEndpointTest::knowsItsUrl()
{
    Fixture f;
    QCOMPARE(f.endpoint.url().toString(), u"http://127.0.0.1:%1/mcp"_s.arg(f.port));
    f.endpoint.close();
    QVERIFY(f.endpoint.url().isEmpty());
}

QTEST_GUILESS_MAIN(McpEndpointTest)
#include "tst_mcpendpoint.moc"
