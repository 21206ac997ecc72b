// SPDX-License-Identifier: GPL-3.0-or-later
// What tokensmithd keeps on disk, and what it does where it can't.
#include "core/audit/auditlog.h"
#include "core/store/database.h"
#include "core/store/statement.h"
#include "tests/support/await.h"
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "test-key";
const QString kForeignAccount(32, u'f');

DaemonProcess::Environment environment(const DaemonProcess::Environment &more = {})
{
    return DaemonProcess::Environment{{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}} + more;
}

bool start(DaemonProcess &daemon)
{
    return daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s});
}

QString databasePath(const DaemonProcess &daemon)
{
    return daemon.home() + u"/d/data/tokensmith.db"_s;
}

/** The audit lines among what the daemon wrote to stderr. */
std::vector<QJsonObject> auditLines(DaemonProcess &daemon)
{
    std::vector<QJsonObject> lines;
    for (const QByteArray &line : daemon.standardError().split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json.value("type"_L1).toString() == "audit"_L1)
            lines.push_back(json);
    }
    return lines;
}

QJsonObject create(JsonClient &client, const DaemonProcess &daemon, const QString &name)
{
    return client.call(daemon.url(), kKey, u"create_token"_s,
                       {{u"type"_s, u"user"_s}, {u"name"_s, name}, {u"template"_s, u"dns_read"_s}});
}

} // namespace

class StorageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheAuditLog();
    void auditLinesAreOnlyForThoseWhoAsk();
    void refusalsAreEntries();
    void runsOnWithoutItsDatabase_data();
    void runsOnWithoutItsDatabase();

private:
    JsonClient m_client;
};

void StorageTest::writesTheAuditLog()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment(environment({{u"ENABLE_AUDIT_LOG"_s, u"true"_s}}));
    QVERIFY(start(daemon));
    const QJsonObject made = create(m_client, daemon, u"for the log"_s)["structuredContent"_L1].toObject();
    QCOMPARE(made["id"_L1].toString().size(), 32);
    QTRY_COMPARE(auditLines(daemon).size(), size_t(1));
    QCOMPARE(daemon.stop(), 0);

    const QJsonObject line = auditLines(daemon).front();
    QCOMPARE(line["operation"_L1].toString(), u"create_token"_s);
    QCOMPARE(line["level"_L1].toString(), u"info"_s);
    QCOMPARE(line["success"_L1], QJsonValue(true));
    QCOMPARE(line["tokenType"_L1].toString(), u"user"_s);
    QCOMPARE(line["tokenName"_L1].toString(), u"for the log"_s);
    QCOMPARE(line["tokenId"_L1], made["id"_L1]);
    QCOMPARE(line["client"_L1].toString(), u"env"_s);
    QVERIFY(!line["correlationId"_L1].toString().isEmpty());

    const auto database = store::Database::open(databasePath(daemon));
    QVERIFY(database.has_value());
    store::AuditStore rows(**database);
    const base::SystemClock clock;
    const audit::AuditLog log({.store = &rows, .clock = clock});
    const auto report = await(log.verifyChain());
    QVERIFY(report.has_value());
    QCOMPARE(report->state, audit::ChainReport::State::Intact);
    QCOMPARE(report->checked, 1);
    QCOMPARE(QJsonDocument::fromJson(rows.rowsAfter(0, 1)->front().entry).object(), line);
}

void StorageTest::auditLinesAreOnlyForThoseWhoAsk()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment(environment({{u"ENABLE_AUDIT_LOG"_s, u"1"_s}}));
    QVERIFY(start(daemon));
    QVERIFY(!create(m_client, daemon, u"quiet"_s).isEmpty());
    QCOMPARE(daemon.stop(), 0);
    QVERIFY(auditLines(daemon).empty());
    const auto database = store::Database::open(databasePath(daemon));
    QVERIFY(database.has_value());
    QCOMPARE(store::AuditStore(**database).head()->count, 1);
}

void StorageTest::refusalsAreEntries()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment(environment({{u"ENABLE_AUDIT_LOG"_s, u"true"_s},
                                       {u"RATE_LIMIT_PER_MINUTE"_s, u"1"_s},
                                       {u"ALLOWED_ACCOUNT_IDS"_s, QString(32, u'a')}}));
    QVERIFY(start(daemon));
    static_cast<void>(m_client.call(daemon.url(), kKey, u"list_tokens"_s,
                                    {{u"type"_s, u"account"_s}, {u"accountId"_s, kForeignAccount}}));
    QTRY_COMPARE(auditLines(daemon).size(), size_t(1));
    QCOMPARE(auditLines(daemon).back()["operation"_L1].toString(), u"list_tokens"_s);
    QCOMPARE(auditLines(daemon).back()["code"_L1].toString(), u"permission_denied"_s);
    QCOMPARE(auditLines(daemon).back()["accountId"_L1].toString(), kForeignAccount);

    static_cast<void>(m_client.call(daemon.url(), kKey, u"create_token"_s,
                                    {{u"type"_s, u"account"_s},
                                     {u"accountId"_s, kForeignAccount},
                                     {u"name"_s, u"denied"_s},
                                     {u"template"_s, u"dns_read"_s}}));
    QTRY_COMPARE(auditLines(daemon).size(), size_t(2));
    QCOMPARE(auditLines(daemon).back()["operation"_L1].toString(), u"create_token"_s);
    QCOMPARE(auditLines(daemon).back()["code"_L1].toString(), u"permission_denied"_s);

    static_cast<void>(create(m_client, daemon, u"too many"_s));
    QTRY_COMPARE(auditLines(daemon).size(), size_t(3));
    QCOMPARE(auditLines(daemon).back()["code"_L1].toString(), u"rate_limited"_s);
    QCOMPARE(auditLines(daemon).back()["tokenName"_L1].toString(), u"too many"_s);
    QCOMPARE(auditLines(daemon).back()["success"_L1], QJsonValue(false));
    QCOMPARE(daemon.stop(), 0);
}

void StorageTest::runsOnWithoutItsDatabase_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: a file of a newer version
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("damaged") << QByteArray("not a database ").repeated(500) << QByteArray("is damaged");
    QTest::newRow("newer") << QByteArray() << QByteArray("newer version");
}

void StorageTest::runsOnWithoutItsDatabase()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment(environment());
    const QString path = databasePath(daemon);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    if (content.isEmpty()) {
        const auto database = store::Database::open(path);
        QVERIFY(database.has_value());
        QVERIFY(store::run(**database, u"PRAGMA user_version = 99"_s).has_value());
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QVERIFY(start(daemon));
    const QJsonObject made = create(m_client, daemon, u"all the same"_s)["structuredContent"_L1].toObject();
    QVERIFY(made["secret"_L1].toString().size() > 40);
    QCOMPARE(daemon.stop(), 0);
    QVERIFY2(daemon.standardError().contains(says), daemon.standardError().constData());
    QVERIFY2(daemon.standardError().contains("an audit entry is not on disk"), daemon.standardError().constData());
    QVERIFY(!daemon.standardError().contains(made["secret"_L1].toString().toLatin1()));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

QTEST_GUILESS_MAIN(StorageTest)
#include "tst_storage.moc"
