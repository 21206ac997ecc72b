// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/requesthead.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

namespace {

HeadContext contextWith(const QString &legacyVersion = {})
{
    return {
        .url = QUrl(u"http://127.0.0.1:8787/mcp"_s), .key = base::Secret("the-key"), .legacyVersion = legacyVersion};
}

QByteArray modern(const QByteArray &method, const QByteArray &params = {})
{
    return R"({"jsonrpc":"2.0","id":1,"method":")" + method
           + R"(","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"})" + params + "}}";
}

QByteArrayList headersOf(const QByteArray &line, const HeadContext &context)
{
    QByteArrayList lines = postHead(parseMessage(line), context).reveal().split('\n');
    for (QByteArray &each : lines)
        each = each.trimmed();
    return lines;
}

} // namespace

class RequestHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneWellFormedHead();
    void addressesTheServerWithItsPort_data();
    void addressesTheServerWithItsPort();
    void legacyHasTheVersionThatWasAgreed();
    void modernRepeatsTheBody();
    void values_data();
    void values();
    void nothingBreaksOutOfAHeader();
    void getHasNoKey();
};

void RequestHeadTest::isOneWellFormedHead()
{
    const QByteArray line = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";
    const QByteArray head = postHead(parseMessage(line), contextWith()).reveal();
    QVERIFY(head.startsWith("POST /mcp HTTP/1.1\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.count("\r\n\r\n"), 1);
    const QByteArrayList headers = headersOf(line, contextWith());
    QVERIFY(headers.contains("Host: 127.0.0.1:8787"));
    QVERIFY(headers.contains("Content-Type: application/json"));
    QVERIFY(headers.contains("Accept: application/json, text/event-stream"));
    QVERIFY(headers.contains("Content-Length: " + QByteArray::number(line.size())));
    QVERIFY(headers.contains("X-API-Key: the-key"));
}

void RequestHeadTest::addressesTheServerWithItsPort_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("IPv4") << u"http://127.0.0.1:9000/mcp"_s << QByteArray("Host: 127.0.0.1:9000");
    QTest::newRow("IPv6") << u"http://[::1]:9000/mcp"_s << QByteArray("Host: [::1]:9000");
    QTest::newRow("name") << u"http://localhost:9000/mcp"_s << QByteArray("Host: localhost:9000");
    QTest::newRow("no port") << u"http://localhost/mcp"_s << QByteArray("Host: localhost:80");
}

void RequestHeadTest::addressesTheServerWithItsPort()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, host);
    HeadContext context = contextWith();
    context.url = QUrl(url);
    QVERIFY(headersOf(modern("ping"), context).contains(host));
}

void RequestHeadTest::legacyHasTheVersionThatWasAgreed()
{
    const QByteArray list = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})";
    for (const QByteArray &header : headersOf(list, contextWith()))
        QVERIFY(!header.startsWith("M"));
    QVERIFY(headersOf(list, contextWith(u"2025-06-18"_s)).contains("MCP-Protocol-Version: 2025-06-18"));
    QVERIFY(headersOf("[]", contextWith(u"2025-03-26"_s)).contains("MCP-Protocol-Version: 2025-03-26"));
    const QByteArray again = R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})";
    for (const QByteArray &header : headersOf(again, contextWith(u"2025-06-18"_s)))
        QVERIFY(!header.startsWith("MCP-Protocol-Version"));
}

void RequestHeadTest::modernRepeatsTheBody()
{
    const QByteArray named = modern("tools/call", ",\"name\":\"list_tokens\"");
    const QByteArrayList call = headersOf(named, contextWith(u"2025-06-18"_s));
    QVERIFY(call.contains("MCP-Protocol-Version: 2026-07-28"));
    QVERIFY(call.contains("Mcp-Method: tools/call"));
    QVERIFY(call.contains("Mcp-Name: list_tokens"));
    for (const QByteArray &header : headersOf(modern("tools/list"), contextWith()))
        QVERIFY(!header.startsWith("Mcp-Name"));
    const QByteArrayList read = headersOf(modern("resources/read", ",\"uri\":\"a://ü\""), contextWith());
    QVERIFY(read.contains("Mcp-Name: =?base64?" + QByteArray("a://ü").toBase64() + "?="));
}

void RequestHeadTest::values_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << u"list_tokens"_s << QByteArray("list_tokens");
    QTest::newRow("spaces inside") << u"a b"_s << QByteArray("a b");
    QTest::newRow("empty") << u""_s << QByteArray();
    QTest::newRow("space first") << u" a"_s << QByteArray("=?base64?IGE=?=");
    QTest::newRow("space last") << u"a "_s << QByteArray("=?base64?YSA=?=");
    QTest::newRow("umlaut") << u"ü"_s << QByteArray("=?base64?w7w=?=");
    QTest::newRow("line break") << u"a\r\nX: b"_s << QByteArray("=?base64?YQ0KWDogYg==?=");
    QTest::newRow("tab") << u"a\tb"_s << QByteArray("=?base64?YQli?=");
    QTest::newRow("looks encoded") << u"=?base64?YQ==?="_s << QByteArray("=?base64?PT9iYXNlNjQ/WVE9PT89?=");
    QTest::newRow("begins encoded") << u"=?base64?YQ=="_s << QByteArray("=?base64?YQ==");
}

void RequestHeadTest::values()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, value);
    QCOMPARE(headerValue(text), value);
}

void RequestHeadTest::nothingBreaksOutOfAHeader()
{
    const QByteArray line =
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call\r\nX-Evil: 1","params":{"name":"a\r\nb: c",)"
        R"("_meta":{"io.modelcontextprotocol/protocolVersion":"1\r\nX-Evil: 2"}}})";
    const QByteArray head = postHead(parseMessage(line), contextWith()).reveal();
    QVERIFY(!head.contains("X-Evil"));
    QCOMPARE(head.count("\r\n\r\n"), 1);
}

void RequestHeadTest::getHasNoKey()
{
    const QByteArray head = getHead(QUrl(u"http://127.0.0.1:1/health"_s)).reveal();
    QVERIFY(head.startsWith("GET /health HTTP/1.1\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QVERIFY(!head.contains("X-API-Key"));
}

QTEST_GUILESS_MAIN(RequestHeadTest)
#include "tst_requesthead.moc"
