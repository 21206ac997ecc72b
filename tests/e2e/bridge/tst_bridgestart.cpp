// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge where no app answers: it starts one, or says why it can't.
#include "tests/e2e/bridge/bridgeprocess.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <optional>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

class BridgeStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsTheAppAndWaitsForIt();
    void theAppOutlivesTheBridge();
    void startsItAgainWhenItIsGone();
    void neverMeansNever();
    void anAppThatEndsAtOnce();
    void noProgramToStart();
    void anotherProgramAnswers();

private:
    [[nodiscard]] QJsonObject endpoint() const
    {
        QFile file(m_directory->filePath(u"endpoint.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    /** Ends the app that the bridge started; true if there was one. */
    [[nodiscard]] bool endApp() const
    {
        const auto pid = static_cast<pid_t>(endpoint().value("pid"_L1).toInt());
        if (pid <= 0 || ::kill(pid, SIGTERM) != 0)
            return false;
        return QTest::qWaitFor([=] { return ::kill(pid, 0) != 0; }, 10'000);
    }

    std::optional<QTemporaryDir> m_directory;
    std::optional<BridgeProcess> m_bridge;
};

void BridgeStartTest::init()
{
    m_directory.emplace();
    m_bridge.emplace();
    m_bridge->set("TOKENSMITH_START", u"daemon"_s); // whatever display this machine has
    m_bridge->set("TOKENSMITH_DATA_DIR", m_directory->path());
    m_bridge->set("TOKENSMITH_START_ARGUMENTS", u"--sandbox --port 0"_s);
    m_bridge->set("TOKENSMITH_KEY", u"test-key"_s);
    m_bridge->set("MCP_API_KEY", u"test-key"_s);
}

void BridgeStartTest::cleanup()
{
    m_bridge.reset();
    static_cast<void>(endApp());
}

void BridgeStartTest::startsTheAppAndWaitsForIt()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    m_bridge->say(legacyRequest("2", "ping"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    QVERIFY(m_bridge->answerTo(2).contains("result"_L1));
    QCOMPARE(m_bridge->lines().size(), 2); // nothing of the app's own words
    QVERIFY(m_bridge->standardError().contains("Starting it"));
    QVERIFY(m_bridge->standardError().contains("is ready"));
    const auto pid = endpoint().value("pid"_L1).toInt();
    QFile environment(u"/proc/%1/environ"_s.arg(pid));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains("TOKENSMITH_KEY"));
}

void BridgeStartTest::theAppOutlivesTheBridge()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    m_bridge->closeStdin();
    QCOMPARE(m_bridge->exitCode(), 0);
    QCOMPARE(m_bridge->run({u"--check"_s}), 0);
    QVERIFY(endApp());
}

void BridgeStartTest::startsItAgainWhenItIsGone()
{
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    QVERIFY(m_bridge->answerTo(1).contains("result"_L1));
    const QJsonValue first = endpoint().value("pid"_L1);
    QVERIFY(endApp());
    m_bridge->say(legacyRequest("2", "tools/list"));
    QVERIFY(m_bridge->answerTo(2).contains("result"_L1));
    QVERIFY(endpoint().value("pid"_L1) != first);
}

void BridgeStartTest::neverMeansNever()
{
    m_bridge->set("TOKENSMITH_START", u"never"_s);
    m_bridge->set("TOKENSMITH_URL", u"http://127.0.0.1:1/mcp"_s);
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    m_bridge->say(modernRequest("2", "server/discover"));
    m_bridge->say(legacyRequest("3", "tools/list"));
    for (const int id : {1, 2, 3})
        QVERIFY2(m_bridge->errorTo(id).contains("127.0.0.1:1"_L1), qPrintable(m_bridge->errorTo(id)));
    QVERIFY(m_bridge->standardError().contains("does not answer"));
    QVERIFY(endpoint().isEmpty());
}

void BridgeStartTest::anAppThatEndsAtOnce()
{
    m_bridge->set("TOKENSMITH_START_ARGUMENTS", u"--no-such-flag"_s);
    m_bridge->set("TOKENSMITH_URL", u"http://127.0.0.1:1/mcp"_s);
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    const QString sentence = m_bridge->errorTo(1);
    QVERIFY2(sentence.contains("no-such-flag"_L1), qPrintable(sentence)); // the app's own last words
    m_bridge->say(legacyRequest("2", "ping")); // asked again at once: not started again at once
    QCOMPARE(m_bridge->errorTo(2), sentence);
    QCOMPARE(m_bridge->standardError().count("Starting it"), 1);
}

void BridgeStartTest::noProgramToStart()
{
    QVERIFY(QFile::copy(QStringLiteral(TOKENSMITH_BIN_DIR "/tokensmith-bridge"),
                        m_directory->filePath(u"tokensmith-bridge"_s)));
    m_bridge->set("PATH", m_directory->path());
    m_bridge->set("TOKENSMITH_URL", u"http://127.0.0.1:1/mcp"_s);
    QVERIFY(m_bridge->startAs(m_directory->filePath(u"tokensmith-bridge"_s)));
    m_bridge->say(initializeRequest("1"));
    QVERIFY2(m_bridge->errorTo(1).contains("PATH"_L1), qPrintable(m_bridge->errorTo(1)));
}

void BridgeStartTest::anotherProgramAnswers()
{
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    connect(&stranger, &QTcpServer::newConnection, this,
            [&stranger] { stranger.nextPendingConnection()->write("220 mail.example ESMTP\r\n"); });
    m_bridge->set("TOKENSMITH_START", u"never"_s);
    m_bridge->set("TOKENSMITH_URL", u"http://127.0.0.1:%1/mcp"_s.arg(stranger.serverPort()));
    QVERIFY(m_bridge->start());
    m_bridge->say(initializeRequest("1"));
    QVERIFY2(m_bridge->errorTo(1).contains("TOKENSMITH_URL"_L1), qPrintable(m_bridge->errorTo(1)));
}

QTEST_GUILESS_MAIN(BridgeStartTest)
#include "tst_bridgestart.moc"
