// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge's rules over real sockets, against an app that behaves as badly as each test needs.
#include "app/bridge/bridge.h"
#include "tests/bridge/scriptedapp.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ReceivedRequest;
using test::ScriptedApp;

namespace {

QByteArray request(const QByteArray &id, const QByteArray &method, const QByteArray &params = "{}")
{
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params + '}';
}

QByteArray modern(const QByteArray &id, const QByteArray &method, const QByteArray &more = {})
{
    return request(id, method, R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"})" + more + '}');
}

QByteArray cancelled(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id + "}}";
}

const QByteArray kAcknowledged = R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged",)"
                                 R"("params":{"notifications":{"toolsListChanged":true}}})";

} // namespace

class BridgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void carriesRequestsAndAnswers();
    void severalAtOnceInAnyOrder();
    void manyAreSentAFewAtATime();
    void legacyVersionIsThatOfInitialize();
    void notificationsAndResponsesAreForwarded();
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

    void aChangeIsNeverRepeated();
    void readingIsRepeated();
    void readingIsNotRepeatedForEver();
    void whatNobodyGotIsSentWhenTheAppIsBack();
    void theAppOnAnotherPortIsFound();
    void noAppIsExplained();
    void aStrangerIsExplained();

    void subscriptionsOutliveTheApp();
    void subscriptionsOutliveACleanEnd();
    void aRefusedSubscriptionEnds();

    void theEndCancelsSubscriptionsAndIsIdle();
    void theEndWaitsAMomentForAnswers();
    void withoutSetupEveryRequestIsRefused();

private:
    void make(const AppPlace &place, const QString &refusal = {})
    {
        m_bridge.emplace(Bridge::Options{.key = base::Secret("the-key"),
                                         .place = place,
                                         .refusal = refusal,
                                         .times = {.betweenWakes = 100ms, .grace = 300ms}});
        connect(&*m_bridge, &Bridge::line, this, [this](const QByteArray &line) { m_lines.append(line); });
        connect(&*m_bridge, &Bridge::problem, this, [this](const QString &text) { m_problems.append(text); });
    }
    void say(const QByteArray &line) { m_bridge->take({.bytes = line}); }
    [[nodiscard]] QJsonObject lineAt(qsizetype index) const
    {
        return QJsonDocument::fromJson(m_lines.value(index)).object();
    }
    [[nodiscard]] QString errorAt(qsizetype index) const
    {
        return lineAt(index).value("error"_L1).toObject().value("message"_L1).toString();
    }
    [[nodiscard]] const ReceivedRequest &received(size_t index) const { return m_app->requests().at(index); }
    [[nodiscard]] size_t receivedCount() const { return m_app->requests().size(); }

    std::optional<ScriptedApp> m_app;
    std::optional<Bridge> m_bridge;
    QTemporaryDir m_directory;
    QByteArrayList m_lines;
    QStringList m_problems;
};

void BridgeTest::init()
{
    m_lines.clear();
    m_problems.clear();
    m_app.emplace([](const ReceivedRequest &) {});
    make({.url = m_app->url(), .start = StartPolicy::Never});
}

void BridgeTest::cleanup()
{
    m_bridge.reset();
    m_app.reset();
}

void BridgeTest::carriesRequestsAndAnswers()
{
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(R"({"x":1})"); });
    const QByteArray line = modern("1", "tools/call", R"(,"name":"list_tokens")");
    say(line);
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(m_lines.first(), QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{"x":1}})"));
    QCOMPARE(received(0).body, line);
    QCOMPARE(received(0).header("X-API-Key"), QByteArray("the-key"));
    QCOMPARE(received(0).header("Mcp-Name"), QByteArray("list_tokens"));
    QVERIFY(m_problems.isEmpty());
}

void BridgeTest::severalAtOnceInAnyOrder()
{
    say(request("1", "tools/call"));
    say(request("\"1\"", "tools/call"));
    say(request("0", "ping"));
    QTRY_COMPARE(receivedCount(), 3U);
    for (size_t i = 3; i-- > 0;) {
        received(i).succeed();
        QTRY_COMPARE(m_lines.size(), static_cast<qsizetype>(3 - i));
        QCOMPARE(lineAt(2 - static_cast<qsizetype>(i)).value("id"_L1), received(i).json().value("id"_L1));
    }
}

void BridgeTest::manyAreSentAFewAtATime()
{
    constexpr int kMany = 100;
    for (int i = 0; i < kMany; ++i)
        say(request(QByteArray::number(i), "tools/call"));
    QTRY_COMPARE(receivedCount(), 32U);
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    const std::vector<ReceivedRequest> held = m_app->requests();
    for (const ReceivedRequest &each : held)
        each.succeed();
    QTRY_COMPARE(m_lines.size(), kMany);
    QCOMPARE(receivedCount(), size_t(kMany));
}

void BridgeTest::legacyVersionIsThatOfInitialize()
{
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(R"({"protocolVersion":"2025-06-18"})"); });
    say(request("1", "initialize", R"({"protocolVersion":"2025-11-25"})"));
    QTRY_COMPARE(m_lines.size(), 1);
    say(request("2", "tools/list"));
    say(modern("3", "tools/list"));
    QTRY_COMPARE(m_lines.size(), 3);
    QCOMPARE(received(0).header("MCP-Protocol-Version"), QByteArray());
    for (size_t i = 1; i < 3; ++i) {
        const bool isModern = received(i).json().value("id"_L1) == 3;
        QCOMPARE(received(i).header("MCP-Protocol-Version"), QByteArray(isModern ? "2026-07-28" : "2025-06-18"));
        QCOMPARE(received(i).header("Mcp-Method"), QByteArray(isModern ? "tools/list" : ""));
    }
}

void BridgeTest::notificationsAndResponsesAreForwarded()
{
    m_app->setScript([](const ReceivedRequest &got) { got.answer({}, "202 Accepted"); });
    say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    say(R"({"jsonrpc":"2.0","id":5,"result":{}})");
    QTRY_COMPARE(receivedCount(), 2U);
    say(request("1", "ping"));
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(lineAt(0).value("id"_L1), QJsonValue(1));
}

void BridgeTest::streamsComeLineByLine()
{
    say(modern("1", "tools/call"));
    QTRY_COMPARE(receivedCount(), 1U);
    const QByteArray progress = R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1}})";
    received(0).beginStream();
    received(0).writeChunk(": keep-alive\n\n");
    received(0).sendEvent(progress);
    QTRY_COMPARE(m_lines, QByteArrayList{progress});
    received(0).sendEvent("not json");
    received(0).writeChunk("id: 3\ndata:\n\n");
    received(0).sendEvent(received(0).resultLine());
    received(0).endStream();
    QTRY_COMPARE(m_lines.size(), 2);
    QCOMPARE(lineAt(1).value("id"_L1), QJsonValue(1));
}

void BridgeTest::answersAreOneLine()
{
    m_app->setScript(
        [](const ReceivedRequest &got) { got.answer("{\r\n \"jsonrpc\": \"2.0\",\n \"id\": 1, \"result\": {}\n}\n"); });
    say(request("1", "ping"));
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(!m_lines.first().contains('\n') && !m_lines.first().contains('\r'));
    QCOMPARE(lineAt(0).value("id"_L1), QJsonValue(1));
}

void BridgeTest::refusalsGetTheId()
{
    m_app->setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Paused."}})",
                   "503 Service Unavailable");
    });
    say(request("\"a\"", "tools/call"));
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(lineAt(0).value("id"_L1), QJsonValue(u"a"_s));
    QCOMPARE(errorAt(0), u"Paused."_s);
    m_app->setScript([](const ReceivedRequest &got) { got.answer("oops", "500 Internal Server Error"); });
    say(request("2", "tools/call"));
    QTRY_COMPARE(m_lines.size(), 2);
    QVERIFY(errorAt(1).contains("500"_L1));
    QCOMPARE(lineAt(1).value("id"_L1), QJsonValue(2));
}

void BridgeTest::anUnknownKeyIsExplained()
{
    m_app->setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"x"}})", "401 Unauthorized");
    });
    say(request("1", "initialize"));
    say(R"([{"jsonrpc":"2.0","id":2,"method":"ping"},{"jsonrpc":"2.0","id":3,"method":"ping"}])");
    QTRY_COMPARE(m_lines.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY(errorAt(i).contains("TOKENSMITH_KEY"_L1));
    QVERIFY(m_problems.value(0).contains("TOKENSMITH_KEY"_L1));
    QVERIFY(!m_problems.join(u' ').contains("the-key"_L1));
}

void BridgeTest::whatIsNoMessage()
{
    say("nonsense");
    say("{}");
    m_bridge->take({.kind = Line::Kind::TooLong});
    QCOMPARE(m_lines.size(), 3);
    QCOMPARE(lineAt(0).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32700));
    QCOMPARE(lineAt(1).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32600));
    QCOMPARE(lineAt(2).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32600));
    QVERIFY(lineAt(2).value("id"_L1).isNull());
}

void BridgeTest::tooLargeAMessage()
{
    say(request("7", "tools/call", "{\"x\":\"" + QByteArray(1024 * 1024, 'x') + "\"}"));
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(lineAt(0).value("id"_L1), QJsonValue(7));
    QVERIFY(errorAt(0).contains("1 MiB"_L1));
    QCOMPARE(receivedCount(), 0U);
}

void BridgeTest::cancelLegacy()
{
    say(request("1", "tools/call"));
    QTRY_COMPARE(receivedCount(), 1U);
    say(cancelled("1"));
    QTRY_VERIFY(!received(0).isOpen());
    QTRY_COMPARE(receivedCount(), 2U); // forwarded, too
    QCOMPARE(received(1).body, cancelled("1"));
    QVERIFY(m_lines.isEmpty());
}

void BridgeTest::cancelModern()
{
    say(modern("1", "tools/call"));
    say(modern("2", "tools/call"));
    QTRY_COMPARE(receivedCount(), 2U);
    const size_t first = received(0).json().value("id"_L1) == 1 ? 0 : 1;
    say(cancelled("1"));
    QTRY_VERIFY(!received(first).isOpen());
    received(1 - first).succeed();
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(lineAt(0).value("id"_L1), QJsonValue(2));
    QCOMPARE(receivedCount(), 2U);
}

void BridgeTest::cancelWhatIsUnknown()
{
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(R"({"protocolVersion":"2025-11-25"})"); });
    say(cancelled("9"));
    say(request("1", "initialize"));
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(receivedCount(), 1U); // before any era is known: nobody to tell
    say(cancelled("9"));
    QTRY_COMPARE(receivedCount(), 2U);
}

void BridgeTest::cancelWhatWaits()
{
    for (int i = 0; i < 33; ++i)
        say(request(QByteArray::number(i), "tools/call"));
    QTRY_COMPARE(receivedCount(), 32U);
    say(cancelled("32"));
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    const std::vector<ReceivedRequest> held = m_app->requests();
    for (const ReceivedRequest &each : held)
        each.succeed();
    QTRY_COMPARE(m_lines.size(), 32);
    QCOMPARE(receivedCount(), 32U);
}

void BridgeTest::aChangeIsNeverRepeated()
{
    m_app->setScript([](const ReceivedRequest &got) { got.hangUp(); });
    say(request("1", "tools/call", R"({"name":"create_token"})"));
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(errorAt(0).contains("create_token"_L1));
    QVERIFY(errorAt(0).contains("not repeated"_L1));
    m_app->setScript([](const ReceivedRequest &got) {
        got.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"jsonrpc\"");
        got.socket->disconnectFromHost();
    });
    say(request("2", "tools/call", R"({"name":"create_token"})"));
    QTRY_COMPARE(m_lines.size(), 2);
    QVERIFY(errorAt(1).contains("not repeated"_L1));
    QCOMPARE(receivedCount(), 2U);
}

void BridgeTest::readingIsRepeated()
{
    int times = 0;
    m_app->setScript([&times](const ReceivedRequest &got) {
        if (++times == 1)
            got.hangUp();
        else
            got.succeed();
    });
    say(request("1", "tools/list"));
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(lineAt(0).contains("result"_L1));
    QCOMPARE(receivedCount(), 2U);
}

void BridgeTest::readingIsNotRepeatedForEver()
{
    m_app->setScript([](const ReceivedRequest &got) { got.hangUp(); });
    say(request("1", "tools/list"));
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(errorAt(0).contains("before it answered"_L1));
    QCOMPARE(receivedCount(), 3U);
}

void BridgeTest::whatNobodyGotIsSentWhenTheAppIsBack()
{
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    say(request("1", "ping"));
    QTRY_COMPARE(m_lines.size(), 1);
    m_app->kill();
    say(request("2", "tools/call"));
    say(request("3", "tools/call"));
    QTest::qWait(300); // long enough for both to have been refused
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(m_app->start());
    QTRY_COMPARE(m_lines.size(), 3);
    QCOMPARE(m_app->count(u"tools/call"_s), 2);
}

void BridgeTest::theAppOnAnotherPortIsFound()
{
    const QString file = m_directory.filePath(u"endpoint.json"_s);
    const auto publish = [&](const QUrl &url) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(out.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        out.write(R"({"url":")" + url.toString().toUtf8() + "\"}");
    };
    publish(m_app->url());
    make({.endpointFile = file, .start = StartPolicy::Never});
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    say(request("1", "ping"));
    QTRY_COMPARE(m_lines.size(), 1);
    m_app->kill();
    say(request("2", "tools/call"));
    ScriptedApp other([](const ReceivedRequest &got) { got.succeed(R"({"other":true})"); });
    publish(other.url());
    QTRY_COMPARE(m_lines.size(), 2);
    QVERIFY(lineAt(1).value("result"_L1).toObject().contains("other"_L1));
}

void BridgeTest::noAppIsExplained()
{
    m_app->kill();
    say(request("1", "initialize"));
    say(modern("2", "server/discover"));
    QTRY_COMPARE(m_lines.size(), 2);
    for (qsizetype i = 0; i < 2; ++i)
        QVERIFY2(errorAt(i).contains(m_app->url().toString()), qPrintable(errorAt(i)));
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(m_app->start());
    m_app->setScript([](const ReceivedRequest &got) { got.succeed(); });
    say(request("3", "initialize"));
    QTRY_COMPARE(m_lines.size(), 3);
    QVERIFY(lineAt(2).contains("result"_L1));
}

void BridgeTest::aStrangerIsExplained()
{
    m_app->setScript([](const ReceivedRequest &got) { got.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"); });
    say(request("1", "initialize"));
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(errorAt(0).contains("TOKENSMITH_URL"_L1));
}

void BridgeTest::subscriptionsOutliveTheApp()
{
    say(modern("7", "subscriptions/listen", R"(,"notifications":{"toolsListChanged":true})"));
    QTRY_COMPARE(receivedCount(), 1U);
    received(0).beginStream();
    received(0).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_lines, QByteArrayList{kAcknowledged});
    m_app->kill();
    QVERIFY(m_app->start());
    QTRY_COMPARE(receivedCount(), 2U);
    QCOMPARE(received(1).body, received(0).body);
    received(1).beginStream();
    received(1).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_lines.size(), 2); // no second acknowledgement, but what may have been missed
    QCOMPARE(lineAt(1).value("method"_L1), QJsonValue(u"notifications/tools/list_changed"_s));
    say(cancelled("7"));
    QTRY_VERIFY(!received(1).isOpen());
    QCOMPARE(m_lines.size(), 2);
}

void BridgeTest::subscriptionsOutliveACleanEnd()
{
    say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(receivedCount(), 1U);
    received(0).beginStream();
    received(0).sendEvent(kAcknowledged);
    received(0).sendEvent(received(0).resultLine(R"({"resultType":"complete"})"));
    received(0).endStream();
    m_app->setScript([](const ReceivedRequest &got) { got.answer("{}", "503 Service Unavailable"); });
    QTRY_COMPARE(receivedCount(), 2U); // still stopping, or paused: asked again later
    QTRY_COMPARE(receivedCount(), 3U);
    QCOMPARE(m_lines, QByteArrayList{kAcknowledged});
}

void BridgeTest::aRefusedSubscriptionEnds()
{
    m_app->setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32000,"message":"Too many."}})",
                   "429 Too Many Requests");
    });
    say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(m_lines.size(), 1);
    QCOMPARE(errorAt(0), u"Too many."_s);
}

void BridgeTest::theEndCancelsSubscriptionsAndIsIdle()
{
    QSignalSpy idle(&*m_bridge, &Bridge::idle);
    say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(receivedCount(), 1U);
    received(0).beginStream();
    received(0).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_lines.size(), 1);
    m_bridge->finish();
    QCOMPARE(idle.count(), 1);
    QTRY_VERIFY(!received(0).isOpen());
}

void BridgeTest::theEndWaitsAMomentForAnswers()
{
    QSignalSpy idle(&*m_bridge, &Bridge::idle);
    say(request("1", "tools/call"));
    say(request("2", "tools/call"));
    QTRY_COMPARE(receivedCount(), 2U);
    m_bridge->finish();
    received(0).succeed();
    QTRY_COMPARE(m_lines.size(), 1);
    QVERIFY(idle.isEmpty());
    QTRY_COMPARE(idle.count(), 1); // the other one is never answered
    QCOMPARE(m_lines.size(), 1);
}

void BridgeTest::withoutSetupEveryRequestIsRefused()
{
    make({}, u"There is no key."_s);
    say(request("1", "initialize"));
    say(modern("2", "server/discover"));
    say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QCOMPARE(m_lines.size(), 2);
    QCOMPARE(errorAt(0), u"There is no key."_s);
    QCOMPARE(errorAt(1), u"There is no key."_s);
    QSignalSpy idle(&*m_bridge, &Bridge::idle);
    m_bridge->finish();
    QCOMPARE(idle.count(), 1);
}

QTEST_GUILESS_MAIN(BridgeTest)
#include "tst_bridge.moc"
