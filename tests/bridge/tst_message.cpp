// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/message.h"

#include <QTest>

using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void eras();
    void names_data();
    void names();
    void whatMayChangeSomething();
    void cancellations();
    void batches();
    void idsAreToldApart();
    void keepsTheLineAsItCame();
};

void MessageTest::kinds_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &line, Message::Kind kind) {
        QTest::newRow(name) << line << static_cast<int>(kind);
    };
    row("request", R"({"jsonrpc":"2.0","id":1,"method":"ping"})", Message::Kind::Request);
    row("id 0", R"({"jsonrpc":"2.0","id":0,"method":"ping"})", Message::Kind::Request);
    row("id null", R"({"jsonrpc":"2.0","id":null,"method":"ping"})", Message::Kind::Request);
    row("notification", R"({"jsonrpc":"2.0","method":"notifications/initialized"})", Message::Kind::Notification);
    row("response", R"({"jsonrpc":"2.0","id":1,"result":{}})", Message::Kind::Response);
    row("error", R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})", Message::Kind::Response);
    row("batch", R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])", Message::Kind::Batch);
    row("empty batch", "[]", Message::Kind::Batch);
    row("nothing of the kind", R"({"jsonrpc":"2.0","id":1})", Message::Kind::NotJsonRpc);
    row("method of another type", R"({"jsonrpc":"2.0","id":1,"method":2})", Message::Kind::NotJsonRpc);
    row("no JSON", "ping", Message::Kind::NotJson);
    row("cut", R"({"jsonrpc":"2.0",)", Message::Kind::NotJson);
    row("a number", "5", Message::Kind::NotJson);
}

void MessageTest::kinds()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(parseMessage(line).kind), kind);
}

void MessageTest::eras()
{
    const Message legacy = parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{}}})");
    QCOMPARE(legacy.era, Era::Legacy);
    const Message modern = parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":)"
                                        R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}})");
    QCOMPARE(modern.era, Era::Modern);
    QCOMPARE(modern.version, u"2026-07-28"_s);
}

void MessageTest::names_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("name");
    QTest::newRow("tool") << QByteArray(R"({"id":1,"method":"tools/call","params":{"name":"list_tokens"}})")
                          << u"list_tokens"_s;
    QTest::newRow("prompt") << QByteArray(R"({"id":1,"method":"prompts/get","params":{"name":"audit"}})") << u"audit"_s;
    QTest::newRow("resource") << QByteArray(R"({"id":1,"method":"resources/read","params":{"uri":"tokensmith://a"}})")
                              << u"tokensmith://a"_s;
    QTest::newRow("no place") << QByteArray(R"({"id":1,"method":"tools/list","params":{"name":"x"}})") << QString();
    QTest::newRow("missing") << QByteArray(R"({"id":1,"method":"tools/call","params":{}})") << u""_s;
}

void MessageTest::names()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, name);
    const Message message = parseMessage(line);
    QCOMPARE(message.name, name);
    QCOMPARE(message.name.isNull(), name.isNull());
}

void MessageTest::whatMayChangeSomething()
{
    QVERIFY(parseMessage(R"({"id":1,"method":"tools/call","params":{"name":"list_tokens"}})").mayChangeState);
    QVERIFY(parseMessage(R"([{"id":1,"method":"ping"},{"id":2,"method":"tools/call"}])").mayChangeState);
    QVERIFY(!parseMessage(R"([{"id":1,"method":"ping"}])").mayChangeState);
    for (const char *method : {"initialize", "server/discover", "tools/list", "resources/read", "ping"})
        QVERIFY(!parseMessage("{\"id\":1,\"method\":\"" + QByteArray(method) + "\"}").mayChangeState);
}

void MessageTest::cancellations()
{
    const Message message =
        parseMessage(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"a"}})");
    QCOMPARE(message.cancels, idKey(u"a"_s));
    QVERIFY(parseMessage(R"({"method":"notifications/progress","params":{"requestId":"a"}})").cancels.isEmpty());
}

void MessageTest::batches()
{
    const Message batch = parseMessage(R"([{"id":1,"method":"ping"},{"method":"x"},{"id":"b","method":"ping"},)"
                                       R"({"id":3,"result":{}},7])");
    QCOMPARE(batch.ids, (QJsonArray{1, u"b"_s}));
}

void MessageTest::idsAreToldApart()
{
    QCOMPARE(idKey(1), idKey(1));
    QVERIFY(idKey(1) != idKey(u"1"_s));
    QVERIFY(idKey(0) != idKey(QJsonValue::Null));
    QVERIFY(idKey(u"a"_s) != idKey(u"b"_s));
}

void MessageTest::keepsTheLineAsItCame()
{
    const QByteArray line = R"( {"id": 1, "method":"ping", "x": 1.50} )";
    QCOMPARE(parseMessage(line).body, line);
}

QTEST_GUILESS_MAIN(MessageTest)
#include "tst_message.moc"
