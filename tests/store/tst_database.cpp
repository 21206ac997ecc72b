// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "tests/store/databasefile.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using store::Database;
using test::DatabaseFile;

namespace {

constexpr QFile::Permissions kOthers =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

QVariant value(const Database &database, const QString &sql)
{
    return store::runForValue(database, sql).value_or(QVariant(u"failed"_s));
}

/** Lets go of root's rights over all files for a while; does nothing for other users. */
class AsNobody
{
public:
    AsNobody()
    {
        if (::geteuid() == 0 && ::seteuid(65534) != 0)
            qFatal("can't become nobody");
    }
    ~AsNobody()
    {
        if (::getuid() == 0 && ::seteuid(0) != 0)
            qFatal("can't become root again");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)
};

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDurableAndPrivate();
    void makesLaxFilesPrivate();
    void makesItsDirectoryPrivate();
    void keepsWhatWasWritten();
    void refusesAndLeavesAlone_data();
    void refusesAndLeavesAlone();
    void noticesDamageLater();
    void aDirectoryThatCantBeWritten();
    void aFileThatCantBeWritten();
    void aFullDisk();
    void waitsForAnotherProcess();
    void givesUpOnALockedFile();
    void transactionsRollBack();
    void twoProcessesMakeTheFile();
};

void DatabaseTest::isDurableAndPrivate()
{
    const DatabaseFile file;
    const mode_t before = ::umask(0);
    const std::unique_ptr<Database> database = file.open();
    ::umask(before);
    QCOMPARE(value(*database, u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(value(*database, u"PRAGMA synchronous"_s).toInt(), 2);
    QCOMPARE(value(*database, u"PRAGMA foreign_keys"_s).toInt(), 1);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFile::exists(file.path() + ending), qPrintable(ending));
        QCOMPARE(QFile::permissions(file.path() + ending) & kOthers, QFile::Permissions());
    }
}

void DatabaseTest::makesLaxFilesPrivate()
{
    const DatabaseFile file;
    file.open().reset();
    QVERIFY(QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | kOthers));
    const std::unique_ptr<Database> database = file.open();
    QCOMPARE(QFile::permissions(file.path()) & kOthers, QFile::Permissions());
}

void DatabaseTest::makesItsDirectoryPrivate()
{
    const DatabaseFile file;
    const QString path = file.directory() + u"/deep/er/x.db"_s;
    QVERIFY_RESULT(Database::open(path));
    QCOMPARE(QFile::permissions(file.directory() + u"/deep/er"_s) & kOthers, QFile::Permissions());
}

void DatabaseTest::keepsWhatWasWritten()
{
    const DatabaseFile file;
    QVERIFY_RESULT(store::run(*file.open(), u"INSERT INTO inventory_list VALUES (1, 'me', '', '', 'then', 'd')"_s));
    QCOMPARE(value(*file.open(), u"SELECT read_at FROM inventory_list"_s).toString(), u"then"_s);
}

void DatabaseTest::refusesAndLeavesAlone_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: made by the statements
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto invalid = static_cast<int>(Error::Code::InvalidArgument);
    const auto broken = static_cast<int>(Error::Code::ProtocolError);
    QTest::newRow("newer") << QByteArray() << QStringList{u"CREATE TABLE later (x)"_s, u"PRAGMA user_version = 99"_s}
                           << invalid << u"newer version"_s;
    QTest::newRow("another program's") << QByteArray() << QStringList{u"CREATE TABLE theirs (x)"_s} << invalid
                                       << u"another program"_s;
    QTest::newRow("no database") << QByteArray("This is a letter to my aunt.\n").repeated(200) << QStringList()
                                 << broken << u"damaged"_s;
    QTest::newRow("a broken header") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\xee') << QStringList()
                                     << broken << u"damaged"_s;
}

void DatabaseTest::refusesAndLeavesAlone()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, statements);
    QFETCH(int, code);
    QFETCH(QString, says);
    const DatabaseFile file;
    if (content.isEmpty())
        file.runRaw(statements);
    else
        file.write(content);
    const QByteArray before = file.content();
    const auto database = Database::open(file.path());
    QVERIFY(!database);
    QCOMPARE(static_cast<int>(database.error().code), code);
    QVERIFY2(database.error().message.contains(says), qPrintable(database.error().message));
    QVERIFY(database.error().message.contains(file.path()));
    QCOMPARE(file.content(), before);
    QVERIFY(!QFile::exists(file.path() + u"-wal"_s));
}

void DatabaseTest::noticesDamageLater()
{
    const DatabaseFile file;
    file.open().reset();
    QByteArray content = file.content();
    QVERIFY(content.size() > 3 * 4096);
    content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, '\xee')); // the schema page is whole
    file.write(content);
    const auto database = Database::open(file.path());
    QVERIFY_RESULT(database);
    const auto row = store::runForValue(**database, u"SELECT count FROM audit_head"_s);
    QVERIFY(!row);
    QCOMPARE(row.error().code, Error::Code::ProtocolError);
}

void DatabaseTest::aDirectoryThatCantBeWritten()
{
    const DatabaseFile file;
    QVERIFY(QFile::setPermissions(file.directory(), QFile::ReadOwner | QFile::ExeOwner));
    base::Result<std::unique_ptr<Database>> database;
    {
        const AsNobody nobody;
        database = Database::open(file.path());
    }
    QVERIFY(QFile::setPermissions(file.directory(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!database);
    QCOMPARE(database.error().code, Error::Code::Unavailable);
    QVERIFY2(database.error().message.contains(u"permissions"_s), qPrintable(database.error().message));
}

void DatabaseTest::aFileThatCantBeWritten()
{
    const DatabaseFile file;
    file.open().reset();
    QVERIFY(QFile::setPermissions(file.directory(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::ReadOther));
    base::Result<std::unique_ptr<Database>> database;
    {
        const AsNobody nobody;
        database = Database::open(file.path());
    }
    QVERIFY(QFile::setPermissions(file.directory(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!database);
    QCOMPARE(database.error().code, Error::Code::Unavailable);
}

void DatabaseTest::aFullDisk()
{
    const DatabaseFile file;
    const std::unique_ptr<Database> database = file.open();
    const int pages = value(*database, u"PRAGMA page_count"_s).toInt();
    QVERIFY_RESULT(store::run(*database, u"PRAGMA max_page_count = %1"_s.arg(pages + 2)));
    const QString insert = u"INSERT INTO inventory_list VALUES (?, ?, '', '', '', zeroblob(1000))"_s;
    base::Result<QSqlQuery> written;
    int rows = 0;
    do
        written = store::run(*database, insert, {rows, QString::number(rows)});
    while (written && ++rows < 1000);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Unavailable);
    QVERIFY2(written.error().message.contains(u"disk is full"_s), qPrintable(written.error().message));
    QCOMPARE(value(*database, u"SELECT count(*) FROM inventory_list"_s).toInt(), rows);
    QCOMPARE(value(*database, u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

void DatabaseTest::waitsForAnotherProcess()
{
    const DatabaseFile file;
    const std::unique_ptr<Database> database = file.open();
    QProcess other;
    other.start(QStringLiteral(TOKENSMITH_STORE_WRITER), {file.path(), u"hold"_s, u"300"_s});
    QVERIFY(other.waitForReadyRead(10'000));
    QElapsedTimer waited;
    waited.start();
    auto transaction = store::Transaction::begin(*database);
    QVERIFY_RESULT(transaction);
    QVERIFY(waited.elapsed() > 50);
    QVERIFY_RESULT(transaction->commit());
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
}

void DatabaseTest::givesUpOnALockedFile()
{
    const DatabaseFile file;
    const std::unique_ptr<Database> one = file.open();
    const std::unique_ptr<Database> two = file.open();
    const auto held = store::Transaction::begin(*one);
    QVERIFY_RESULT(held);
    const auto refused = store::Transaction::begin(*two);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::Unavailable);
    QVERIFY(refused.error().message.contains(u"Another program"_s));
    QCOMPARE(value(*two, u"SELECT count(*) FROM inventory_list"_s).toInt(), 0); // readers go on
}

void DatabaseTest::transactionsRollBack()
{
    const DatabaseFile file;
    const std::unique_ptr<Database> database = file.open();
    {
        const auto transaction = store::Transaction::begin(*database);
        QVERIFY_RESULT(transaction);
        QVERIFY_RESULT(store::run(*database, u"INSERT INTO inventory_list VALUES (1, 'me', '', '', 'then', 'd')"_s));
    }
    QCOMPARE(value(*database, u"SELECT count(*) FROM inventory_list"_s).toInt(), 0);
    QVERIFY_RESULT(store::Transaction::begin(*database));
}

void DatabaseTest::twoProcessesMakeTheFile()
{
    for (int round = 0; round < 5; ++round) {
        const DatabaseFile file;
        QProcess other;
        other.start(QStringLiteral(TOKENSMITH_STORE_WRITER), {file.path(), u"hold"_s, u"0"_s});
        const auto database = Database::open(file.path());
        QVERIFY_RESULT(database);
        QVERIFY(other.waitForFinished());
        QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
        QCOMPARE(store::schemaOf(**database).value_or(-1), store::latestSchema());
    }
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
