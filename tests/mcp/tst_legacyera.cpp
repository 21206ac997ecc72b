// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/protocolbench.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::ProtocolBench;

class LegacyEraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initializes();
    void resultsHaveNothingModern_data();
    void resultsHaveNothingModern();
    void pagesLists();
    void answersBatchesInOrder();
    void streamsFromABatch();
    void offersNoMoreThanThereIs_data();
    void offersNoMoreThanThereIs();

private:
    [[nodiscard]] QJsonDocument send(const QByteArray &body)
    {
        return QJsonDocument::fromJson(m_bench.send(body).body);
    }

    ProtocolBench m_bench;
};

void LegacyEraTest::initializes()
{
    // There is no stream for changes in this era, so none are promised.
    const QJsonObject capabilities{{u"tools"_s, QJsonObject()},
                                   {u"prompts"_s, QJsonObject()},
                                   {u"resources"_s, QJsonObject()},
                                   {u"logging"_s, QJsonObject()}};
    const QJsonObject expected{{u"protocolVersion"_s, u"2025-03-26"_s},
                               {u"capabilities"_s, capabilities},
                               {u"serverInfo"_s, QJsonObject{{u"name"_s, u"sample"_s}, {u"version"_s, u"1"_s}}},
                               {u"instructions"_s, u"Be kind."_s}};
    const QJsonDocument answer =
        send(ProtocolBench::legacy("initialize", R"({"protocolVersion":"2025-03-26","capabilities":{}})"));
    QCOMPARE(answer["result"_L1].toObject(), expected);
}

void LegacyEraTest::resultsHaveNothingModern_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *method, const QByteArray &params, const char *member) {
        QTest::newRow(method) << ProtocolBench::legacy(method, params) << QString::fromLatin1(member);
    };
    row("tools/list", {}, "tools");
    row("resources/list", "{}", "resources");
    row("resources/templates/list", {}, "resourceTemplates");
    row("prompts/list", {}, "prompts");
    row("resources/read", R"({"uri":"test://a"})", "contents");
    row("prompts/get", R"({"name":"hello"})", "messages");
    row("tools/call", R"({"name":"echo"})", "content");
}

void LegacyEraTest::resultsHaveNothingModern()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, member);
    const QJsonObject result = send(body)["result"_L1].toObject();
    QVERIFY(result.contains(member));
    for (const QLatin1StringView modern : {"resultType"_L1, "ttlMs"_L1, "cacheScope"_L1, "_meta"_L1})
        QVERIFY2(!result.contains(modern), modern.data());
}

void LegacyEraTest::pagesLists()
{
    ProtocolBench bench(5);
    const auto list = [&bench](const QByteArray &params) {
        return QJsonDocument::fromJson(bench.send(ProtocolBench::legacy("tools/list", params)).body)["result"_L1];
    };
    const QJsonValue first = list({});
    QCOMPARE(first["tools"_L1].toArray().size(), 5);
    const QJsonValue second = list(R"({"cursor":")" + first["nextCursor"_L1].toString().toUtf8() + R"("})");
    QCOMPARE(second["tools"_L1].toArray().size(), 1);
    QVERIFY(second["nextCursor"_L1].isUndefined());
}

void LegacyEraTest::answersBatchesInOrder()
{
    const QByteArray body = '[' + ProtocolBench::legacy("tools/call", R"({"name":"echo"})", R"("a")") + ','
                            + ProtocolBench::legacy("nope", {}, "0") + ',' + ProtocolBench::legacy("ping", {}, "2")
                            + ']';
    const QJsonArray answers = send(body).array();
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers.at(0)["id"_L1], QJsonValue(u"a"_s));
    QVERIFY(answers.at(0)["result"_L1].isObject());
    QCOMPARE(answers.at(1)["id"_L1], QJsonValue(0));
    QCOMPARE(answers.at(1)["error"_L1]["code"_L1].toInt(), -32601);
    QCOMPARE(answers.at(2)["id"_L1], QJsonValue(2));
}

void LegacyEraTest::streamsFromABatch()
{
    const auto chat = [](const QByteArray &id) {
        return ProtocolBench::legacy("tools/call", R"({"name":"chatter","_meta":{"progressToken":)" + id + "}}", id);
    };
    ProtocolBench bench;
    const mcp::Answer answer = bench.send('[' + chat("1") + ',' + chat("2") + ']');
    QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), 2);
    QCOMPARE(bench.stream->messages.size(), 6);
    QCOMPARE(bench.stream->messages.at(0)["params"_L1]["progressToken"_L1].toInt(), 1);
    QCOMPARE(bench.stream->messages.at(3)["params"_L1]["progressToken"_L1].toInt(), 2);
}

void LegacyEraTest::offersNoMoreThanThereIs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("log level") << ProtocolBench::legacy("logging/setLevel", R"({"level":"info"})");
    QTest::newRow("subscribe") << ProtocolBench::legacy("resources/subscribe", R"({"uri":"test://a"})");
    QTest::newRow("resources") << ProtocolBench::legacy("resources/list");
    QTest::newRow("prompts") << ProtocolBench::legacy("prompts/list");
    QTest::newRow("completion") << ProtocolBench::legacy("completion/complete");
}

void LegacyEraTest::offersNoMoreThanThereIs()
{
    QFETCH(QByteArray, body);
    mcp::Dispatcher plain({.tools = mcp::ToolRegistry::create(test::sampleTools()).value()});
    const mcp::Answer answer = test::await(plain.handle(m_bench.call(body)));
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(QJsonDocument::fromJson(answer.body)["error"_L1]["code"_L1].toInt(), -32601);
}

QTEST_GUILESS_MAIN(LegacyEraTest)
#include "tst_legacyera.moc"
