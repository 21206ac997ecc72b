// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/protocolbench.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::ProtocolBench;

/**
 * One request and its answer a row: what other servers that speak both eras say to the same. What the transport
 * decides (methods, content types, Accept, Host, Origin) is tested with it.
 */
class OracleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legacy_data();
    void legacy();
    void modern_data();
    void modern();
};

namespace {

/** Of an answer, in short: "-32601", "result", "isError", "empty". */
QString gist(const mcp::Answer &answer)
{
    if (answer.body.isEmpty())
        return u"empty"_s;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isArray())
        return u"batch of %1"_s.arg(document.array().size());
    if (const QJsonValue error = document["error"_L1]; error.isObject())
        return QString::number(error["code"_L1].toInt());
    const QJsonValue result = document["result"_L1];
    return result["isError"_L1].toBool() ? u"isError"_s : result.isObject() ? u"result"_s : u"nothing"_s;
}

mcp::Headers version(const QByteArray &name)
{
    return {{"MCP-Protocol-Version", name}};
}

} // namespace

void OracleTest::legacy_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<mcp::Headers>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &body, const mcp::Headers &headers, int status,
                        const char *what) {
        QTest::newRow(name) << body << headers << status << QString::fromLatin1(what);
    };
    const auto ask = [](const QByteArray &method, const QByteArray &params = {}) {
        return ProtocolBench::legacy(method, params);
    };
    const auto notify = [](const QByteArray &method) { return R"({"jsonrpc":"2.0","method":")" + method + "\"}"; };
    row("initialize 2025-11-25", ask("initialize", R"({"protocolVersion":"2025-11-25"})"), {}, 200, "result");
    row("initialize 2026-07-28", ask("initialize", R"({"protocolVersion":"2026-07-28"})"), {}, 200, "result");
    row("initialize 1.0.0", ask("initialize", R"({"protocolVersion":"1.0.0"})"), {}, 200, "result");
    row("initialized", notify("notifications/initialized"), {}, 202, "empty");
    row("ping", ask("ping"), {}, 200, "result");
    row("tools/list without header", ask("tools/list"), {}, 200, "result");
    row("tools/list 2025-06-18", ask("tools/list"), version("2025-06-18"), 200, "result");
    row("tools/list 2025-03-26", ask("tools/list"), version("2025-03-26"), 200, "result");
    row("tools/list 2024-11-05", ask("tools/list"), version("2024-11-05"), 200, "result");
    row("tools/list 1999-01-01", ask("tools/list"), version("1999-01-01"), 400, "-32000");
    row("version twice", ask("ping"), version("2025-11-25") + version("2025-11-25"), 400, "-32000");
    row("unknown method", ask("nope"), {}, 200, "-32601");
    row("server/discover without metadata", ask("server/discover"), {}, 200, "-32601");
    const QByteArray two = '[' + ask("ping") + ',' + ask("tools/list") + ']';
    row("batch", two, {}, 200, "batch of 2");
    row("batch 2025-03-26", two, version("2025-03-26"), 200, "batch of 2");
    row("batch 2025-06-18", two, version("2025-06-18"), 400, "-32600");
    row("batch 2025-11-25", two, version("2025-11-25"), 400, "-32600");
    row("batch 1999-01-01", two, version("1999-01-01"), 400, "-32000");
    row("batch with a notification", '[' + notify("notifications/initialized") + ',' + ask("ping") + ']', {}, 200,
        "batch of 1");
    row("batch of notifications", '[' + notify("notifications/initialized") + ']', {}, 202, "empty");
    row("batch with an error in it", '[' + ask("nope") + ',' + ask("ping") + ']', {}, 200, "batch of 2");
    row("batch with rubbish", '[' + ask("ping") + ",7]", {}, 400, "-32600");
    row("batch with initialize", '[' + ask("ping") + ',' + ask("initialize") + ']', {}, 400, "-32600");
    row("batch with a batch", "[" + two + ']', {}, 400, "-32600");
    row("batch of many", '[' + QByteArray(ask("ping") + ',').repeated(32) + ask("ping") + ']', {}, 400, "-32600");
    row("batch of nothing", " [ ]", {}, 400, "-32600");
    row("batch cut off", "[" + ask("ping"), {}, 400, "-32700");
    row("batch behind a byte order mark", "\xEF\xBB\xBF" + two, {}, 200, "batch of 2");
    row("response", R"({"jsonrpc":"2.0","id":1,"result":{}})", {}, 202, "empty");
    row("bad JSON", "{nope", {}, 400, "-32700");
    row("empty", "", {}, 400, "-32700");
    row("id null", R"({"jsonrpc":"2.0","id":null,"method":"ping"})", {}, 400, "-32600");
    row("no jsonrpc", R"({"id":1,"method":"ping"})", {}, 400, "-32600");
    row("unknown tool", ask("tools/call", R"({"name":"nope"})"), {}, 200, "-32602");
    row("bad arguments", ask("tools/call", R"({"name":"echo","arguments":{"x":1}})"), {}, 200, "isError");
    row("unknown resource", ask("resources/read", R"({"uri":"test://nope"})"), {}, 200, "-32602");
    row("unknown prompt", ask("prompts/get", R"({"name":"nope"})"), {}, 200, "-32602");
    row("invalid cursor", ask("tools/list", R"({"cursor":"x"})"), {}, 200, "-32602");
    row("empty cursor", ask("tools/list", R"({"cursor":""})"), {}, 200, "-32602");
    row("set the log level", ask("logging/setLevel", R"({"level":"warning"})"), {}, 200, "result");
    row("set a wrong log level", ask("logging/setLevel", R"({"level":"loud"})"), {}, 200, "-32602");
    row("subscribe", ask("resources/subscribe", R"({"uri":"test://a"})"), {}, 200, "result");
    row("unsubscribe", ask("resources/unsubscribe", R"({"uri":"test://a"})"), {}, 200, "result");
    row("subscribe to nothing", ask("resources/subscribe", "{}"), {}, 200, "-32602");
    row("session id is ignored", ask("ping"), {{"Mcp-Session-Id", "x"}}, 200, "result");
}

void OracleTest::legacy()
{
    QFETCH(QByteArray, body);
    QFETCH(mcp::Headers, headers);
    ProtocolBench bench;
    const mcp::Answer answer = bench.send(body, headers);
    QFETCH(QString, what);
    QVERIFY2(gist(answer) == what, answer.body.constData());
    QTEST(answer.httpStatus, "status");
}

void OracleTest::modern_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<mcp::Headers>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &body, const mcp::Headers &headers, int status,
                        const char *what) {
        QTest::newRow(name) << body << headers << status << QString::fromLatin1(what);
    };
    const auto ask = [](const QByteArray &method, const QByteArray &params = {}) {
        return ProtocolBench::modern(method, params);
    };
    const auto heads = &ProtocolBench::modernHeaders;
    const QByteArray echo = R"("name":"echo","arguments":{})";
    row("discover", ask("server/discover"), heads("server/discover", {}), 200, "result");
    row("without Mcp-Method", ask("server/discover"), version("2026-07-28"), 400, "-32020");
    row("another Mcp-Method", ask("tools/list"), heads("prompts/list", {}), 400, "-32020");
    row("Mcp-Method in capitals", ask("tools/list"), heads("TOOLS/LIST", {}), 400, "-32020");
    row("without MCP-Protocol-Version", ask("server/discover"), {{"Mcp-Method", "server/discover"}}, 400, "-32020");
    row("another MCP-Protocol-Version", ask("tools/list"), version("2025-11-25"), 400, "-32020");
    row("header modern, no _meta", ProtocolBench::legacy("tools/list"), heads("tools/list", {}), 400, "-32602");
    QByteArray later = ask("tools/list");
    later.replace("2026-07-28", "2027-01-01");
    row("version 2027-01-01", later, {{"MCP-Protocol-Version", "2027-01-01"}, {"Mcp-Method", "tools/list"}}, 400,
        "-32022");
    for (const char *method : {"initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe",
                               "nope", "notifications/initialized"})
        row(method, ask(method), heads(method, {}), 404, "-32601");
    row("unknown tool", ask("tools/call", R"("name":"nope")"), heads("tools/call", "nope"), 200, "-32602");
    row("no tool name", ask("tools/call"), heads("tools/call", {}), 200, "-32602");
    row("call", ask("tools/call", echo), heads("tools/call", "echo"), 200, "result");
    row("call without Mcp-Name", ask("tools/call", echo), heads("tools/call", {}), 400, "-32020");
    row("call with another Mcp-Name", ask("tools/call", echo), heads("tools/call", "wait"), 400, "-32020");
    row("call with Mcp-Name in base64", ask("tools/call", echo), heads("tools/call", "=?base64?ZWNobw==?="), 200,
        "result");
    row("call with Mcp-Name in bad base64", ask("tools/call", echo), heads("tools/call", "=?base64?ZWNobw?="), 400,
        "-32020");
    row("bad arguments", ask("tools/call", R"("name":"echo","arguments":{"x":1})"), heads("tools/call", "echo"), 200,
        "isError");
    row("read", ask("resources/read", R"("uri":"test://a")"), heads("resources/read", "test://a"), 200, "result");
    row("read without Mcp-Name", ask("resources/read", R"("uri":"test://a")"), heads("resources/read", {}), 400,
        "-32020");
    row("unknown resource", ask("resources/read", R"("uri":"test://b")"), heads("resources/read", "test://b"), 200,
        "-32602");
    row("prompt", ask("prompts/get", R"("name":"hello")"), heads("prompts/get", "hello"), 200, "result");
    row("prompt without Mcp-Name", ask("prompts/get", R"("name":"hello")"), heads("prompts/get", {}), 400, "-32020");
    row("batch", '[' + ask("tools/list") + ']', heads("tools/list", {}), 400, "-32600");
    row("batch without headers", '[' + ask("tools/list") + ']', {}, 400, "-32600");
    row("cancelled", R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})",
        heads("notifications/cancelled", {}), 202, "empty");
    row("notification without Mcp-Method", R"({"jsonrpc":"2.0","method":"notifications/x"})", version("2026-07-28"),
        202, "empty");
    row("notification with another Mcp-Method", R"({"jsonrpc":"2.0","method":"notifications/x"})",
        heads("notifications/y", {}), 400, "-32020");
    row("notification of a later version", R"({"jsonrpc":"2.0","method":"notifications/x"})", version("2027-01-01"),
        400, "-32022");
    row("response", R"({"jsonrpc":"2.0","id":1,"result":{}})", version("2026-07-28"), 400, "-32600");
    row("session id is ignored", ask("tools/list"),
        heads("tools/list", {}) + mcp::Headers{{"Mcp-Session-Id", "x"}, {"Last-Event-ID", "1"}}, 200, "result");
    row("invalid cursor", ask("tools/list", R"("cursor":"x")"), heads("tools/list", {}), 200, "-32602");
}

void OracleTest::modern()
{
    legacy();
}

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
