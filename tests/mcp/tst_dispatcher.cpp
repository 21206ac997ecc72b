// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/dispatcher.h"
#include "core/mcp/revision.h"
#include "core/mcp/serverinfo.h"
#include "tests/mcp/sampletools.h"
#include "tests/support/await.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void initialize_data();
    void initialize();
    void initializeResult();
    void answersPing();
    void listsTools_data();
    void listsTools();
    void refuses_data();
    void refuses();
    void refusesForeignVersions_data();
    void refusesForeignVersions();
    void acceptsWithoutAnswer_data();
    void acceptsWithoutAnswer();
    void callsATool();
    void passesTheCancelToken();
    void wordsRefusals();
    void wordsBadArguments();
    void hidesExceptions();
    void tellsErasApart_data();
    void tellsErasApart();

private:
    [[nodiscard]] Answer send(const QByteArray &body, const QByteArray &version = {}) const;
    [[nodiscard]] QJsonObject result(const QByteArray &body) const;

    std::unique_ptr<Dispatcher> m_dispatcher;
};

namespace {

QByteArray request(const QByteArray &method, const QByteArray &params)
{
    return R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + '}';
}

QByteArray toolCall(const QByteArray &name, const QByteArray &arguments)
{
    return request("tools/call", R"({"name":")" + name + R"(","arguments":)" + arguments + '}');
}

const QByteArray kModernParams = R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})";

} // namespace

void DispatcherTest::init()
{
    auto registry = ToolRegistry::create(test::sampleTools());
    QVERIFY(registry.has_value());
    m_dispatcher = std::make_unique<Dispatcher>(
        Features{.tools = std::move(*registry), .serverInfo = serverInfo(), .instructions = serverInstructions()});
}

Answer DispatcherTest::send(const QByteArray &body, const QByteArray &version) const
{
    Headers headers;
    if (!version.isNull())
        headers.emplaceBack("mcp-protocol-version", version);
    return test::await(m_dispatcher->handle(
        {.body = body, .headers = headers, .client = {.name = u"tester"_s}, .correlationId = "ctm-test"}));
}

QJsonObject DispatcherTest::result(const QByteArray &body) const
{
    const Answer answer = send(body);
    const QJsonObject reply = QJsonDocument::fromJson(answer.body).object();
    return answer.httpStatus == 200 ? reply.value("result"_L1).toObject() : QJsonObject();
}

void DispatcherTest::initialize_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("version");
    const QString latest = u"2025-11-25"_s;
    QTest::newRow("2025-11-25") << QByteArray(R"({"protocolVersion":"2025-11-25"})") << QByteArray() << latest;
    QTest::newRow("2025-06-18") << QByteArray(R"({"protocolVersion":"2025-06-18"})") << QByteArray() << u"2025-06-18"_s;
    QTest::newRow("2025-03-26") << QByteArray(R"({"protocolVersion":"2025-03-26"})") << QByteArray() << u"2025-03-26"_s;
    QTest::newRow("2024-11-05") << QByteArray(R"({"protocolVersion":"2024-11-05"})") << QByteArray() << u"2024-11-05"_s;
    QTest::newRow("2026-07-28") << QByteArray(R"({"protocolVersion":"2026-07-28"})") << QByteArray() << latest;
    QTest::newRow("1.0.0") << QByteArray(R"({"protocolVersion":"1.0.0"})") << QByteArray() << latest;
    QTest::newRow("none") << QByteArray("{}") << QByteArray() << latest;
    QTest::newRow("older header") << QByteArray(R"({"protocolVersion":"2025-06-18"})") << QByteArray("2024-11-05")
                                  << u"2025-06-18"_s;
}

void DispatcherTest::initialize()
{
    QFETCH(QByteArray, params);
    QFETCH(QByteArray, header);
    const Answer answer = send(request("initialize", params), header);
    QCOMPARE(answer.httpStatus, 200);
    QTEST(QJsonDocument::fromJson(answer.body)["result"_L1]["protocolVersion"_L1].toString(), "version");
}

void DispatcherTest::initializeResult()
{
    const QJsonObject reply = result(request("initialize", R"({"protocolVersion":"2025-11-25"})"));
    QCOMPARE(reply.keys(), QStringList({u"capabilities"_s, u"instructions"_s, u"protocolVersion"_s, u"serverInfo"_s}));
    // No listChanged: it would need a stream from us to the client.
    QCOMPARE(reply.value("capabilities"_L1).toObject(), (QJsonObject{{u"tools"_s, QJsonObject()}}));
    QCOMPARE(reply["serverInfo"_L1]["name"_L1].toString(), u"tokensmith"_s);
    QCOMPARE(reply["serverInfo"_L1]["version"_L1].toString(), QStringLiteral(TOKENSMITH_VERSION));
    QVERIFY(!reply.value("instructions"_L1).toString().isEmpty());
}

void DispatcherTest::answersPing()
{
    QCOMPARE(send(R"({"jsonrpc":"2.0","id":"p","method":"ping"})").body,
             QByteArray(R"({"jsonrpc":"2.0","id":"p","result":{}})"));
}

void DispatcherTest::listsTools_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    const QByteArray bare = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})";
    QTest::newRow("no header, no initialize") << bare << QByteArray();
    QTest::newRow("2025-06-18") << bare << QByteArray("2025-06-18");
    QTest::newRow("2025-11-25") << bare << QByteArray("2025-11-25");
    QTest::newRow("progress token 0") << request("tools/list", R"({"_meta":{"progressToken":0}})") << QByteArray();
}

void DispatcherTest::listsTools()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    const Answer answer = send(body, header);
    QCOMPARE(answer.httpStatus, 200);
    const QJsonObject reply = QJsonDocument::fromJson(answer.body)["result"_L1].toObject();
    QCOMPARE(reply.keys(), QStringList{u"tools"_s});
    QCOMPARE(reply["tools"_L1].toArray().size(), 3);
    QCOMPARE(send(body, header).body, answer.body);
}

void DispatcherTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &body, int httpStatus, int code, const QString &message) {
        QTest::newRow(name) << body << httpStatus << code << message;
    };
    row("not JSON", "{", 400, -32700, u"Parse error"_s);
    row("empty batch", "[]", 400, -32600, u"empty"_s);
    row("null id", R"({"jsonrpc":"2.0","id":null,"method":"ping"})", 400, -32600, u"\"id\""_s);
    row("no jsonrpc", R"({"id":1,"method":"ping"})", 400, -32600, u"\"jsonrpc\""_s);
    row("unknown method", request("nope", "{}"), 200, -32601, u"Method not found: nope"_s);
    row("control characters", request(R"(no\u001b\npe)", "{}"), 200, -32601, u"Method not found: no pe"_s);
    row("notification as request", request("notifications/initialized", "{}"), 200, -32601, u"Method not found"_s);
    row("capability not offered", request("resources/list", "{}"), 200, -32601, u"Method not found"_s);
    row("modern method", request("server/discover", "{}"), 200, -32601, u"Method not found"_s);
    row("params a list", request("ping", "[]"), 200, -32602, u"\"params\""_s);
    row("version a number", request("initialize", R"({"protocolVersion":1})"), 200, -32602, u"protocolVersion"_s);
    row("cursor", request("tools/list", R"({"cursor":"x"})"), 200, -32602, u"Invalid cursor"_s);
    row("empty cursor", request("tools/list", R"({"cursor":""})"), 200, -32602, u"Invalid cursor"_s);
    row("no tool name", request("tools/call", "{}"), 200, -32602, u"Missing tool name"_s);
    row("tool name a number", request("tools/call", R"({"name":1})"), 200, -32602, u"tool name"_s);
    row("unknown tool", toolCall("nope", "{}"), 200, -32602, u"Unknown tool: nope"_s);
    row("arguments a list", toolCall("echo", "[]"), 200, -32602, u"arguments"_s);
    row("arguments null", toolCall("echo", "null"), 200, -32602, u"arguments"_s);
}

void DispatcherTest::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const Answer answer = send(body);
    QTEST(answer.httpStatus, "httpStatus");
    const QJsonObject reply = QJsonDocument::fromJson(answer.body).object();
    QTEST(reply["error"_L1]["code"_L1].toInt(), "code");
    QVERIFY2(reply["error"_L1]["message"_L1].toString().contains(message), answer.body.constData());
    QCOMPARE(reply["error"_L1]["data"_L1]["correlationId"_L1].toString(), u"ctm-test"_s);
    if (answer.httpStatus == 200)
        QCOMPARE(reply["id"_L1].toInt(), 1);
}

void DispatcherTest::refusesForeignVersions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("1999") << request("tools/list", "{}") << QByteArray("1999-01-01");
    QTest::newRow("empty") << request("tools/list", "{}") << QByteArray("");
    QTest::newRow("two") << request("tools/list", "{}") << QByteArray("2025-11-25, 2025-06-18");
    QTest::newRow("bytes") << request("tools/list", "{}") << QByteArray("\xff\x01");
    QTest::newRow("notification") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/initialized"})")
                                  << QByteArray("1999-01-01");
    QTest::newRow("batch") << "[" + request("ping", "{}") + "]" << QByteArray("1999-01-01");
}

void DispatcherTest::refusesForeignVersions()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    const Answer answer = send(body, header);
    QCOMPARE(answer.httpStatus, 400);
    const QJsonValue error = QJsonDocument::fromJson(answer.body)["error"_L1];
    QCOMPARE(error["code"_L1].toInt(), -32000);
    QVERIFY(error["message"_L1].toString().startsWith(u"Unsupported protocol version"_s));
    QCOMPARE(error["data"_L1]["supported"_L1].toArray(),
             QJsonArray({u"2025-11-25"_s, u"2025-06-18"_s, u"2025-03-26"_s, u"2024-11-05"_s}));
}

void DispatcherTest::acceptsWithoutAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("initialized") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QTest::newRow("cancelled") << QByteArray(
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})");
    QTest::newRow("unknown") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/nope"})");
    QTest::newRow("call without id") << QByteArray(
        R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"explode"}})");
    QTest::newRow("response") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{}})");
    QTest::newRow("error response") << QByteArray(R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})");
}

void DispatcherTest::acceptsWithoutAnswer()
{
    QFETCH(QByteArray, body);
    const Answer answer = send(body);
    QCOMPARE(answer.httpStatus, 202);
    QVERIFY(answer.body.isEmpty());
}

void DispatcherTest::callsATool()
{
    const QJsonObject reply = result(toolCall("echo", R"({"text":"hé"})"));
    const QJsonObject structured{{u"text"_s, u"hé"_s}, {u"client"_s, u"tester"_s}, {u"correlationId"_s, u"ctm-test"_s}};
    const QString text = u"{\n  \"client\": \"tester\",\n  \"correlationId\": \"ctm-test\",\n  \"text\": \"hé\"\n}"_s;
    const QJsonObject expected{{u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}},
                               {u"structuredContent"_s, structured},
                               {u"isError"_s, false}};
    QCOMPARE(reply, expected);
    // Arguments may be left out.
    QCOMPARE(result(request("tools/call", R"({"name":"echo"})")).value("isError"_L1), QJsonValue(false));
}

void DispatcherTest::passesTheCancelToken()
{
    bool cancelled = false;
    std::vector<Tool> tools{test::sampleTool(u"wait"_s, [&cancelled](CallContext context, QJsonObject arguments) {
        cancelled = context.cancel.isCancelled();
        return test::echo(context, arguments);
    })};
    Dispatcher dispatcher({.tools = ToolRegistry::create(std::move(tools)).value()});
    base::CancelSource source;
    source.cancel();
    const Answer answer = test::await(dispatcher.handle({.body = toolCall("wait", "{}"), .cancel = source.token()}));
    QCOMPARE(answer.httpStatus, 200);
    QVERIFY(cancelled);
}

void DispatcherTest::wordsRefusals()
{
    const QJsonObject reply = result(toolCall("refused", "{}"));
    QCOMPARE(reply.value("isError"_L1), QJsonValue(true));
    QVERIFY(!reply.contains("structuredContent"_L1));
    QCOMPARE(reply["content"_L1][0]["text"_L1].toString(),
             u"Error: Cloudflare asks to wait.\nDetails: Too many requests\nTry again in 7 seconds.\n"
             "Cloudflare error code: 971\ncf-ray: 8f00-FRA\nCorrelation id: ctm-test"_s);
    const QJsonObject expected{{u"code"_s, u"rate_limited"_s}, {u"retryable"_s, true},
                               {u"field"_s, u"type"_s},        {u"httpStatus"_s, 429},
                               {u"cloudflareCode"_s, 971},     {u"cfRay"_s, u"8f00-FRA"_s},
                               {u"retryAfterSeconds"_s, 7},    {u"correlationId"_s, u"ctm-test"_s}};
    QCOMPARE(reply["_meta"_L1]["tokensmith/error"_L1].toObject(), expected);
}

void DispatcherTest::wordsBadArguments()
{
    const QJsonObject reply = result(toolCall("echo", R"({"txt":1})"));
    QCOMPARE(reply.value("isError"_L1), QJsonValue(true));
    QCOMPARE(reply["content"_L1][0]["text"_L1].toString(),
             u"Error: Invalid arguments for echo: txt is not a known argument. Did you mean \"text\"?\n"
             "Correlation id: ctm-test"_s);
    QCOMPARE(reply["_meta"_L1]["tokensmith/error"_L1]["field"_L1].toString(), u"txt"_s);
}

void DispatcherTest::hidesExceptions()
{
    const Answer answer = send(toolCall("explode", "{}"));
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(QJsonDocument::fromJson(answer.body)["error"_L1]["code"_L1].toInt(), -32603);
    QVERIFY(!answer.body.contains("detail"));
}

void DispatcherTest::tellsErasApart_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<Era>("era");
    const QByteArray none = "{}";
    const QByteArray unknownVersion = R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"9"}})";
    QTest::newRow("nothing") << QByteArray() << none << Era::Legacy;
    QTest::newRow("legacy header") << QByteArray("2025-11-25") << none << Era::Legacy;
    QTest::newRow("other _meta") << QByteArray() << QByteArray(R"({"_meta":{"progressToken":0}})") << Era::Legacy;
    QTest::newRow("no date") << QByteArray("9999") << none << Era::Legacy;
    QTest::newRow("header") << QByteArray("2026-07-28") << none << Era::Modern;
    QTest::newRow("later header") << QByteArray("2027-01-01") << none << Era::Modern;
    QTest::newRow("envelope") << QByteArray() << kModernParams << Era::Modern;
    QTest::newRow("envelope, unknown version") << QByteArray() << unknownVersion << Era::Modern;
    QTest::newRow("envelope, legacy header") << QByteArray("2025-11-25") << kModernParams << Era::Modern;
}

void DispatcherTest::tellsErasApart()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, params);
    const auto message = parseMessage(request("x", params));
    QVERIFY(message.has_value());
    QTEST(eraOf(header, *message), "era");
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "tst_dispatcher.moc"
