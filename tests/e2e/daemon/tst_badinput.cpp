// SPDX-License-Identifier: GPL-3.0-or-later
// What a broken or hostile local program may send: each gets a clear answer and the server goes on serving.
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

/** A POST to /mcp, with one header or the body replaced as a row says. */
struct Request
{
    QByteArray key = "X-API-Key: test-key\r\n";
    QByteArray host = "Host: 127.0.0.1:%PORT%\r\n";
    QByteArray type = "Content-Type: application/json\r\n";
    QByteArray more = {};
    QByteArray length = {}; ///< instead of the right Content-Length
    QByteArray body = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";
};

QByteArray bytesOf(const Request &request, quint16 port)
{
    const QByteArray length = request.length.isNull()
                                  ? "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n"
                                  : request.length;
    QByteArray bytes = "POST /mcp HTTP/1.1\r\n" + request.host + request.key + request.type + request.more + length
                       + "\r\n" + request.body;
    return bytes.replace("%PORT%", QByteArray::number(port));
}

QByteArray call(const QByteArray &tool, const QByteArray &arguments)
{
    return R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + tool + R"(","arguments":)"
           + arguments + "}}";
}

} // namespace

Q_DECLARE_METATYPE(Request)

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void oneClearAnswer_data();
    void oneClearAnswer();
    void pipelinedRequestsAreAnsweredInOrder();
    void hangingUpBeforeTheAnswer();
    void idleConnections();
    void aSlowHeader();

private:
    void setLatency(int milliseconds)
    {
        QUrl control(m_daemon.member("sandboxApi"));
        control.setPath(u"/sandbox/faults"_s);
        QCOMPARE(m_client.post(control, {{u"latencyMs"_s, milliseconds}, {u"times"_s, 1000}}, {}).status / 100, 2);
    }

    DaemonProcess m_daemon{u"tokensmithd"_s};
    JsonClient m_client;
};

void BadInputTest::initTestCase()
{
    m_daemon.setEnvironment({{u"MCP_API_KEY"_s, u"test-key"_s}});
    QVERIFY(m_daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, m_daemon.home() + u"/d"_s}));
}

void BadInputTest::cleanup()
{
    QVERIFY2(m_daemon.isRunning(), m_daemon.standardError().constData());
    RawClient next(m_daemon.port());
    const auto reply = next.ask(bytesOf({}, m_daemon.port()));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(reply->body.contains("\"result\":{}"));
}

void BadInputTest::cleanupTestCase()
{
    QCOMPARE(m_daemon.stop(), 0);
    QVERIFY2(!m_daemon.standardError().contains("ERROR: "),
             m_daemon.standardError().constData()); // a sanitizer's report
}

void BadInputTest::oneClearAnswer_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, int status, const char *says, const Request &request) {
        QTest::newRow(name) << request << status << QByteArray(says);
    };
    row("wrong key", 401, "key", {.key = "X-API-Key: wrong\r\n"});
    row("no key", 401, "X-API-Key", {.key = ""});
    row("empty key", 401, "key", {.key = "X-API-Key: \r\n"});
    row("foreign Host", 403, "", {.host = "Host: evil.example:%PORT%\r\n"});
    row("Host with another port", 403, "", {.host = "Host: 127.0.0.1:1\r\n"});
    row("foreign Origin", 403, "", {.more = "Origin: http://evil.example\r\n"});
    row("Origin that begins like ours", 403, "", {.more = "Origin: http://localhost.evil.example\r\n"});
    row("not JSON", 400, "-32700", {.body = "{\"jsonrpc\":"});
    row("another content type", 415, "application/json", {.type = "Content-Type: text/plain\r\n"});
    row("unknown tool", 200, "Unknown tool: drop_tables", {.body = call("drop_tables", "{}")});
    row("wrong type", 200, "page", {.body = call("list_tokens", R"({"type":"user","page":"one"})")});
    row("no such choice", 200, "type", {.body = call("list_tokens", R"({"type":"everyone"})")});
    row("unknown argument", 200, "nam", {.body = call("create_token", R"({"nam":"x","template":"dns_only"})")});
    row("an id with a path", 200, "accountId", {.body = call("list_tokens", R"({"accountId":"../../../zones"})")});
    row("an id with an encoded path", 200, "zoneIds",
        {.body = call("create_token", R"({"name":"x","template":"dns_only","zoneIds":["%2e%2e%2f"]})")});
    row("2 MB body", 413, "", {.body = QByteArray(2'000'000, ' ')});
    row("negative Content-Length", 400, "", {.length = "Content-Length: -5\r\n"});
    row("doubled Content-Length", 400, "", {.length = "Content-Length: 40\r\nContent-Length: 41\r\n"});
    row("length and chunks", 400, "", {.length = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"});
    row("too long a header", 431, "", {.more = "X-Long: " + QByteArray(17'000, 'x') + "\r\n"});
    row("a batch where there is none", 400, "-32600",
        {.more = "MCP-Protocol-Version: 2025-06-18\r\n", .body = R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])"});
    row("an empty batch", 400, "-32600", {.body = "[]"});
}

void BadInputTest::oneClearAnswer()
{
    QFETCH(Request, request);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    RawClient client(m_daemon.port());
    const auto reply = client.ask(bytesOf(request, m_daemon.port()));
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QVERIFY2(reply->body.contains(says), reply->body.constData());
    QVERIFY(!reply->body.isEmpty());
    if (status == 200) // refused by the protocol or the tool, not carried out
        QVERIFY2(reply->body.contains("\"error\"") || reply->body.contains("\"isError\":true"),
                 reply->body.constData());
}

void BadInputTest::pipelinedRequestsAreAnsweredInOrder()
{
    RawClient client(m_daemon.port());
    const QByteArray slow = bytesOf({.body = R"({"jsonrpc":"2.0","id":"first","method":"tools/call",)"
                                             R"("params":{"name":"list_tokens","arguments":{}}})"},
                                    m_daemon.port());
    const QByteArray fast = bytesOf({.body = R"({"jsonrpc":"2.0","id":"second","method":"ping"})"}, m_daemon.port());
    client.send(slow + fast);
    const auto first = client.read();
    const auto second = client.read();
    QVERIFY(first && second);
    QVERIFY(first->body.contains("\"first\""));
    QVERIFY(second->body.contains("\"second\""));
}

void BadInputTest::hangingUpBeforeTheAnswer()
{
    setLatency(150);
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_daemon.port());
        client.send(bytesOf({.body = call("list_tokens", R"({"type":"user"})")}, m_daemon.port()));
        client.hangUp();
    }
    setLatency(0);
}

void BadInputTest::idleConnections()
{
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 500; ++i)
        idle.push_back(std::make_unique<RawClient>(m_daemon.port()));
    RawClient busy(m_daemon.port());
    const auto reply = busy.ask(bytesOf({}, m_daemon.port()));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void BadInputTest::aSlowHeader()
{
    RawClient slow(m_daemon.port());
    slow.send("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A");
    RawClient other(m_daemon.port());
    const auto meanwhile = other.ask(bytesOf({}, m_daemon.port()));
    QVERIFY(meanwhile);
    QCOMPARE(meanwhile->status, 200);
    const auto reply = slow.read();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(slow.waitClosed());
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
