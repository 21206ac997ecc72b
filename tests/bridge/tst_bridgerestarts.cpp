// SPDX-License-Identifier: GPL-3.0-or-later
// An app that goes while the bridge works, comes back, or never was.
#include "tests/bridge/bridgefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

class BridgeRestartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f.emplace(); }
    void cleanup() { m_f.reset(); }

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

private:
    std::optional<BridgeFixture> m_f;
    QTemporaryDir m_directory;
};

void BridgeRestartsTest::aChangeIsNeverRepeated()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.hangUp(); });
    m_f->say(request("1", "tools/call", R"({"name":"create_token"})"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(m_f->errorAt(0).contains("create_token"_L1));
    QVERIFY(m_f->errorAt(0).contains("not repeated"_L1));
    m_f->app.setScript([](const ReceivedRequest &got) {
        got.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"jsonrpc\"");
        got.socket->disconnectFromHost();
    });
    m_f->say(request("2", "tools/call", R"({"name":"create_token"})"));
    QTRY_COMPARE(m_f->lines.size(), 2);
    QVERIFY(m_f->errorAt(1).contains("not repeated"_L1));
    QCOMPARE(m_f->receivedCount(), 2U);
}

void BridgeRestartsTest::readingIsRepeated()
{
    int times = 0;
    m_f->app.setScript([&times](const ReceivedRequest &got) {
        if (++times == 1)
            got.hangUp();
        else
            got.succeed();
    });
    m_f->say(request("1", "tools/list"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(m_f->lineAt(0).contains("result"_L1));
    QCOMPARE(m_f->receivedCount(), 2U);
}

void BridgeRestartsTest::readingIsNotRepeatedForEver()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.hangUp(); });
    m_f->say(request("1", "tools/list"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(m_f->errorAt(0).contains("before it answered"_L1));
    QCOMPARE(m_f->receivedCount(), 3U);
}

void BridgeRestartsTest::whatNobodyGotIsSentWhenTheAppIsBack()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    m_f->say(request("1", "ping"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    m_f->app.kill();
    m_f->say(request("2", "tools/call"));
    m_f->say(request("3", "tools/call"));
    const auto isAnswered = [this] { return m_f->lines.size() > 1; };
    QVERIFY(!QTest::qWaitFor(isAnswered, 300)); // kept, neither answered nor refused
    QVERIFY(m_f->app.start());
    QTRY_COMPARE(m_f->lines.size(), 3);
    QCOMPARE(m_f->app.count(u"tools/call"_s), 2);
}

void BridgeRestartsTest::theAppOnAnotherPortIsFound()
{
    const QString file = m_directory.filePath(u"endpoint.json"_s);
    const auto publish = [&](const QUrl &url) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(out.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        out.write(R"({"url":")" + url.toString().toUtf8() + "\"}");
    };
    publish(m_f->app.url());
    m_f->make({.endpointFile = file, .start = StartPolicy::Never});
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    m_f->say(request("1", "ping"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    m_f->app.kill();
    m_f->say(request("2", "tools/call"));
    ScriptedApp other([](const ReceivedRequest &got) { got.succeed(R"({"other":true})"); });
    publish(other.url());
    QTRY_COMPARE(m_f->lines.size(), 2);
    QVERIFY(m_f->lineAt(1).value("result"_L1).toObject().contains("other"_L1));
}

void BridgeRestartsTest::noAppIsExplained()
{
    m_f->app.kill();
    m_f->say(request("1", "initialize"));
    m_f->say(modern("2", "server/discover"));
    QTRY_COMPARE(m_f->lines.size(), 2);
    for (qsizetype i = 0; i < 2; ++i)
        QVERIFY2(m_f->errorAt(i).contains(m_f->app.url().toString()), qPrintable(m_f->errorAt(i)));
    QCOMPARE(m_f->problems.size(), 1);
    QVERIFY(m_f->app.start());
    m_f->app.setScript([](const ReceivedRequest &got) { got.succeed(); });
    m_f->say(request("3", "initialize"));
    QTRY_COMPARE(m_f->lines.size(), 3);
    QVERIFY(m_f->lineAt(2).contains("result"_L1));
}

void BridgeRestartsTest::aStrangerIsExplained()
{
    m_f->app.setScript([](const ReceivedRequest &got) { got.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"); });
    m_f->say(request("1", "initialize"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QVERIFY(m_f->errorAt(0).contains("TOKENSMITH_URL"_L1));
}

void BridgeRestartsTest::subscriptionsOutliveTheApp()
{
    m_f->say(modern("7", "subscriptions/listen", R"(,"notifications":{"toolsListChanged":true})"));
    QTRY_COMPARE(m_f->receivedCount(), 1U);
    m_f->received(0).beginStream();
    m_f->received(0).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_f->lines, QByteArrayList{kAcknowledged});
    m_f->app.kill();
    QVERIFY(m_f->app.start());
    QTRY_COMPARE(m_f->receivedCount(), 2U);
    QCOMPARE(m_f->received(1).body, m_f->received(0).body);
    m_f->received(1).beginStream();
    m_f->received(1).sendEvent(kAcknowledged);
    QTRY_COMPARE(m_f->lines.size(), 2); // no second acknowledgement, but what may have been missed
    QCOMPARE(m_f->lineAt(1).value("method"_L1), QJsonValue(u"notifications/tools/list_changed"_s));
    m_f->say(cancelled("7"));
    QTRY_VERIFY(!m_f->received(1).isOpen());
    QCOMPARE(m_f->lines.size(), 2);
}

void BridgeRestartsTest::subscriptionsOutliveACleanEnd()
{
    m_f->say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(m_f->receivedCount(), 1U);
    m_f->received(0).beginStream();
    m_f->received(0).sendEvent(kAcknowledged);
    m_f->received(0).sendEvent(m_f->received(0).resultLine(R"({"resultType":"complete"})"));
    m_f->received(0).endStream();
    m_f->app.setScript([](const ReceivedRequest &got) { got.answer("{}", "503 Service Unavailable"); });
    QTRY_COMPARE(m_f->receivedCount(), 2U); // still stopping, or paused: asked again later
    QTRY_COMPARE(m_f->receivedCount(), 3U);
    QCOMPARE(m_f->lines, QByteArrayList{kAcknowledged});
}

void BridgeRestartsTest::aRefusedSubscriptionEnds()
{
    m_f->app.setScript([](const ReceivedRequest &got) {
        got.answer(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32000,"message":"Too many."}})",
                   "429 Too Many Requests");
    });
    m_f->say(modern("7", "subscriptions/listen"));
    QTRY_COMPARE(m_f->lines.size(), 1);
    QCOMPARE(m_f->errorAt(0), u"Too many."_s);
}

QTEST_GUILESS_MAIN(BridgeRestartsTest)
#include "tst_bridgerestarts.moc"
