// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditstore.h"
#include "core/store/callstore.h"
#include "core/store/catalogstore.h"
#include "core/store/clientstore.h"
#include "core/store/heldstore.h"
#include "core/store/inventorystore.h"
#include "core/store/migrations.h"
#include "core/store/noticestore.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::DatabaseFile;

namespace {

/** The schema as each version had it, written down here a second time: what is in people's files never changes. */
const QStringList kSchemaOne{
    u"CREATE TABLE inventory_list (id INTEGER PRIMARY KEY, identity TEXT NOT NULL, account TEXT NOT NULL,"
    " account_name TEXT NOT NULL, read_at TEXT NOT NULL, digest BLOB NOT NULL, UNIQUE (identity, account))"_s,
    u"CREATE TABLE inventory_piece (list INTEGER NOT NULL REFERENCES inventory_list (id) ON DELETE CASCADE,"
    " position INTEGER NOT NULL, tokens BLOB NOT NULL, PRIMARY KEY (list, position))"_s,
    u"INSERT INTO inventory_list VALUES (7, 'me', '', '', '2026-11-23T12:00:00Z', 'digest')"_s,
    u"PRAGMA user_version = 1"_s,
};

const QStringList kSchemaTwo{
    u"CREATE TABLE audit_entry (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL)"_s,
    u"CREATE TABLE audit_head (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL, hash BLOB NOT NULL)"_s,
    u"INSERT INTO audit_head (id, count, hash) VALUES (1, 1, zeroblob(32))"_s,
    u"INSERT INTO audit_entry VALUES (1, '{\"operation\":\"create_token\"}', zeroblob(32))"_s,
    u"PRAGMA user_version = 2"_s,
};

const QStringList kSchemaThree{
    u"CREATE TABLE catalog_list (identity TEXT NOT NULL, account TEXT NOT NULL, read_at TEXT NOT NULL,"
    " groups TEXT NOT NULL, PRIMARY KEY (identity, account)) WITHOUT ROWID"_s,
    u"PRAGMA user_version = 3"_s,
};

const QStringList kSchemaFour{
    u"CREATE TABLE expiry_notice (token TEXT NOT NULL, expires TEXT NOT NULL, step INTEGER NOT NULL,"
    " PRIMARY KEY (token, expires, step)) WITHOUT ROWID"_s,
    u"PRAGMA user_version = 4"_s,
};

const QStringList kSchemaFive{
    u"CREATE TABLE client_key (name TEXT NOT NULL PRIMARY KEY, hash BLOB NOT NULL UNIQUE, created TEXT NOT NULL,"
    " state INTEGER NOT NULL, policy TEXT NOT NULL, seen_at TEXT, seen_revision TEXT NOT NULL,"
    " seen_as TEXT NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE held_secret (token TEXT NOT NULL PRIMARY KEY, token_name TEXT NOT NULL, client TEXT NOT NULL,"
    " held_at TEXT NOT NULL) WITHOUT ROWID"_s,
    u"PRAGMA user_version = 5"_s,
};

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromEachVersion_data();
    void fromEachVersion();
    void aFailedStepLeavesTheVersionBefore();
    void again();
};

void MigrationsTest::fromEachVersion_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("lists");
    QTest::addColumn<int>("entries");
    QTest::newRow("0") << QStringList() << 0 << 0;
    QTest::newRow("1") << kSchemaOne << 1 << 0;
    QTest::newRow("2") << kSchemaOne + kSchemaTwo << 1 << 1;
    QTest::newRow("3") << kSchemaOne + kSchemaTwo + kSchemaThree << 1 << 1;
    QTest::newRow("4") << kSchemaOne + kSchemaTwo + kSchemaThree + kSchemaFour << 1 << 1;
    QTest::newRow("5") << kSchemaOne + kSchemaTwo + kSchemaThree + kSchemaFour + kSchemaFive << 1 << 1;
    QCOMPARE(store::latestSchema(), 6); // a new step needs a row here
}

void MigrationsTest::fromEachVersion()
{
    QFETCH(QStringList, statements);
    const DatabaseFile file;
    if (!statements.isEmpty())
        file.runRaw(statements);
    const auto database = store::Database::open(file.path());
    QVERIFY_RESULT(database);
    QCOMPARE(store::schemaOf(**database).value_or(-1), store::latestSchema());

    const auto lists = store::InventoryStore(**database).lists(u"me"_s);
    QVERIFY_RESULT(lists);
    QTEST(static_cast<int>(lists->size()), "lists");
    const auto rows = store::AuditStore(**database).rowsAfter(0, 10);
    QVERIFY_RESULT(rows);
    QTEST(static_cast<int>(rows->size()), "entries");
    store::CatalogStore catalogs(**database);
    const auto none = catalogs.find(u"me"_s, model::Owner::user());
    QVERIFY_RESULT(none);
    QVERIFY(!none->has_value());
    QVERIFY_RESULT(catalogs.replace(u"me"_s, model::Owner::user(), {.groups = {}, .readAt = test::kNoon}));
    store::NoticeStore notices(**database);
    QVERIFY_RESULT(notices.add({{.tokenId = u"a"_s, .expires = test::kNoon, .step = 7}}));
    QVERIFY_RESULT(
        store::ClientStore(**database).add({.name = u"a"_s, .hash = "h", .created = test::kNoon, .policy = {}}));
    QVERIFY_RESULT(
        store::HeldStore(**database).put({.tokenId = u"a"_s, .tokenName = {}, .client = {}, .heldAt = test::kNoon}));
    QVERIFY_RESULT(store::CallStore(**database).add({{.ended = test::kNoon, .tool = u"a"_s}}));
}

void MigrationsTest::aFailedStepLeavesTheVersionBefore()
{
    const DatabaseFile file;
    // The second of step two's tables is in the way: the first must not stay behind.
    file.runRaw(kSchemaOne + QStringList{u"CREATE TABLE audit_head (other)"_s});
    const auto database = store::Database::open(file.path());
    QVERIFY(!database);
    QCOMPARE(database.error().code, base::Error::Code::Internal);
    file.runRaw({u"CREATE TABLE audit_entry (x)"_s, u"DROP TABLE audit_entry"_s, u"DROP TABLE audit_head"_s});
    const auto repaired = store::Database::open(file.path());
    QVERIFY_RESULT(repaired);
    QCOMPARE(store::schemaOf(**repaired).value_or(-1), store::latestSchema());
}

void MigrationsTest::again()
{
    const DatabaseFile file;
    const std::unique_ptr<store::Database> database = file.open();
    QVERIFY_RESULT(store::migrate(*database));
    QCOMPARE(store::schemaOf(*file.open()).value_or(-1), store::latestSchema());
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
