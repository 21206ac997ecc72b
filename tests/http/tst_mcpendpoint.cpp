// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/mcpendpoint.h"
#include "tests/support/gate.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

using namespace tokensmith;
using namespace tokensmith::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::Gate;
using test::RawClient;
using test::RawReply;

namespace {

const QByteArray kKey = "the-key-of-the-tester";

QCoro::Task<McpAnswer> answerTo(McpExchange exchange, std::optional<McpExchange> *seen, Gate *gate)
{
    *seen = exchange;
    if (exchange.body == "wait")
        co_await gate->opened();
    if (exchange.body == "throw")
        throw std::runtime_error("inner workings");
    if (exchange.body == "notify")
        co_return McpAnswer{.status = 202};
    co_return McpAnswer{.body = "{\"ok\":true}", .headers = {{"X-RateLimit-Remaining", "9"}}};
}

QCoro::Task<HttpReply> healthy()
{
    co_return HttpReply{.contentType = "application/json", .body = "{\"status\":\"ok\"}"};
}

/** An endpoint with one key, on a free port, and a way to talk to it. */
struct Fixture
{
    explicit Fixture(HttpLimits limits = {}, const QByteArray &key = kKey)
        : endpoint({.keys = keys,
                    .mcp = [this](McpExchange exchange) { return answerTo(std::move(exchange), &seen, &gate); },
                    .health = healthy,
                    .templates = [] { return QByteArray("{\"templates\":[]}"); }},
                   limits)
    {
        if (!key.isEmpty())
            isReady = keys.add(u"tester"_s, base::Secret(key));
        port = endpoint.listen(0).value_or(0);
        host = "127.0.0.1:" + QByteArray::number(port);
    }

    QByteArray request(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &body = {}) const
    {
        QByteArray bytes = line + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields;
        if (!body.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return bytes + "\r\n" + body;
    }

    QByteArray call(const QByteArray &body = "{}", const QByteArray &fields = {}) const
    {
        return request("POST /mcp", "X-API-Key: " + kKey + "\r\nContent-Type: application/json\r\n" + fields, body);
    }

    std::optional<RawReply> ask(const QByteArray &bytes) const { return RawClient(port).ask(bytes); }

    bool stillServes() const
    {
        const auto reply = ask(call());
        return reply && reply->status == 200 && reply->body == "{\"ok\":true}";
    }

    clients::ClientKeys keys;
    std::optional<McpExchange> seen;
    Gate gate;
    McpEndpoint endpoint;
    quint16 port = 0;
    QByteArray host;
    bool isReady = true;
};

QString messageOf(const RawReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue error = body.value("error"_L1);
    return error.isObject() ? error["message"_L1].toString() : error.toString();
}

} // namespace

class McpEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void handsACallOver();
    void takesAKeyInEitherHeader();
    void passesTheAnswerOn();
    void servesItsOtherRoutes();
    void refuses_data();
    void refuses();
    void checksInOrder();
    void readsNoBodyOfAStranger();
    void answersOAuthProbesInWords_data();
    void answersOAuthProbesInWords();
    void saysThatNoKeyExists();
    void pauses();
    void marksEveryAnswer_data();
    void marksEveryAnswer();
    void hidesWhatWentWrongInside();
    void servesOnAfterBadInput_data();
    void servesOnAfterBadInput();
    void servesOnAfterHangUps();
    void servesBesideIdleAndSlowClients();
    void cancelsACallWhoseClientLeft();
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
    QCOMPARE(f.seen->protocolVersion, "2025-11-25");
    QCOMPARE(f.seen->client.name, u"tester"_s);
    QCOMPARE(f.seen->correlationId, "call-7");
    const HttpRequest headers{.headers = f.seen->headers};
    QCOMPARE(headers.header("Mcp-Method"), "ping");
    QVERIFY(headers.header("X-API-Key").isNull()); // credentials go no further
    QVERIFY(headers.header("Authorization").isNull());

    QVERIFY(f.ask(f.call()));
    QVERIFY(f.seen->protocolVersion.isNull());
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

void McpEndpointTest::refuses_data()
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
    row("root", "GET /", {}, 404, u"/mcp"_s);
    row("path below", "POST /mcp/x", key + json, 404, u"/mcp"_s);
    row("path with dots", "GET /../health", {}, 404, u"/mcp"_s);
    row("encoded path", "GET /%68ealth", {}, 404, u"/mcp"_s);
}

void McpEndpointTest::refuses()
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

void McpEndpointTest::checksInOrder()
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

void McpEndpointTest::readsNoBodyOfAStranger()
{
    Fixture f;
    RawClient client(f.port);
    client.send("POST /mcp HTTP/1.1\r\nHost: " + f.host + "\r\nContent-Length: 3000000\r\n\r\n");
    const auto reply = client.read(); // not a byte of it was sent
    QVERIFY(reply);
    QCOMPARE(reply->status, 401);
    QVERIFY(client.waitClosed());
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

void McpEndpointTest::hidesWhatWentWrongInside()
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

void McpEndpointTest::servesOnAfterBadInput_data()
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

void McpEndpointTest::servesOnAfterBadInput()
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

void McpEndpointTest::servesOnAfterHangUps()
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

void McpEndpointTest::servesBesideIdleAndSlowClients()
{
    Fixture f({.headerTime = 300ms});
    std::vector<std::unique_ptr<RawClient>> idle;
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

void McpEndpointTest::knowsItsUrl()
{
    Fixture f;
    QCOMPARE(f.endpoint.url().toString(), u"http://127.0.0.1:%1/mcp"_s.arg(f.port));
    f.endpoint.close();
    QVERIFY(f.endpoint.url().isEmpty());
}

QTEST_GUILESS_MAIN(McpEndpointTest)
#include "tst_mcpendpoint.moc"
