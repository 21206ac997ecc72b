// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith-bridge with the real server behind it, as an MCP client sees it.
#include "tests/e2e/bridge/bridgeprocess.h"
#include "tests/support/jsonclient.h"

#include <QElapsedTimer>

#include <optional>
#include <sys/stat.h>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"test-key"_s;
constexpr qint64 kStopPatience = 5000;  // ms; how long tokensmithd waits for calls when it is told to stop
constexpr qint64 kGraceAtTheEnd = 4000; // ms; the bridge's own is 1.5 s

} // namespace

class BridgeProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void legacyConversation();
    void modernConversation();
    void severalCallsAtOnce();
    void onlyMessagesOnStdout();
    void aHugeLine();
    void cancelEndsTheCall_data();
    void cancelEndsTheCall();
    void subscriptions();
    void theAppRestarts();
    void aChangeUnderWayIsNotRepeated();
    void stdinEndsWhileNothingIsUnderWay();
    void stdinEndsRightAfterTheQuestions();
    void stdinEndsDuringACallThatTakesLong();
    void wrongKey_data();
    void wrongKey();
    void keyFromAFile();
    void aKeyFileOthersMayRead();
    void noKey();
    void nothingOfTheKeyIsSeen();
    void check();
    void flags();

private:
    QStringList daemonArguments(const QString &port) const
    {
        return {u"--sandbox"_s, u"--port"_s, port, u"--data-dir"_s, m_directory->path()};
    }
    void startDaemon(const QString &port = u"0"_s)
    {
        m_daemon.emplace(u"tokensmithd"_s);
        m_daemon->setEnvironment({{u"MCP_API_KEY"_s, kKey}});
        QVERIFY(m_daemon->start(daemonArguments(port)));
    }
    /** Every answer of the simulated Cloudflare comes that late. */
    void setLatency(int milliseconds)
    {
        QUrl control(m_daemon->member("sandboxApi"));
        control.setPath(u"/sandbox/faults"_s);
        JsonClient client;
        QCOMPARE(client.post(control, {{u"latencyMs"_s, milliseconds}, {u"times"_s, 1000}}, {}).status / 100, 2);
    }
    [[nodiscard]] QJsonObject requestsUpstream()
    {
        JsonClient client;
        const QUrl state = QUrl(m_daemon->member("sandboxApi")).resolved(QUrl(u"/sandbox/state"_s));
        return client.get(state).json.value("requests"_L1).toObject();
    }

    std::optional<QTemporaryDir> m_directory;
    std::optional<DaemonProcess> m_daemon;
    std::optional<BridgeProcess> m_bridge;
};

void BridgeProgramTest::init()
{
    m_directory.emplace();
    startDaemon();
    m_bridge.emplace();
    m_bridge->set("TOKENSMITH_DATA_DIR", m_directory->path());
    m_bridge->set("TOKENSMITH_KEY", kKey);
}

void BridgeProgramTest::cleanup()
{
    QVERIFY2(!m_bridge->standardError().contains("ERROR: "), m_bridge->standardError().constData()); // a sanitizer's
    m_bridge.reset();
    m_daemon.reset();
}

void BridgeProgramTest::legacyConversation()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("0"));
    const QJsonObject result = m_bridge->answerTo(0).value("result"_L1).toObject();
    QCOMPARE(result.value("protocolVersion"_L1), QJsonValue(u"2025-06-18"_s));
    m_bridge->say(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    m_bridge->say(legacyRequest("\"list\"", "tools/list"));
    QVERIFY(m_bridge->answerTo(u"list"_s).value("result"_L1).toObject().value("tools"_L1).toArray().size() > 5);
    m_bridge->say(legacyRequest("2", "tools/call", R"({"name":"list_accounts","arguments":{}})"));
    QVERIFY(m_bridge->answerTo(2).value("result"_L1).toObject().contains("structuredContent"_L1));
    QCOMPARE(m_bridge->lines().size(), 3);
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QCOMPARE(m_bridge->standardError(), QByteArray());
}

void BridgeProgramTest::modernConversation()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(modernRequest("1", "server/discover"));
    const QJsonObject result = m_bridge->answerTo(1).value("result"_L1).toObject();
    QVERIFY2(result.value("supportedVersions"_L1).toArray().contains(u"2026-07-28"_s),
             m_bridge->lines().value(0).constData());
    m_bridge->say(modernRequest("2", "tools/call", R"(,"name":"list_accounts","arguments":{})"));
    QVERIFY(m_bridge->answerTo(2).value("result"_L1).toObject().contains("structuredContent"_L1));
    m_bridge->say(modernRequest("3", "tools/call", R"(,"name":"löschen","arguments":{})")); // Mcp-Name in base64
    QCOMPARE(m_bridge->answerTo(3).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32602));
}

void BridgeProgramTest::severalCallsAtOnce()
{
    QVERIFY(m_bridge->start());
    constexpr int kMany = 60;
    for (int i = 0; i < kMany; ++i)
        m_bridge->say(
            legacyRequest(QByteArray::number(i), "tools/call", R"({"name":"list_templates","arguments":{}})"));
    QTRY_COMPARE_WITH_TIMEOUT(m_bridge->lines().size(), kMany, 20'000);
    for (int i = 0; i < kMany; ++i)
        QVERIFY(m_bridge->answerTo(i).contains("result"_L1));
}

void BridgeProgramTest::onlyMessagesOnStdout()
{
    QVERIFY(m_bridge->start());
    m_bridge->write("\r\n" + legacyRequest("1", "ping") + "\r\nnonsense\n{}\n" + legacyRequest("2", "no/such"));
    m_bridge->closeStdin(); // the last line has no end
    QCOMPARE(m_bridge->exitCode(), 0);
    QCOMPARE(m_bridge->lines().size(), 4);
    for (const QByteArray &line : m_bridge->lines())
        QCOMPARE(QJsonDocument::fromJson(line).object().value("jsonrpc"_L1), QJsonValue(u"2.0"_s));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    QCOMPARE(m_bridge->answerTo(2).value("error"_L1).toObject().value("code"_L1), QJsonValue(-32601));
}

void BridgeProgramTest::aHugeLine()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "tools/call", "{\"name\":\"" + QByteArray(2'000'000, 'x') + "\"}"));
    QVERIFY(m_bridge->errorTo(1).contains("1 MiB"_L1));
    m_bridge->say(QByteArray(20'000'000, 'x'));
    m_bridge->say(legacyRequest("2", "ping"));
    QVERIFY(m_bridge->answerTo(2).contains("result"_L1));
    QCOMPARE(m_bridge->lines().size(), 3);
    QVERIFY(m_bridge->lines().at(1).contains("too long"));
}

void BridgeProgramTest::cancelEndsTheCall_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("legacy") << legacyRequest("7", "tools/call", R"({"name":"list_tokens","arguments":{}})");
    QTest::newRow("modern") << modernRequest("7", "tools/call", R"(,"name":"list_tokens","arguments":{})");
}

void BridgeProgramTest::cancelEndsTheCall()
{
    QFETCH(QByteArray, call);
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("6", "tools/call", R"({"name":"list_tokens","arguments":{}})"));
    QVERIFY(m_bridge->answerTo(6).contains("result"_L1)); // so that the next one shares nothing with other callers
    setLatency(20'000);
    m_bridge->say(call);
    QVERIFY(m_bridge->answerTo(7, 300).isEmpty());
    m_bridge->say(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}})");
    m_bridge->say(legacyRequest("8", "ping"));
    QVERIFY(m_bridge->answerTo(8).contains("result"_L1));
    QElapsedTimer since;
    since.start();
    QCOMPARE(m_daemon->stop(), 0);
    QVERIFY2(since.elapsed() < kStopPatience, "the daemon still waited for the call");
    QCOMPARE(m_bridge->lines().size(), 2); // a cancelled request gets no answer
}

void BridgeProgramTest::subscriptions()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(
        modernRequest("\"listen:0\"", "subscriptions/listen", R"(,"notifications":{"toolsListChanged":true})"));
    const auto isAcknowledged = [this] {
        return !m_bridge->lines().isEmpty()
               && m_bridge->lines().constFirst().contains("notifications/subscriptions/acknowledged");
    };
    QTRY_VERIFY(isAcknowledged());
    const quint16 port = m_daemon->port();
    QCOMPARE(m_daemon->stop(), 0);
    startDaemon(QString::number(port));
    QTRY_COMPARE_WITH_TIMEOUT(m_bridge->lines().size(), 2, 15'000);
    QVERIFY(m_bridge->lines().at(1).contains("notifications/tools/list_changed"));
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QCOMPARE(m_bridge->lines().size(), 2);
}

void BridgeProgramTest::theAppRestarts()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    const quint16 port = m_daemon->port();
    QCOMPARE(m_daemon->stop(), 0);
    m_bridge->say(legacyRequest("2", "tools/call", R"({"name":"list_accounts","arguments":{}})"));
    QVERIFY(m_bridge->answerTo(2, 500).isEmpty()); // kept: nobody has got it
    startDaemon(QString::number(port));
    QVERIFY(m_bridge->answerTo(2).value("result"_L1).toObject().contains("structuredContent"_L1));
    QCOMPARE(m_daemon->stop(), 0);
    startDaemon(); // on another port: the endpoint file says which
    m_bridge->say(legacyRequest("3", "ping"));
    QVERIFY(m_bridge->answerTo(3).contains("result"_L1));
}

void BridgeProgramTest::aChangeUnderWayIsNotRepeated()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    setLatency(3000);
    const QByteArray create = R"({"name":"create_token","arguments":{"type":"user","name":"x","template":"dns_only"}})";
    m_bridge->say(legacyRequest("2", "tools/call", create));
    QVERIFY(m_bridge->answerTo(2, 300).isEmpty());
    const quint16 port = m_daemon->port();
    m_daemon.reset(); // killed
    QVERIFY2(m_bridge->errorTo(2).contains("not repeated"_L1), qPrintable(m_bridge->errorTo(2)));
    startDaemon(QString::number(port));
    m_bridge->say(legacyRequest("3", "ping"));
    QVERIFY(m_bridge->answerTo(3).contains("result"_L1));
    QCOMPARE(requestsUpstream().value("POST /user/tokens"_L1).toInt(), 0);
}

void BridgeProgramTest::stdinEndsWhileNothingIsUnderWay()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    QElapsedTimer since;
    since.start();
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
}

void BridgeProgramTest::stdinEndsRightAfterTheQuestions()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    m_bridge->say(legacyRequest("2", "tools/call", R"({"name":"list_accounts","arguments":{}})"));
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QVERIFY(m_bridge->answerTo(1, 0).contains("result"_L1));
    QVERIFY(m_bridge->answerTo(2, 0).contains("result"_L1));
}

void BridgeProgramTest::stdinEndsDuringACallThatTakesLong()
{
    QVERIFY(m_bridge->start());
    setLatency(20'000);
    m_bridge->say(legacyRequest("1", "tools/call", R"({"name":"list_tokens","arguments":{}})"));
    QVERIFY(m_bridge->answerTo(1, 300).isEmpty());
    QElapsedTimer since;
    since.start();
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QVERIFY2(since.elapsed() < kGraceAtTheEnd, qPrintable(QString::number(since.elapsed())));
    QVERIFY(m_bridge->lines().isEmpty());
}

void BridgeProgramTest::wrongKey_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("initialize") << initializeRequest("1");
    QTest::newRow("server/discover") << modernRequest("1", "server/discover");
    QTest::newRow("tools/call") << legacyRequest("1", "tools/call", R"({"name":"list_tokens"})");
}

void BridgeProgramTest::wrongKey()
{
    QFETCH(QByteArray, request);
    m_bridge->set("TOKENSMITH_KEY", u"another-key"_s);
    QVERIFY(m_bridge->start());
    m_bridge->say(request);
    QVERIFY2(m_bridge->errorTo(1).contains("does not know the key"_L1), qPrintable(m_bridge->errorTo(1)));
    QTRY_VERIFY(m_bridge->standardError().contains("does not know the key"));
}

void BridgeProgramTest::keyFromAFile()
{
    const QString path = m_bridge->home() + "/key"_L1;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write(kKey.toLatin1() + '\n');
    file.close();
    m_bridge->unset("TOKENSMITH_KEY");
    m_bridge->set("TOKENSMITH_KEY_FILE", path);
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
}

void BridgeProgramTest::aKeyFileOthersMayRead()
{
    const QString path = m_bridge->home() + "/key"_L1;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    file.write(kKey.toLatin1());
    file.close();
    m_bridge->unset("TOKENSMITH_KEY");
    m_bridge->set("TOKENSMITH_KEY_FILE", path);
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    QVERIFY2(m_bridge->errorTo(1).contains("chmod 600"_L1), qPrintable(m_bridge->errorTo(1)));
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 2);
    QVERIFY(m_bridge->standardError().contains("chmod 600"));
}

void BridgeProgramTest::noKey()
{
    m_bridge->unset("TOKENSMITH_KEY");
    QVERIFY(m_bridge->start());
    m_bridge->say(modernRequest("1", "server/discover"));
    QVERIFY(m_bridge->errorTo(1).contains("TOKENSMITH_KEY"_L1));
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 2);
}

void BridgeProgramTest::nothingOfTheKeyIsSeen()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(legacyRequest("1", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    for (const char *name : {"cmdline", "environ"}) {
        QFile file(u"/proc/%1/%2"_s.arg(m_bridge->processId()).arg(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(kKey.toLatin1()));
    }
    BridgeProcess careless;
    const QString secret = u"kJ8_x2-QmZbV0pTqYw3nR5sLd7fGh1aC9eXuIoPjKlM"_s;
    QCOMPARE(careless.run({secret}), 2);
    QVERIFY(careless.standardError().contains("TOKENSMITH_KEY"));
    QVERIFY(!careless.standardError().contains(secret.toLatin1()));
}

void BridgeProgramTest::check()
{
    QCOMPARE(m_bridge->run({u"--check"_s}), 0);
    const QByteArray good = m_bridge->standardOutput();
    QVERIFY2(good.contains("knows the key") && good.count('\n') == 1, good.constData());
    m_bridge->set("TOKENSMITH_KEY", u"another"_s);
    QCOMPARE(m_bridge->run({u"--check"_s}), 1);
    const QByteArray bad = m_bridge->standardOutput();
    QVERIFY2(bad.contains("does not know the key") && bad.count('\n') == 1, bad.constData());
    QCOMPARE(m_daemon->stop(), 0);
    m_bridge->set("TOKENSMITH_URL", m_daemon->url().toString());
    QCOMPARE(m_bridge->run({u"--check"_s}), 1);
    const QByteArray none = m_bridge->standardOutput();
    QVERIFY2(none.startsWith("Nothing answers") && none.count('\n') == 1, none.constData());
}

void BridgeProgramTest::flags()
{
    QCOMPARE(m_bridge->run({u"--version"_s}), 0);
    QCOMPARE(m_bridge->standardOutput(), QByteArray("tokensmith-bridge " TOKENSMITH_VERSION "\n"));
    QCOMPARE(m_bridge->run({u"--help"_s}), 0);
    QVERIFY(m_bridge->standardOutput().contains("TOKENSMITH_KEY_FILE"));
    QCOMPARE(m_bridge->run({u"--what"_s}), 2);
    m_bridge->set("TOKENSMITH_URL", u"http://example.com/mcp"_s);
    QCOMPARE(m_bridge->run({u"--check"_s}), 2);
    QVERIFY(m_bridge->standardError().contains("TOKENSMITH_URL"));
}

QTEST_GUILESS_MAIN(BridgeProgramTest)
#include "tst_bridgeprogram.moc"
