// SPDX-License-Identifier: GPL-3.0-or-later
// What the bridge forwards, answers itself and cancels, over real sockets.
#include "tests/bridge/bridgefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

class BridgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f.emplace(); }
    void cleanup() { m_f.reset(); }

    void carriesRequestsAndAnswers();
    void severalAtOnceInAnyOrder();
    void manyAreSentAFewAtATime();
    void asksNothingWhileNobodyReads();
    void legacyVersionIsThatOfInitialize();
    void notificationsAndResponsesAreForwarded();
    void aRefusedNotificationIsNoAnswer();
    void streamsComeLineByLine();
    void answersAreOneLine();
    void refusalsGetTheId();
    void anUnknownKeyIsExplained();
    void whatIsNoMessage();
    void tooLargeAMessage();
    void cancelLegacy();
    void cancelModern();
    void cancelWhatIsUnknown();
    void cancelWhatWaits();
    void theEndCancelsSubscriptionsAndIsIdle();
    void theEndWaitsAMomentForAnswers();
    void withoutSetupEveryRequestIsRefused();

private:
    std::optional<BridgeFixture> m_f;
};

void BridgeTest::carriesRequestsAndAnswers()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(R"({"x":1})"); });
    const QByteArray line = modern("1", "tools/call", R"(,"name":"list_tokens")");
    m_f->say(line);
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->lines.first(), QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{"x":1}})"));
    QCOMPARE(m_f->received(0).body, line);
    QCOMPARE(m_f->received(0).header("X-API-Key"), QByteArray("the-key"));
    QCOMPARE(m_f->received(0).header("Mcp-Name"), QByteArray("list_tokens"));
    QVERIFY(m_f->problems.isEmpty());
}

void BridgeTest::severalAtOnceInAnyOrder()
{
    m_f->say(request("1", "tools/call"));
    m_f->say(request("\"1\"", "tools/call"));
    m_f->say(request("0", "ping"));
    QTRY_COMPARE(m_f->receivedCount(), 3U);
    for (size_t i = 3; i-- > 0;) {
        m_f->received(i).succeed();
        QTRY_COMPARE(m_f->lines.size(), static_cast<qsizetype>(3 - i));
        QCOMPARE(m_f->lineAt(2 - static_cast<qsizetype>(i)).value("id"_L1), m_f->received(i).json().value("id"_L1));
    }
}

void BridgeTest::manyAreSentAFewAtATime()
{
    constexpr int kMany = 100;
    for (int i = 0; i < kMany; ++i)
        m_f->say(request(QByteArray::number(i), "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 32U);
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    const std::vector<ReceivedRequest> held = m_f->app.requests();
    for (const ReceivedRequest &each : held)
        each.succeed();
    QTRY_COMPARE(m_f->lines.size(), kMany);
    QCOMPARE(m_f->receivedCount(), size_t(kMany));
}

void BridgeTest::asksNothingWhileNobodyReads()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    m_f->it->pause();
    m_f->say(request("1", "tools/call"));
    m_f->say("nonsense"); // answered without the app
    QCOMPARE(m_f->lines.size(), 1);
    QVERIFY(!QTest::qWaitFor([this] { return m_f->receivedCount() > 0; }, 100));
    m_f->it->resume();
    QTRY_COMPARE(m_f->lines.size(), 2);
}

void BridgeTest::legacyVersionIsThatOfInitialize()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(R"({"protocolVersion":"2025-06-18"})"); });
    m_f->say(request("1", "initialize", R"({"protocolVersion":"2025-11-25"})"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    m_f->say(request("2", "tools/list"));
    m_f->say(modern("3", "tools/list"));
    QTRY_COMPARE(m_f->lines.size(), 3);
    QCOMPARE(m_f->received(0).header("MCP-Protocol-Version"), QByteArray());
    for (size_t i = 1; i < 3; ++i) {
        const bool isModern = m_f->received(i).json().value("id"_L1) == 3;
        QCOMPARE(m_f->received(i).header("MCP-Protocol-Version"), QByteArray(isModern ? "2026-07-28" : "2025-06-18"));
        QCOMPARE(m_f->received(i).header("Mcp-Method"), QByteArray(isModern ? "tools/list" : ""));
    }
}

void BridgeTest::notificationsAndResponsesAreForwarded()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.answer({}, "202 Accepted"); });
    m_f->say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    m_f->say(R"({"jsonrpc":"2.0","id":5,"result":{}})");
    QTRY_COMPARE(m_f->receivedCount(), 2U);
    m_f->say(request("1", "ping"));
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->lineAt(0).value("id"_L1), QJsonValue(1));
}

void BridgeTest::aRefusedNotificationIsNoAnswer()
{
    m_f->app.setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Not now."}})", "400 Bad Request");
    });
    m_f->say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QTRY_COMPARE(m_f->problems.size(), 1);
    QVERIFY(m_f->problems.first().contains("Not now."_L1));
    QVERIFY(m_f->lines.isEmpty());
}

void BridgeTest::streamsComeLineByLine()
{
    m_f->say(modern("1", "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 1U);
    const QByteArray progress = R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1}})";
    m_f->received(0).beginStream();
    m_f->received(0).writeChunk(": keep-alive\n\n");
    m_f->received(0).sendEvent(progress);
    QTRY_COMPARE(m_f->lines, QByteArrayList{progress});
    m_f->received(0).sendEvent("not json");
    m_f->received(0).writeChunk("id: 3\ndata:\n\n");
    m_f->received(0).sendEvent(m_f->received(0).resultLine());
    m_f->received(0).endStream();
    QTRY_COMPARE(m_f->lines.size(), 2);
    QCOMPARE(m_f->lineAt(1).value("id"_L1), QJsonValue(1));
}

void BridgeTest::answersAreOneLine()
{
    m_f->app.setScript(
        [](const ReceivedRequest &got) { got.answer("{\r\n \"jsonrpc\": \"2.0\",\n \"id\": 1, \"result\": {}\n}\n"); });
    m_f->say(request("1", "ping"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(!m_f->lines.first().contains('\n') && !m_f->lines.first().contains('\r'));
    QCOMPARE(m_f->lineAt(0).value("id"_L1), QJsonValue(1));
}

void BridgeTest::refusalsGetTheId()
{
    m_f->app.setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Paused."}})",
                   "503 Service Unavailable");
    });
    m_f->say(request("\"a\"", "tools/call"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->lineAt(0).value("id"_L1), QJsonValue(u"a"_s));
    QCOMPARE(m_f->errorAt(0), u"Paused."_s);
    m_f->app.setScript([](const ReceivedRequest &got) { got.answer("oops", "500 Internal Server Error"); });
    m_f->say(request("2", "tools/call"));
    QTRY_COMPARE(m_f->lines.size(), 2);
    QVERIFY(m_f->errorAt(1).contains("500"_L1));
    QCOMPARE(m_f->lineAt(1).value("id"_L1), QJsonValue(2));
}

void BridgeTest::anUnknownKeyIsExplained()
{
    m_f->app.setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"x"}})", "401 Unauthorized");
    });
    m_f->say(request("1", "initialize"));
    m_f->say(R"([{"jsonrpc":"2.0","id":2,"method":"ping"},{"jsonrpc":"2.0","id":3,"method":"ping"}])");
    QTRY_COMPARE(m_f->lines.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY(m_f->errorAt(i).contains("TOKENSMITH_KEY"_L1));
    QVERIFY(m_f->problems.value(0).contains("TOKENSMITH_KEY"_L1));
    QVERIFY(!m_f->problems.join(u' ').contains("the-key"_L1));
}

void BridgeTest::whatIsNoMessage()
{
    m_f->say("nonsense");
    m_f->say("{}");
    m_f->it->take({.kind = Line::Kind::TooLong});
    QCOMPARE(m_f->lines.size(), 3);
    QCOMPARE(m_f->lineAt(0).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32700));
    QCOMPARE(m_f->lineAt(1).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32600));
    QCOMPARE(m_f->lineAt(2).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32600));
    QVERIFY(m_f->lineAt(2).value("id"_L1).isNull());
}

void BridgeTest::tooLargeAMessage()
{
    m_f->say(request("7", "tools/call", "{\"x\":\"" + QByteArray(1024 * 1024, 'x') + "\"}"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->lineAt(0).value("id"_L1), QJsonValue(7));
    QVERIFY(m_f->errorAt(0).contains("1 MiB"_L1));
    QCOMPARE(m_f->receivedCount(), 0U);
}

void BridgeTest::cancelLegacy()
{
    m_f->say(request("1", "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 1U);
    m_f->say(cancelled("1"));
    QTRY_VERIFY(!m_f->received(0).isOpen());
    QTRY_COMPARE(m_f->receivedCount(), 2U); // forwarded, too
    QCOMPARE(m_f->received(1).body, cancelled("1"));
    QVERIFY(m_f->lines.isEmpty());
}

void BridgeTest::cancelModern()
{
    m_f->say(modern("1", "tools/call"));
    m_f->say(modern("2", "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 2U);
    const size_t first = m_f->received(0).json().value("id"_L1) == 1 ? 0 : 1;
    m_f->say(cancelled("1"));
    QTRY_VERIFY(!m_f->received(first).isOpen());
    m_f->received(1 - first).succeed();
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->lineAt(0).value("id"_L1), QJsonValue(2));
    QCOMPARE(m_f->receivedCount(), 2U);
}

void BridgeTest::cancelWhatIsUnknown()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(R"({"protocolVersion":"2025-11-25"})"); });
    m_f->say(cancelled("9"));
    m_f->say(request("1", "initialize"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->receivedCount(), 1U); // before any era is known: nobody to tell
    m_f->say(cancelled("9"));
    QTRY_COMPARE(m_f->receivedCount(), 2U);
}

void BridgeTest::cancelWhatWaits()
{
    for (int i = 0; i < 33; ++i)
        m_f->say(request(QByteArray::number(i), "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 32U);
    m_f->say(cancelled("32"));
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    const std::vector<ReceivedRequest> held = m_f->app.requests();
    for (const ReceivedRequest &each : held)
        each.succeed();
    QTRY_COMPARE(m_f->lines.size(), 32);
    QCOMPARE(m_f->receivedCount(), 32U);
}

void BridgeTest::theEndCancelsSubscriptionsAndIsIdle()
{
    QSignalSpy idle(&*m_f->it, &Bridge::idle);
    m_f->say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(m_f->receivedCount(), 1U);
    m_f->received(0).beginStream();
    m_f->received(0).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_f->lines.size(), 1);
    m_f->it->finish();
    QCOMPARE(idle.count(), 1);
    QTRY_VERIFY(!m_f->received(0).isOpen());
}

void BridgeTest::theEndWaitsAMomentForAnswers()
{
    QSignalSpy idle(&*m_f->it, &Bridge::idle);
    m_f->say(request("1", "tools/call"));
    m_f->say(request("2", "tools/call"));
    QTRY_COMPARE(m_f->receivedCount(), 2U);
    m_f->it->finish();
    m_f->received(0).succeed();
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(idle.isEmpty());
    QTRY_COMPARE(idle.count(), 1); // the other one is never answered
    QCOMPARE(m_f->lines.size(), 1);
}

void BridgeTest::withoutSetupEveryRequestIsRefused()
{
    m_f->make({}, u"There is no key."_s);
    m_f->say(request("1", "initialize"));
    m_f->say(modern("2", "server/discover"));
    m_f->say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QCOMPARE(m_f->lines.size(), 2);
    QCOMPARE(m_f->errorAt(0), u"There is no key."_s);
    QCOMPARE(m_f->errorAt(1), u"There is no key."_s);
    QSignalSpy idle(&*m_f->it, &Bridge::idle);
    m_f->it->finish();
    QCOMPARE(idle.count(), 1);
}

QTEST_GUILESS_MAIN(BridgeTest)
#include "tst_bridge.moc"
