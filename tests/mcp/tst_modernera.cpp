// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/protocolbench.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::ProtocolBench;

class ModernEraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discovers();
    void namesTheVersionsItSpeaks();
    void wantsTheEnvelope_data();
    void wantsTheEnvelope();
    void shapesResults_data();
    void shapesResults();
    void pagesLists();
    void checksMirroredParameters_data();
    void checksMirroredParameters();
    void advertisesOnlyWhatIsThere();

private:
    [[nodiscard]] QJsonObject result(const QByteArray &method, const QByteArray &params = {},
                                     const QByteArray &name = {});

    ProtocolBench m_bench;
};

QJsonObject ModernEraTest::result(const QByteArray &method, const QByteArray &params, const QByteArray &name)
{
    const mcp::Answer answer =
        m_bench.send(ProtocolBench::modern(method, params), ProtocolBench::modernHeaders(method, name));
    return QJsonDocument::fromJson(answer.body)["result"_L1].toObject();
}

void ModernEraTest::discovers()
{
    const QJsonObject changing{{u"listChanged"_s, true}};
    const QJsonObject capabilities{{u"tools"_s, changing},
                                   {u"prompts"_s, changing},
                                   {u"resources"_s, QJsonObject{{u"listChanged"_s, true}, {u"subscribe"_s, true}}},
                                   {u"logging"_s, QJsonObject()}};
    const QJsonObject info{{u"name"_s, u"sample"_s}, {u"version"_s, u"1"_s}};
    const QJsonObject expected{{u"resultType"_s, u"complete"_s},
                               {u"supportedVersions"_s, QJsonArray{u"2026-07-28"_s}},
                               {u"capabilities"_s, capabilities},
                               {u"instructions"_s, u"Be kind."_s},
                               {u"ttlMs"_s, 60000},
                               {u"cacheScope"_s, u"private"_s},
                               {u"_meta"_s, QJsonObject{{u"io.modelcontextprotocol/serverInfo"_s, info}}}};
    QCOMPARE(result("server/discover"), expected);
}

void ModernEraTest::namesTheVersionsItSpeaks()
{
    QByteArray body = ProtocolBench::modern("server/discover");
    body.replace("2026-07-28", "2027-01-01");
    const mcp::Answer answer =
        m_bench.send(body, {{"mcp-protocol-version", "2027-01-01"}, {"mcp-method", "server/discover"}});
    const QJsonObject error = QJsonDocument::fromJson(answer.body)["error"_L1].toObject();
    QCOMPARE(error["code"_L1].toInt(), -32022);
    QCOMPARE(error["data"_L1]["supported"_L1].toArray(), QJsonArray{u"2026-07-28"_s});
    QCOMPARE(error["data"_L1]["requested"_L1].toString(), u"2027-01-01"_s);
}

void ModernEraTest::wantsTheEnvelope_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("member");
    const QByteArray version = R"("io.modelcontextprotocol/protocolVersion":"2026-07-28")";
    const QByteArray capabilities = R"("io.modelcontextprotocol/clientCapabilities":{})";
    const auto row = [](const char *name, const QByteArray &params, const char *member) {
        QTest::newRow(name) << params << QString::fromLatin1(member);
    };
    row("no params", {}, "\"_meta\"");
    row("params a list", "[]", "\"_meta\"");
    row("no _meta", "{}", "\"_meta\"");
    row("_meta a list", R"({"_meta":[]})", "\"_meta\"");
    row("no version", R"({"_meta":{)" + capabilities + "}}", "protocolVersion");
    row("version a number", R"({"_meta":{"io.modelcontextprotocol/protocolVersion":1,)" + capabilities + "}}",
        "protocolVersion");
    row("no capabilities", R"({"_meta":{)" + version + "}}", "clientCapabilities");
    row("capabilities null", R"({"_meta":{)" + version + R"(,"io.modelcontextprotocol/clientCapabilities":null}})",
        "clientCapabilities");
    row("client a string",
        R"({"_meta":{)" + version + ',' + capabilities + R"(,"io.modelcontextprotocol/clientInfo":"x"}})",
        "clientInfo");
    row("log level unknown",
        R"({"_meta":{)" + version + ',' + capabilities + R"(,"io.modelcontextprotocol/logLevel":"loud"}})", "logLevel");
}

void ModernEraTest::wantsTheEnvelope()
{
    QFETCH(QByteArray, params);
    QFETCH(QString, member);
    const mcp::Answer answer =
        m_bench.send(ProtocolBench::legacy("tools/list", params), ProtocolBench::modernHeaders("tools/list"));
    QCOMPARE(answer.httpStatus, 400);
    const QJsonObject error = QJsonDocument::fromJson(answer.body)["error"_L1].toObject();
    QCOMPARE(error["code"_L1].toInt(), -32602);
    QVERIFY2(error["message"_L1].toString().contains(member), answer.body.constData());
}

void ModernEraTest::shapesResults_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("ttl"); // -1: no word on keeping it
    const QByteArray none;
    QTest::newRow("tools/list") << QByteArray("tools/list") << none << none << 60000;
    QTest::newRow("resources/list") << QByteArray("resources/list") << none << none << 60000;
    QTest::newRow("templates") << QByteArray("resources/templates/list") << none << none << 60000;
    QTest::newRow("prompts/list") << QByteArray("prompts/list") << none << none << 60000;
    QTest::newRow("resources/read") << QByteArray("resources/read") << QByteArray(R"("uri":"test://a")")
                                    << QByteArray("test://a") << 0;
    QTest::newRow("prompts/get") << QByteArray("prompts/get") << QByteArray(R"("name":"hello")") << QByteArray("hello")
                                 << -1;
    QTest::newRow("tools/call") << QByteArray("tools/call") << QByteArray(R"("name":"echo")") << QByteArray("echo")
                                << -1;
    QTest::newRow("refused") << QByteArray("tools/call") << QByteArray(R"("name":"refused")") << QByteArray("refused")
                             << -1;
}

void ModernEraTest::shapesResults()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, params);
    QFETCH(QByteArray, name);
    QFETCH(int, ttl);
    const QJsonObject reply = result(method, params, name);
    QCOMPARE(reply["resultType"_L1].toString(), u"complete"_s);
    QCOMPARE(reply["_meta"_L1]["io.modelcontextprotocol/serverInfo"_L1]["name"_L1].toString(), u"sample"_s);
    QCOMPARE(reply.contains("ttlMs"_L1), ttl >= 0);
    QCOMPARE(reply.contains("cacheScope"_L1), ttl >= 0);
    if (ttl >= 0)
        QCOMPARE(reply["ttlMs"_L1].toInt(), ttl);
    if (params.contains("refused")) // what a tool says of its failure stays beside it
        QVERIFY(reply["_meta"_L1].toObject().contains("tokensmith/error"_L1));
}

void ModernEraTest::pagesLists()
{
    ProtocolBench bench(4);
    const auto list = [&bench](const QByteArray &params) {
        const mcp::Answer answer =
            bench.send(ProtocolBench::modern("tools/list", params), ProtocolBench::modernHeaders("tools/list"));
        return QJsonDocument::fromJson(answer.body)["result"_L1].toObject();
    };
    const QJsonObject first = list({});
    QCOMPARE(first["tools"_L1].toArray().size(), 4);
    const QByteArray cursor = first["nextCursor"_L1].toString().toUtf8();
    QVERIFY(!cursor.isEmpty());
    const QJsonObject second = list(R"("cursor":")" + cursor + '"');
    QCOMPARE(second["tools"_L1].toArray().size(), 2);
    QVERIFY(!second.contains("nextCursor"_L1));
    QCOMPARE(second["ttlMs"_L1].toInt(), 60000);
    QCOMPARE(second["resultType"_L1].toString(), u"complete"_s);
}

void ModernEraTest::checksMirroredParameters_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("header"); // null: none
    QTest::addColumn<int>("status");
    QTest::newRow("same") << QByteArray(R"({"text":"Hello"})") << QByteArray("Hello") << 200;
    QTest::newRow("missing") << QByteArray(R"({"text":"Hello"})") << QByteArray() << 400;
    QTest::newRow("different") << QByteArray(R"({"text":"Hello"})") << QByteArray("hello") << 400;
    QTest::newRow("no argument") << QByteArray("{}") << QByteArray() << 200;
    QTest::newRow("header for nothing") << QByteArray("{}") << QByteArray("Hello") << 400;
}

void ModernEraTest::checksMirroredParameters()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, header);
    mcp::Headers headers = ProtocolBench::modernHeaders("tools/call", "mirrored");
    if (!header.isNull())
        headers.emplaceBack("mcp-param-text", header);
    const mcp::Answer answer =
        m_bench.send(ProtocolBench::modern("tools/call", R"("name":"mirrored","arguments":)" + arguments), headers);
    QTEST(answer.httpStatus, "status");
    if (answer.httpStatus == 400)
        QCOMPARE(QJsonDocument::fromJson(answer.body)["error"_L1]["code"_L1].toInt(), -32020);
}

void ModernEraTest::advertisesOnlyWhatIsThere()
{
    mcp::Dispatcher plain({.tools = mcp::ToolRegistry::create(test::sampleTools()).value()});
    const auto send = [&plain, this](const QByteArray &method) {
        return test::await(
            plain.handle(m_bench.call(ProtocolBench::modern(method), ProtocolBench::modernHeaders(method))));
    };
    const QJsonObject discovered = QJsonDocument::fromJson(send("server/discover").body)["result"_L1].toObject();
    QCOMPARE(discovered["capabilities"_L1].toObject(), (QJsonObject{{u"tools"_s, QJsonObject()}}));
    QVERIFY(!discovered.contains("instructions"_L1));
    for (const char *method : {"prompts/list", "prompts/get", "resources/list", "resources/read",
                               "resources/templates/list", "completion/complete"})
        QCOMPARE(send(method).httpStatus, 404);
}

QTEST_GUILESS_MAIN(ModernEraTest)
#include "tst_modernera.moc"
