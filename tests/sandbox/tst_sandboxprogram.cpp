// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

/** tokensmith-sandbox as a process: its line, its flags, its exit codes, its clean stop. */
class SandboxProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announcesAndStops_data();
    void announcesAndStops();
    void badUsage_data();
    void badUsage();
    void texts_data();
    void texts();
    void exposedOnlyWhenAsked();
    void portTaken();
    void stateSurvivesAKill();

private:
    static std::unique_ptr<QProcess> start(const QStringList &arguments);
    static QJsonObject announcement(QProcess &process);
    static QByteArray exchange(const QJsonObject &line, const QByteArray &method, const QByteArray &path,
                               const QByteArray &body = {});
};

std::unique_ptr<QProcess> SandboxProgramTest::start(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(TOKENSMITH_BIN_DIR) + "/tokensmith-sandbox"_L1, arguments);
    return process->waitForStarted(10'000) ? std::move(process) : nullptr;
}

QJsonObject SandboxProgramTest::announcement(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) {
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

QByteArray SandboxProgramTest::exchange(const QJsonObject &line, const QByteArray &method, const QByteArray &path,
                                        const QByteArray &body)
{
    const QUrl api(line.value(u"api"_s).toString());
    QTcpSocket socket;
    socket.connectToHost(api.host(), quint16(api.port()));
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(method + ' ' + api.path().toLatin1() + path + " HTTP/1.1\r\nHost: " + api.authority().toLatin1()
                 + "\r\nConnection: close\r\nAuthorization: Bearer "
                 + line.value(u"bootstrapToken"_s).toString().toLatin1()
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.waitForReadyRead(10'000)) {
    }
    return socket.readAll();
}

void SandboxProgramTest::announcesAndStops_data()
{
    QTest::addColumn<int>("signalNumber");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void SandboxProgramTest::announcesAndStops()
{
    QFETCH(int, signalNumber);
    const auto process = start({u"--tokens"_s, u"3"_s, u"--accounts"_s, u"2"_s, u"--latency"_s, u"5"_s});
    QVERIFY(process);
    const QJsonObject line = announcement(*process);
    QCOMPARE(line.value(u"type"_s), QJsonValue(u"listening"_s));
    QVERIFY(line.value(u"bootstrapToken"_s).toString().startsWith("cfut_"_L1));
    QCOMPARE(line.value(u"api"_s).toString(), line.value(u"url"_s).toString() + "/client/v4"_L1);
    QCOMPARE(line.value(u"accountBootstrapTokens"_s).toObject().size(), 2);
    QVERIFY(exchange(line, "GET", "/user/tokens/verify").startsWith("HTTP/1.1 200"));
    QVERIFY(exchange(line, "GET", "/accounts").contains("\"total_count\":2"));
    QCOMPARE(::kill(pid_t(process->processId()), signalNumber), 0);
    QVERIFY(process->waitForFinished(10'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 0);
    QCOMPARE(process->readAllStandardError(), QByteArray());
}

void SandboxProgramTest::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("unknown flag") << QStringList{u"--fast"_s} << QByteArray("fast");
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s} << QByteArray("--port");
    QTest::newRow("tokens") << QStringList{u"--tokens"_s, u"many"_s} << QByteArray("--tokens");
    QTest::newRow("accounts") << QStringList{u"--accounts"_s, u"0"_s} << QByteArray("--accounts");
    QTest::newRow("latency") << QStringList{u"--latency"_s, u"-1"_s} << QByteArray("--latency");
    QTest::newRow("stray word") << QStringList{u"go"_s} << QByteArray("go");
    QTest::newRow("state in no directory")
        << QStringList{u"--state"_s, u"/no/such/dir/s.json"_s} << QByteArray("/no/such/dir");
}

void SandboxProgramTest::badUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const auto process = start(arguments);
    QVERIFY(process && process->waitForFinished(10'000));
    QCOMPARE(process->exitCode(), 2);
    QVERIFY(process->readAllStandardError().contains(names));
    QCOMPARE(process->readAllStandardOutput(), QByteArray());
}

void SandboxProgramTest::texts_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("help") << u"--help"_s << QByteArray("--state <file>");
    QTest::newRow("version") << u"--version"_s << QByteArray("tokensmith-sandbox " TOKENSMITH_VERSION);
}

void SandboxProgramTest::texts()
{
    QFETCH(QString, flag);
    QFETCH(QByteArray, names);
    const auto process = start({flag});
    QVERIFY(process && process->waitForFinished(10'000));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(process->readAllStandardOutput().contains(names));
}

void SandboxProgramTest::exposedOnlyWhenAsked()
{
    const QByteArray word = "revoked (exposed)";
    const auto answerOf = [](const QStringList &arguments) {
        const auto process = start(arguments);
        const QJsonObject line = announcement(*process);
        QByteArray lists;
        for (const QString &account : line.value(u"accountBootstrapTokens"_s).toObject().keys())
            lists +=
                exchange(line, "GET", "/accounts/" + account.toLatin1() + "/tokens?include_expired=true&per_page=50");
        return lists;
    };
    const QByteArray plain = answerOf({});
    QVERIFY(plain.contains("leaked-in-demo-repo"));
    QVERIFY(!plain.contains(word));
    QVERIFY(answerOf({u"--exposed"_s}).contains(word));
}

void SandboxProgramTest::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto process = start({u"--port"_s, QString::number(other.serverPort())});
    QVERIFY(process && process->waitForFinished(10'000));
    QCOMPARE(process->exitCode(), 3);
    QVERIFY(process->readAllStandardError().contains(QByteArray::number(other.serverPort())));
}

void SandboxProgramTest::stateSurvivesAKill()
{
    const QTemporaryDir dir;
    const QStringList arguments{u"--state"_s, dir.filePath(u"world.json"_s), u"--tokens"_s, u"2"_s};
    const auto first = start(arguments);
    QVERIFY(first);
    const QJsonObject line = announcement(*first);
    QVERIFY(exchange(line, "POST", "/user/tokens", R"({"name":"kept","policies":[]})").startsWith("HTTP/1.1 200"));
    first->kill();
    QVERIFY(first->waitForFinished(10'000));
    const auto second = start(arguments);
    QVERIFY(second);
    const QJsonObject again = announcement(*second);
    QCOMPARE(again.value(u"bootstrapToken"_s), line.value(u"bootstrapToken"_s));
    QVERIFY(exchange(again, "GET", "/user/tokens").contains("\"name\":\"kept\""));
    second->terminate();
    QVERIFY(second->waitForFinished(10'000));
    QCOMPARE(second->exitCode(), 0);
}

QTEST_GUILESS_MAIN(SandboxProgramTest)
#include "tst_sandboxprogram.moc"
