// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/answers.h"

#include <QTest>

using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relaysOnOneLine_data();
    void relaysOnOneLine();
    void answersTheOnlyRequest();
    void relaysNothingElse();
};

void AnswersTest::relaysOnOneLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("line");
    const QByteArray result = R"({"jsonrpc":"2.0","id":1,"result":{}})";
    const QByteArray mark = "\xEF\xBB\xBF";
    QTest::newRow("as it came") << result << result;
    QTest::newRow("line breaks") << QByteArray("{\"jsonrpc\":\"2.0\",\r\n\"id\":1,\n\"result\":{}}\n")
                                 << QByteArray("{\"jsonrpc\":\"2.0\",  \"id\":1, \"result\":{}}");
    QTest::newRow("byte order mark") << mark + result << result;
    QTest::newRow("byte order mark and a batch") << mark + "[" + result + "]"
                                                 << "[" + result + "]";
}

void AnswersTest::relaysOnOneLine()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, line);
    const auto relayed = relay(parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"ping"})"), json);
    QVERIFY(relayed);
    QCOMPARE(relayed->line, line);
    QCOMPARE(relayed->role, Relayed::Role::Answer);
}

void AnswersTest::answersTheOnlyRequest()
{
    const auto relayed = relay(parseMessage(R"({"jsonrpc":"2.0","id":"a","method":"ping"})"),
                               R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}})");
    QVERIFY(relayed);
    QCOMPARE(relayed->object.value("id"_L1), QJsonValue(u"a"_s));
}

void AnswersTest::relaysNothingElse()
{
    const Message ping = parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
    for (const char *other : {"", "text", "5", "{}", R"({"jsonrpc":"1.0","id":1,"result":{}})", R"({"jsonrpc":"2.0"})"})
        QVERIFY2(!relay(ping, other), other);
}

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_answers.moc"
