// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmithd as a process: what it is for, how it starts and how it ends.
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "test-key";

QString structured(const QJsonObject &result, QLatin1StringView member)
{
    return result.value("structuredContent"_L1).toObject().value(member).toString();
}

} // namespace

class DaemonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCreatedTokenWorksAndIsListed_data();
    void aCreatedTokenWorksAndIsListed();
    void theOriginalsRequestsWork();
    void secretsStayOutOfFilesAndLogs();
    void healthFollowsTheBootstrapToken();
    void takesSecretsFromFiles();
    void offlineAtStartIsNoDeadEnd();
    void aCallUnderWayIsAnsweredBeforeTheEnd_data();
    void aCallUnderWayIsAnsweredBeforeTheEnd();
    void aLostCreateIsSentOnce();
    void exitCodes_data();
    void exitCodes();
    void aTakenPortIsExplained();
    void withoutAKeychainItSaysSo();
    void onlyLoopbackListens();
    void directoriesArePrivate();

private:
    bool startSandboxed(DaemonProcess &daemon, const QStringList &more = {})
    {
        daemon.setEnvironment({{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}});
        return daemon.start(QStringList{u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s}
                            + more);
    }

    bool startLive(DaemonProcess &daemon, const QString &api)
    {
        return daemon.start({u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s, u"--api-base"_s, api});
    }

    QUrl health(const DaemonProcess &daemon) const { return QUrl(u"http://127.0.0.1:%1/health"_s.arg(daemon.port())); }

    JsonClient m_client;
};

void DaemonTest::aCreatedTokenWorksAndIsListed_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("templateId");
    for (const QString &kind : {u"user"_s, u"account"_s}) {
        for (const QString &templateId :
             {u"full_access"_s, u"workers_deploy"_s, u"pages_deploy"_s, u"dns_only"_s, u"dns_read"_s, u"cache_purge"_s,
              u"analytics_read"_s, u"zero_trust_admin"_s, u"waf_admin"_s})
            QTest::addRow("%s %s", qPrintable(kind), qPrintable(templateId)) << kind << templateId;
    }
}

void DaemonTest::aCreatedTokenWorksAndIsListed()
{
    QFETCH(QString, kind);
    QFETCH(QString, templateId);
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    const QJsonObject accounts = m_client.call(daemon.url(), kKey, u"list_accounts"_s, {});
    const QString accountId = accounts.value("structuredContent"_L1)["accounts"_L1][0]["id"_L1].toString();
    QCOMPARE(accountId.size(), 32);

    const QJsonObject created = m_client.call(
        daemon.url(), kKey, u"create_token"_s,
        {{u"type"_s, kind}, {u"accountId"_s, accountId}, {u"name"_s, u"made here"_s}, {u"template"_s, templateId}});
    const QString secret = structured(created, "secret"_L1);
    QVERIFY2(secret.startsWith(kind == "user"_L1 ? "cfut_"_L1 : "cfat_"_L1),
             QJsonDocument(created).toJson().constData());

    const QString owner = kind == "user"_L1 ? u"/user"_s : u"/accounts/"_s + accountId;
    const JsonReply verified = m_client.get(QUrl(daemon.member("sandboxApi") + owner + u"/tokens/verify"_s),
                                            {{"Authorization", "Bearer " + secret.toLatin1()}});
    QCOMPARE(verified.status, 200);
    QCOMPARE(verified.json.value("result"_L1)["id"_L1].toString(), structured(created, "id"_L1));
    const QJsonObject asked = m_client.call(daemon.url(), kKey, u"verify_token"_s, {{u"token"_s, secret}});
    QVERIFY(asked.value("structuredContent"_L1)["valid"_L1].toBool());

    const QJsonObject listed = m_client.call(daemon.url(), kKey, u"list_tokens"_s, {});
    QVERIFY(QJsonDocument(listed).toJson().contains(structured(created, "id"_L1).toLatin1()));
    QVERIFY(!QJsonDocument(listed).toJson().contains(secret.toLatin1()));
    QCOMPARE(daemon.stop(), 0);
}

void DaemonTest::theOriginalsRequestsWork()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    // No initialize, no Accept, the host spelled "localhost".
    const QUrl url(u"http://localhost:%1/mcp"_s.arg(daemon.port()));
    const JsonReply tools = m_client.post(url, {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, u"tools/list"_s}},
                                          {{"X-API-Key", kKey}});
    QCOMPARE(tools.status, 200);
    QStringList names;
    for (const QJsonValue &tool : tools.json.value("result"_L1)["tools"_L1].toArray())
        names += tool["name"_L1].toString();
    for (const QString &name : {u"list_permission_groups"_s, u"list_templates"_s, u"get_template"_s, u"list_tokens"_s,
                                u"get_token"_s, u"create_token"_s, u"revoke_token"_s, u"verify_token"_s,
                                u"rotate_token"_s, u"list_accounts"_s, u"get_account"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    const JsonReply templates = m_client.get(QUrl(u"http://localhost:%1/templates"_s.arg(daemon.port())));
    QCOMPARE(templates.json.value("templates"_L1).toArray().size(), 10);
}

void DaemonTest::secretsStayOutOfFilesAndLogs()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon, {u"--log-level"_s, u"debug"_s}));
    const QJsonObject created =
        m_client.call(daemon.url(), kKey, u"create_token"_s,
                      {{u"type"_s, u"user"_s}, {u"name"_s, u"quiet"_s}, {u"template"_s, u"dns_only"_s}});
    const QByteArray secret = structured(created, "secret"_L1).toLatin1();
    QVERIFY(secret.size() > 40);
    static_cast<void>(
        m_client.call(daemon.url(), kKey, u"verify_token"_s, {{u"token"_s, QString::fromLatin1(secret)}}));
    QCOMPARE(daemon.stop(), 0);
    const QByteArray log = daemon.standardError();
    QVERIFY2(!log.isEmpty(), "the debug log shows nothing at all");
    for (const QByteArray &kept : {secret, kKey, QByteArray("Bearer")})
        QVERIFY2(!log.contains(kept), log.constData());
    QDirIterator files(daemon.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
    }
}

void DaemonTest::healthFollowsTheBootstrapToken()
{
    DaemonProcess cloudflare(u"tokensmith-sandbox"_s);
    QVERIFY(cloudflare.start({u"--port"_s, u"0"_s}));
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment({{u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, cloudflare.member("bootstrapToken")}});
    QVERIFY(startLive(daemon, cloudflare.member("api")));
    QTRY_VERIFY(daemon.standardError().contains("MCP_API_KEY")); // it says that nobody can call it
    const JsonReply fine = m_client.get(health(daemon));
    QCOMPARE(fine.status, 200);
    QCOMPARE(fine.json.value("status"_L1).toString(), u"ok"_s);

    DaemonProcess wrong(u"tokensmithd"_s);
    wrong.setEnvironment({{u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, u"cfut_"_s + QString(48, u'x')}});
    QVERIFY(startLive(wrong, cloudflare.member("api")));
    const JsonReply degraded = m_client.get(health(wrong));
    QCOMPARE(degraded.status, 503);
    QCOMPARE(degraded.json.value("status"_L1).toString(), u"degraded"_s);
    QVERIFY(!degraded.json.value("error"_L1).toString().isEmpty());
}

void DaemonTest::takesSecretsFromFiles()
{
    DaemonProcess cloudflare(u"tokensmith-sandbox"_s);
    QVERIFY(cloudflare.start({u"--port"_s, u"0"_s}));
    QTemporaryDir credentials;
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(credentials.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(name));
        return file.fileName();
    };
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment({{u"CLOUDFLARE_BOOTSTRAP_TOKEN_FILE"_s,
                            write(u"token"_s, cloudflare.member("bootstrapToken").toLatin1() + '\n')},
                           {u"MCP_API_KEY_FILE"_s, write(u"key"_s, "from-a-file\n")}});
    QVERIFY(startLive(daemon, cloudflare.member("api")));
    const QJsonObject accounts = m_client.call(daemon.url(), "from-a-file", u"list_accounts"_s, {});
    QCOMPARE(accounts.value("structuredContent"_L1)["count"_L1].toInt(), 3);
}

void DaemonTest::offlineAtStartIsNoDeadEnd()
{
    QTcpServer reserved;
    QVERIFY(reserved.listen(QHostAddress::LocalHost));
    const QString port = QString::number(reserved.serverPort());
    reserved.close();
    DaemonProcess daemon(u"tokensmithd"_s);
    DaemonProcess cloudflare(u"tokensmith-sandbox"_s);
    QVERIFY(cloudflare.start({u"--port"_s, port, u"--state"_s, cloudflare.home() + u"/state.json"_s}));
    const QString bootstrap = cloudflare.member("bootstrapToken");
    const QString api = cloudflare.member("api");
    const QString state = cloudflare.home() + u"/state.json"_s;
    QCOMPARE(cloudflare.stop(), 0);

    daemon.setEnvironment(
        {{u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, bootstrap}, {u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}});
    QVERIFY(startLive(daemon, api));
    const QJsonObject refused = m_client.call(daemon.url(), kKey, u"list_tokens"_s, {});
    QVERIFY(refused.value("isError"_L1).toBool());
    QVERIFY(refused.value("content"_L1)[0]["text"_L1].toString().contains("Can't reach Cloudflare"_L1));

    DaemonProcess again(u"tokensmith-sandbox"_s);
    QVERIFY(again.start({u"--port"_s, port, u"--state"_s, state}));
    const QJsonObject listed = m_client.call(daemon.url(), kKey, u"list_tokens"_s, {});
    QVERIFY(listed.value("structuredContent"_L1)["total"_L1].toInt() > 30);
}

void DaemonTest::aCallUnderWayIsAnsweredBeforeTheEnd_data()
{
    QTest::addColumn<int>("latency");
    QTest::newRow("soon") << 400;
    QTest::newRow("later than any other call would be waited for") << 5600;
}

void DaemonTest::aCallUnderWayIsAnsweredBeforeTheEnd()
{
    QFETCH(int, latency);
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    QUrl control(daemon.member("sandboxApi"));
    control.setPath(u"/sandbox/faults"_s);
    QCOMPARE(m_client.post(control, {{u"latencyMs"_s, latency}, {u"method"_s, u"POST"_s}}, {}).status / 100, 2);

    QNetworkAccessManager network;
    QNetworkRequest request(daemon.url());
    request.setRawHeader("X-API-Key", kKey);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.post(
        request, R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_token","arguments":{)"
                 R"("type":"user","name":"late","template":"dns_only"}}})");
    QUrl state = control;
    state.setPath(u"/sandbox/state"_s);
    QTRY_VERIFY(QJsonDocument(m_client.get(state).json).toJson().contains("POST /user/tokens"));
    QCOMPARE(daemon.stop(), 0);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->readAll().contains("cfut_"));
}

void DaemonTest::aLostCreateIsSentOnce()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    QUrl sandbox(daemon.member("sandboxApi"));
    const auto tokens = [&] {
        sandbox.setPath(u"/sandbox/state"_s);
        return m_client.get(sandbox).json.value("tokens"_L1)["total"_L1].toInt();
    };
    const int before = tokens();
    sandbox.setPath(u"/sandbox/faults"_s);
    QCOMPARE(m_client.post(sandbox, {{u"kind"_s, u"drop-after"_s}, {u"method"_s, u"POST"_s}}, {}).status / 100, 2);
    const QJsonObject lost =
        m_client.call(daemon.url(), kKey, u"create_token"_s,
                      {{u"type"_s, u"user"_s}, {u"name"_s, u"lost"_s}, {u"template"_s, u"dns_only"_s}});
    QVERIFY(lost.value("isError"_L1).toBool());
    QVERIFY2(lost.value("content"_L1)[0]["text"_L1].toString().contains("answer was lost, but the token"_L1),
             QJsonDocument(lost).toJson().constData());
    QCOMPARE(tokens(), before + 1);
}

void DaemonTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("--sandbox");
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << QByteArray("tokensmithd ");
    QTest::newRow("unknown flag") << QStringList{u"--sandbx"_s} << 2 << QByteArray("sandbx");
    QTest::newRow("no argument taken") << QStringList{u"start"_s} << 2 << QByteArray("start");
    QTest::newRow("port as a word") << QStringList{u"--port"_s, u"http"_s} << 2 << QByteArray("--port");
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s} << 2 << QByteArray("65535");
    QTest::newRow("API without TLS") << QStringList{u"--api-base"_s, u"http://example.org/v4"_s} << 2
                                     << QByteArray("--api-base");
    QTest::newRow("log level") << QStringList{u"--log-level"_s, u"loud"_s} << 2 << QByteArray("--log-level");
    QTest::newRow("data directory") << QStringList{u"--sandbox"_s, u"--data-dir"_s, u"/proc/nowhere"_s} << 2
                                    << QByteArray("/proc/nowhere");
}

void DaemonTest::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    DaemonProcess daemon(u"tokensmithd"_s);
    QCOMPARE(daemon.run(arguments), code);
    const QByteArray output = code == 0 ? daemon.standardOutput() : daemon.standardError();
    QVERIFY2(output.contains(says), output.constData());
}

void DaemonTest::aTakenPortIsExplained()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    DaemonProcess daemon(u"tokensmithd"_s);
    QCOMPARE(daemon.run({u"--sandbox"_s, u"--data-dir"_s, daemon.home() + u"/d"_s, u"--port"_s,
                         QString::number(other.serverPort())}),
             3);
    QVERIFY(daemon.standardError().contains(QByteArray::number(other.serverPort())));
}

void DaemonTest::withoutAKeychainItSaysSo()
{
    DaemonProcess daemon(u"tokensmithd"_s); // its session bus does not exist
    QCOMPARE(daemon.run({u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s}), 4);
    QVERIFY(daemon.standardError().contains("keychain"));
}

void DaemonTest::onlyLoopbackListens()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    const quint16 sandboxPort = static_cast<quint16>(QUrl(daemon.member("sandboxApi")).port());
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        for (const quint16 port : {daemon.port(), sandboxPort}) {
            QTcpSocket socket;
            socket.connectToHost(address, port);
            const bool connected = socket.waitForConnected(2000);
            if (address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
                QVERIFY2(connected, qPrintable(address.toString()));
            else if (!address.isLoopback())
                QVERIFY2(!connected, qPrintable(address.toString()));
        }
    }
}

void DaemonTest::directoriesArePrivate()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(startSandboxed(daemon));
    for (const QString &folder : {u"/d/config"_s, u"/d/data"_s, u"/d/run"_s}) {
        const QFile::Permissions permissions = QFileInfo(daemon.home() + folder).permissions();
        QVERIFY2(!(permissions
                   & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                      | QFile::ExeOther)),
                 qPrintable(folder));
    }
}

QTEST_GUILESS_MAIN(DaemonTest)
#include "tst_daemon.moc"
