// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/activitycsv.h"
#include "core/audit/activityreader.h"
#include "tests/store/databasefile.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using namespace tokensmith::audit;
using Outcome = CallRow::Outcome;
using Verdict = CallRow::Verdict;

class ActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void putsTogetherWhatBelongsTogether();
    void alsoOverSlices();
    void staysApart();
    void stopsAtTheBeginningOfTheRange();
    void endings_data();
    void endings();
    void endingsWithoutTheCall_data();
    void endingsWithoutTheCall();
    void finds();
    void writesCsv();
    void readsManyInShortSlices();

private:
    [[nodiscard]] std::vector<Activity> all(const QDateTime &since = {}) const;
    void addCall(const QString &correlation, const CallRow &row = {});

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<test::DatabaseFile> m_file;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::AuditStore> m_store;
    std::unique_ptr<AuditLog> m_log;
    std::unique_ptr<CallLog> m_calls;
};

void ActivityTest::init()
{
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    m_calls.reset();
    m_log.reset();
    m_store.reset();
    m_database.reset();
    m_file = std::make_unique<test::DatabaseFile>();
    m_database = m_file->open();
    m_store = std::make_unique<store::AuditStore>(*m_database);
    m_log = std::make_unique<AuditLog>(AuditLog::Parts{.store = m_store.get(), .clock = m_clock});
    m_calls = std::make_unique<CallLog>(
        CallLog::Parts{.store = std::make_unique<store::CallStore>(*m_database), .clock = m_clock});
}

std::vector<Activity> ActivityTest::all(const QDateTime &since) const
{
    m_calls->flush();
    ActivityReader reader(
        *m_log, *m_calls,
        {.since = since, .lastEntry = m_log->count().value_or(0), .lastCall = m_calls->newestId().value_or(0)});
    std::vector<Activity> found;
    while (!reader.isAtEnd()) {
        auto some = reader.next();
        if (!some)
            qFatal("%s", qPrintable(some.error().message));
        found.insert(found.end(), some->begin(), some->end());
    }
    return found;
}

void ActivityTest::addCall(const QString &correlation, const CallRow &row)
{
    CallRow added = row;
    added.correlationId = correlation;
    if (added.client.isEmpty())
        added.client = u"ci"_s;
    if (added.tool.isEmpty())
        added.tool = u"create_token"_s;
    m_calls->add(added);
}

void ActivityTest::putsTogetherWhatBelongsTogether()
{
    m_log->add({.operation = u"approval of create_token"_s, .client = u"ci"_s, .correlationId = u"a"_s});
    m_clock.advance(std::chrono::seconds(1));
    m_log->add({.operation = u"create_token"_s,
                .tokenId = u"t"_s,
                .tokenName = u"n"_s,
                .client = u"ci"_s,
                .correlationId = u"a"_s});
    addCall(u"a"_s, {.callClass = u"create"_s, .verdict = Verdict::Approved});
    m_clock.advance(std::chrono::seconds(1));
    addCall(u"b"_s, {.tool = u"list_tokens"_s, .callClass = u"read"_s});
    m_log->add({.operation = u"revoke_token"_s});
    const std::vector<Activity> found = all();
    QCOMPARE(found.size(), 3U);
    QCOMPARE(found.back().entries.size(), 2U);
    QCOMPARE(found.back().entries.front().number, 2);
    QVERIFY(found.back().call);
    QCOMPARE(tokenNameOf(found.back()), u"n"_s);
    QCOMPARE(kindOf(found.back()), ActivityKind::Approval);
    const bool readFirst = found.front().entries.empty();
    QCOMPARE(kindOf(found.at(readFirst ? 0 : 1)), ActivityKind::Read);
    QCOMPARE(kindOf(found.at(readFirst ? 1 : 0)), ActivityKind::Change);
}

void ActivityTest::alsoOverSlices()
{
    for (int i = 0; i < 150; ++i) {
        const QString id = QString::number(i);
        m_log->add({.operation = u"approval of create_token"_s, .client = u"ci"_s, .correlationId = id});
        m_clock.advance(std::chrono::seconds(2));
        m_log->add({.operation = u"create_token"_s, .client = u"ci"_s, .correlationId = id});
        m_clock.advance(std::chrono::seconds(1));
        addCall(id);
        m_clock.advance(std::chrono::seconds(7));
    }
    const std::vector<Activity> found = all();
    QCOMPARE(found.size(), 150U);
    for (int i = 0; i < 150; ++i) {
        QCOMPARE(found.at(size_t(i)).call->correlationId, QString::number(149 - i));
        QCOMPARE(found.at(size_t(i)).entries.size(), 2U);
    }
}

void ActivityTest::staysApart()
{
    addCall(u"same"_s, {.client = u"one"_s});
    addCall(u"same"_s, {.client = u"two"_s});
    addCall(u"same"_s, {.client = u"two"_s});
    m_log->add({.operation = u"create_token"_s, .correlationId = u"same"_s}); // at the window
    QCOMPARE(all().size(), 4U);
}

void ActivityTest::stopsAtTheBeginningOfTheRange()
{
    m_log->add({.operation = u"create_token"_s});
    addCall(u"old"_s);
    m_clock.advance(std::chrono::hours(48));
    m_log->add({.operation = u"create_token"_s});
    addCall(u"new"_s);
    QCOMPARE(all(m_clock.now().addDays(-1)).size(), 2U);
    QCOMPARE(all().size(), 4U);
}

void ActivityTest::endings_data()
{
    QTest::addColumn<CallRow::Outcome>("outcome");
    QTest::addColumn<CallRow::Verdict>("verdict");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("done") << Outcome::Done << Verdict::NotAsked << Ending::Done;
    QTest::newRow("approved") << Outcome::Done << Verdict::ApprovedInline << Ending::Approved;
    QTest::newRow("approved, then failed") << Outcome::Failed << Verdict::Approved << Ending::Failed;
    QTest::newRow("denied") << Outcome::Refused << Verdict::Denied << Ending::Denied;
    QTest::newRow("no answer") << Outcome::Refused << Verdict::NoAnswer << Ending::Denied;
    QTest::newRow("refused") << Outcome::Refused << Verdict::NotAsked << Ending::Refused;
    QTest::newRow("failed") << Outcome::Failed << Verdict::NotAsked << Ending::Failed;
}

void ActivityTest::endings()
{
    QFETCH(CallRow::Outcome, outcome);
    QFETCH(CallRow::Verdict, verdict);
    const Activity activity{.call = CallRow{.outcome = outcome, .verdict = verdict}};
    QTEST(endingOf(activity), "ending");
}

void ActivityTest::endingsWithoutTheCall_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("ray");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("done") << u"create_token"_s << QString() << QString() << Ending::Done;
    QTest::newRow("approved") << u"approval of create_token"_s << QString() << QString() << Ending::Approved;
    QTest::newRow("denied") << u"approval of create_token"_s << u"permission_denied"_s << QString() << Ending::Denied;
    QTest::newRow("too many") << u"create_token"_s << u"rate_limited"_s << QString() << Ending::Refused;
    QTest::newRow("Cloudflare's") << u"create_token"_s << u"permission_denied"_s << u"8f1d"_s << Ending::Failed;
    QTest::newRow("gone") << u"revoke_token"_s << u"not_found"_s << QString() << Ending::Failed;
}

void ActivityTest::endingsWithoutTheCall()
{
    QFETCH(QString, operation);
    QFETCH(QString, code);
    QFETCH(QString, ray);
    Entry entry{.operation = operation, .code = code, .client = u"ci"_s, .cfRay = ray};
    if (!code.isEmpty())
        entry.outcome = Entry::Outcome::Failed;
    const Activity activity{.entries = {{.number = 1, .entry = entry}}};
    QTEST(endingOf(activity), "ending");
    QVERIFY(operationOf(activity).endsWith("_token"_L1) && !operationOf(activity).contains(u' '));
}

void ActivityTest::finds()
{
    const Activity activity{.entries = {{.number = 1, .entry = {.tokenName = u"Deploy"_s, .cfRay = u"8f1d-SBX"_s}}},
                            .call = CallRow{.client = u"laptop"_s, .correlationId = u"abc"_s}};
    for (const QString &text : {QString(), u"dep"_s, u"LAP"_s, u"8f1d"_s, u"abc"_s})
        QVERIFY2(matches(activity, text), qPrintable(text));
    QVERIFY(!matches(activity, u"other"_s));
}

void ActivityTest::writesCsv()
{
    const Activity activity{.entries = {{.number = 7, .entry = {.time = m_clock.now(), .tokenName = u"=1+1"_s}}},
                            .call = CallRow{.ended = m_clock.now(),
                                            .client = u"a, \"b\""_s,
                                            .tool = u"create_token"_s,
                                            .took = std::chrono::milliseconds(312)}};
    const QByteArray line = activityCsvLine(activity);
    QVERIFY2(line.startsWith("2026-11-23T12:00:00.000Z,\"a, \"\"b\"\"\",create_token,done,'=1+1,"), line.constData());
    QVERIFY(line.contains(",312,0,"));
    QVERIFY(line.endsWith(",7\r\n"));
    QCOMPARE(activityCsvHeader().count(','), line.count(',') - 1);
}

void ActivityTest::readsManyInShortSlices()
{
    const base::Result<store::Transaction> transaction = store::Transaction::begin(*m_database);
    QVERIFY_RESULT(transaction);
    QVERIFY_RESULT(store::run(*m_database, u"DROP TRIGGER audit_entry_next"_s));
    const QString entry = QString::fromUtf8(
        lineOf({.time = m_clock.now(), .operation = u"create_token"_s, .tokenName = u"n"_s, .client = u"ci"_s}));
    QVERIFY_RESULT(store::run(*m_database,
                              u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                              " INSERT INTO audit_entry SELECT i, ?, zeroblob(32) FROM n"_s,
                              {entry}));
    ActivityReader reader(*m_log, *m_calls, {.lastEntry = 100'000});
    qint64 slowest = 0;
    std::size_t count = 0;
    while (!reader.isAtEnd()) {
        QElapsedTimer timer;
        timer.start();
        const auto some = reader.next();
        QVERIFY_RESULT(some);
        count += some->size();
        slowest = std::max(slowest, timer.elapsed());
    }
    QCOMPARE(count, 100'000U);
    qInfo("slowest slice: %lld ms", slowest);
    QVERIFY2(slowest < 100, qPrintable(QString::number(slowest)));
}

QTEST_GUILESS_MAIN(ActivityTest)
#include "tst_activity.moc"
