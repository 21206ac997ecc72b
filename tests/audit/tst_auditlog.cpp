// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditlog.h"
#include "tests/store/databasefile.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using audit::AuditLog;
using audit::ChainReport;
using audit::Entry;
using test::DatabaseFile;

namespace {

const QStringList kWithoutTriggers{
    u"DROP TRIGGER audit_entry_next"_s, u"DROP TRIGGER audit_entry_fixed"_s, u"DROP TRIGGER audit_entry_kept"_s,
    u"DROP TRIGGER audit_head_grows"_s, u"DROP TRIGGER audit_head_kept"_s,
};

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesAndReads();
    void mirrorsEveryEntry();
    void exportsLines();
    void refusesChanges_data();
    void refusesChanges();
    void findsTampering_data();
    void findsTampering();
    void showsHowAnEntryIsTied();
    void anUntouchedLogIsIntact();
    void checkingTakesTurns();
    void checkingCanBeStopped();
    void entriesAddedMeanwhileDoNotDisturb();
    void aFullDiskLosesNothing();
    void withoutADatabase();
    void twoProcessesShareAChain();
    void survivesBeingKilled();

private:
    void addEntries(int count)
    {
        for (int i = 1; i <= count; ++i)
            m_log->add({.operation = u"create_token"_s, .tokenName = u"n%1"_s.arg(i)});
    }
    ChainReport verify() { return test::await(m_log->verifyChain()).value_or(ChainReport{.problem = u"unread"_s}); }
    bool isIntact() { return verify().problem.isEmpty() && verify().state == ChainReport::State::Intact; }

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<DatabaseFile> m_file;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::AuditStore> m_store;
    std::unique_ptr<AuditLog> m_log;
    QByteArrayList m_mirror;
};

void AuditLogTest::init()
{
    m_mirror.clear();
    m_file = std::make_unique<DatabaseFile>();
    m_database = m_file->open();
    m_store = std::make_unique<store::AuditStore>(*m_database);
    m_log = std::make_unique<AuditLog>(AuditLog::Parts{
        .store = m_store.get(), .clock = m_clock, .mirror = [this](const QByteArray &line) { m_mirror.append(line); }});
}

void AuditLogTest::cleanup()
{
    m_log.reset();
    m_store.reset();
    m_database.reset();
    m_file.reset();
}

void AuditLogTest::writesAndReads()
{
    QSignalSpy added(m_log.get(), &AuditLog::added);
    addEntries(3);
    QCOMPARE(added.size(), 3);
    QCOMPARE(m_log->count().value_or(-1), 3);
    const auto newest = m_log->before(4, 2);
    QVERIFY_RESULT(newest);
    QCOMPARE(newest->size(), size_t(2));
    QCOMPARE(newest->front().number, 3);
    QCOMPARE(newest->front().entry.tokenName, u"n3"_s);
    QCOMPARE(newest->front().entry.time, m_clock.now());
    QCOMPARE(newest->back().number, 2);
    QVERIFY(isIntact());
}

void AuditLogTest::mirrorsEveryEntry()
{
    addEntries(2);
    QCOMPARE(m_mirror.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(m_mirror.last())["tokenName"_L1].toString(), u"n2"_s);
}

void AuditLogTest::exportsLines()
{
    addEntries(1203);
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    const auto written = test::await(m_log->exportTo(&out));
    QVERIFY_RESULT(written);
    QCOMPARE(*written, 1203);
    const QByteArrayList lines = out.data().split('\n');
    QCOMPARE(lines.size(), 1204);
    QVERIFY(lines.last().isEmpty());
    QCOMPARE(lines.mid(0, 1203), m_mirror);
}

void AuditLogTest::refusesChanges_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("edit") << u"UPDATE audit_entry SET entry = '{}' WHERE sequence = 1"_s;
    QTest::newRow("delete") << u"DELETE FROM audit_entry WHERE sequence = 1"_s;
    QTest::newRow("delete all") << u"DELETE FROM audit_entry"_s;
    QTest::newRow("insert between") << u"INSERT INTO audit_entry VALUES (0, '{}', x'00')"_s;
    QTest::newRow("replace") << u"INSERT OR REPLACE INTO audit_entry VALUES (1, '{}', x'00')"_s;
    QTest::newRow("turn back") << u"UPDATE audit_head SET count = 0"_s;
    QTest::newRow("another hash") << u"UPDATE audit_head SET hash = zeroblob(32)"_s;
    QTest::newRow("behead") << u"DELETE FROM audit_head"_s;
}

void AuditLogTest::refusesChanges()
{
    QFETCH(QString, sql);
    addEntries(3);
    QVERIFY(!store::run(*m_database, sql));
    QVERIFY(isIntact());
    QCOMPARE(verify().checked, 3);
}

void AuditLogTest::findsTampering_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBad");
    QTest::addColumn<ChainReport::Fault>("fault");
    using Fault = ChainReport::Fault;
    const auto row = [](const char *name, const QStringList &statements, qint64 firstBad, Fault fault) {
        QTest::newRow(name) << statements << firstBad << fault;
    };
    row("edited", {u"UPDATE audit_entry SET entry = replace(entry, 'n5', 'n6') WHERE sequence = 5"_s}, 5,
        Fault::Changed);
    row("a hash edited", {u"UPDATE audit_entry SET hash = zeroblob(32) WHERE sequence = 5"_s}, 5, Fault::Changed);
    row("removed", {u"DELETE FROM audit_entry WHERE sequence = 5"_s}, 5, Fault::Missing);
    row("removed and renumbered",
        {u"DELETE FROM audit_entry WHERE sequence = 5"_s,
         u"UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence > 5"_s},
        5, Fault::Changed);
    row("the first removed", {u"DELETE FROM audit_entry WHERE sequence = 1"_s}, 1, Fault::Missing);
    row("swapped",
        {u"UPDATE audit_entry SET sequence = 99 WHERE sequence = 5"_s,
         u"UPDATE audit_entry SET sequence = 5 WHERE sequence = 6"_s,
         u"UPDATE audit_entry SET sequence = 6 WHERE sequence = 99"_s},
        5, Fault::Moved);
    row("cut off", {u"DELETE FROM audit_entry WHERE sequence > 8"_s}, 9, Fault::CutOff);
    row("emptied", {u"DELETE FROM audit_entry"_s}, 1, Fault::CutOff);
    row("cut off and counted again",
        {u"DELETE FROM audit_entry WHERE sequence > 8"_s, u"UPDATE audit_head SET count = 8"_s}, 8, Fault::OtherEnd);
    row("one added behind the head", {u"INSERT INTO audit_entry VALUES (11, '{}', zeroblob(32))"_s}, 11, Fault::Added);
    row("inserted in front", {u"INSERT INTO audit_entry VALUES (0, '{}', zeroblob(32))"_s}, 1, Fault::Added);
}

void AuditLogTest::findsTampering()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, firstBad);
    addEntries(10);
    QVERIFY(isIntact());
    m_file->runRaw(kWithoutTriggers + statements);
    const ChainReport report = verify();
    QCOMPARE(report.state, ChainReport::State::Broken);
    QCOMPARE(report.firstBad, firstBad);
    QTEST(report.fault, "fault");
    QVERIFY(!report.problem.isEmpty());
}

void AuditLogTest::showsHowAnEntryIsTied()
{
    addEntries(3);
    const auto first = m_log->linkOf(1);
    QVERIFY_RESULT(first);
    QCOMPARE(first->before, QByteArray(32, '\0'));
    const auto second = m_log->linkOf(2);
    QVERIFY_RESULT(second);
    QCOMPARE(second->before, first->hash);
    QCOMPARE(second->fit, audit::ChainLink::Fit::Matches);
    QVERIFY(!m_log->linkOf(4));
    m_file->runRaw(kWithoutTriggers
                   + QStringList{u"UPDATE audit_entry SET entry = replace(entry, 'n2', 'n9') WHERE sequence = 2"_s});
    QCOMPARE(m_log->linkOf(2)->fit, audit::ChainLink::Fit::Differs);
    QCOMPARE(m_log->linkOf(3)->fit, audit::ChainLink::Fit::Matches);
}

void AuditLogTest::anUntouchedLogIsIntact()
{
    QVERIFY(isIntact());
    QCOMPARE(verify().checked, 0);
    addEntries(1);
    QCOMPARE(verify().checked, 1);
    QVERIFY(isIntact());
}

void AuditLogTest::checkingTakesTurns()
{
    addEntries(1700);
    int turns = 0;
    bool running = true;
    const std::function<void()> turn = [&] {
        ++turns;
        if (running)
            QMetaObject::invokeMethod(this, turn, Qt::QueuedConnection);
    };
    turn();
    QCOMPARE(verify().checked, 1700);
    running = false;
    QVERIFY2(turns >= 3, qPrintable(QString::number(turns)));
    QCoreApplication::processEvents();
}

void AuditLogTest::checkingCanBeStopped()
{
    addEntries(1100);
    base::CancelSource source;
    QTimer::singleShot(0, this, [&] { source.cancel(); });
    const auto report = test::await(m_log->verifyChain(source.token()));
    QVERIFY(!report);
    QCOMPARE(report.error().code, base::Error::Code::Cancelled);
}

void AuditLogTest::entriesAddedMeanwhileDoNotDisturb()
{
    addEntries(1100);
    QTimer::singleShot(0, this, [this] { addEntries(5); });
    const ChainReport report = verify();
    QCOMPARE(report.state, ChainReport::State::Intact);
    QCOMPARE(report.checked, 1100);
    QCOMPARE(verify().checked, 1105);
}

void AuditLogTest::aFullDiskLosesNothing()
{
    addEntries(1);
    const auto pages = store::runForValue(*m_database, u"PRAGMA page_count"_s);
    QVERIFY_RESULT(pages);
    QVERIFY_RESULT(store::run(*m_database, u"PRAGMA max_page_count = %1"_s.arg(pages->toInt())));
    QSignalSpy failed(m_log.get(), &AuditLog::failed);
    int entries = 1;
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"an audit entry is not on disk: The disk is full"_s));
    while (m_log->waitingCount() == 0 && entries < 1000) {
        ++entries;
        m_log->add({.operation = u"create_token"_s, .error = QString(400, u'x')});
    }
    QCOMPARE(failed.size(), 1);
    QVERIFY(m_log->failure());
    QCOMPARE(m_log->count().value_or(-1), entries - 1);

    QVERIFY_RESULT(store::run(*m_database, u"PRAGMA max_page_count = 1000000"_s));
    addEntries(1);
    QCOMPARE(m_log->waitingCount(), 0);
    QVERIFY(!m_log->failure());
    QCOMPARE(m_log->count().value_or(-1), entries + 1);
    QVERIFY(isIntact());
}

void AuditLogTest::withoutADatabase()
{
    QByteArrayList lines;
    AuditLog log({.clock = m_clock, .mirror = [&lines](const QByteArray &line) { lines.append(line); }});
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"an audit entry is not on disk"_s));
    log.add({.operation = u"create_token"_s});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(log.waitingCount(), 1);
    const auto report = test::await(log.verifyChain());
    QVERIFY(!report);
    QCOMPARE(report.error().code, base::Error::Code::Unavailable);
}

void AuditLogTest::twoProcessesShareAChain()
{
    QProcess other;
    other.start(QStringLiteral(TOKENSMITH_AUDIT_WRITER), {m_file->path(), u"50"_s});
    QVERIFY(other.waitForReadyRead(10'000));
    addEntries(50);
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    QCOMPARE(m_log->count().value_or(-1), 100);
    QVERIFY(isIntact());
}

void AuditLogTest::survivesBeingKilled()
{
    int atLeast = 0;
    for (int round = 0; round < 6; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(TOKENSMITH_AUDIT_WRITER), {m_file->path()});
        for (int lines = 0; lines < 5 + round; ++lines) {
            while (!writer.canReadLine())
                QVERIFY(writer.waitForReadyRead(10'000));
            writer.readLine();
        }
        atLeast += 5 + round;
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const ChainReport report = verify();
        QVERIFY2(report.state == ChainReport::State::Intact, qPrintable(report.problem));
        QVERIFY2(report.checked >= atLeast, qPrintable(QString::number(report.checked))); // what was said is kept
        atLeast = static_cast<int>(report.checked);
    }
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
