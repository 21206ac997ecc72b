// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/calllog.h"
#include "tests/store/databasefile.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using audit::CallLog;
using audit::CallRow;

namespace {

constexpr qint64 kNewest = std::numeric_limits<qint64>::max();

} // namespace

class CallLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesLaterAndTogether();
    void keepsEveryMember();
    void readsInPages();
    void filters_data();
    void filters();
    void forgetsTheOldAndTheMany();
    void writesWhatWaitsAtTheEnd();
    void aCallIsNotSlowed();
    void withoutADatabase();

private:
    [[nodiscard]] std::vector<CallRow> all(const store::CallFilter &filter = {})
    {
        return m_log->before(kNewest, 20'000, filter).value_or(std::vector<CallRow>());
    }

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<test::DatabaseFile> m_file;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::CallStore> m_store;
    std::unique_ptr<CallLog> m_log;
};

void CallLogTest::init()
{
    m_log.reset();
    m_store.reset();
    m_database.reset();
    m_file = std::make_unique<test::DatabaseFile>();
    m_database = m_file->open();
    m_store = std::make_unique<store::CallStore>(*m_database);
    m_log = std::make_unique<CallLog>(
        CallLog::Parts{.store = std::make_unique<store::CallStore>(*m_database), .clock = m_clock});
}

void CallLogTest::writesLaterAndTogether()
{
    QSignalSpy added(m_log.get(), &CallLog::added);
    for (int i = 0; i < 5; ++i)
        m_log->add({.tool = u"t%1"_s.arg(i)});
    QVERIFY(all().empty());
    QTRY_COMPARE(added.count(), 1);
    QCOMPARE(all().size(), 5U);
    QCOMPARE(all().front().tool, u"t4"_s);
    QCOMPARE(all().front().ended, m_clock.now());
}

void CallLogTest::keepsEveryMember()
{
    const CallRow row{.id = 1,
                      .ended = m_clock.now().addMSecs(7),
                      .client = u"ci"_s,
                      .tool = u"create_token"_s,
                      .callClass = u"create"_s,
                      .outcome = CallRow::Outcome::Refused,
                      .error = u"no"_s,
                      .code = u"permission_denied"_s,
                      .tokenId = u"id"_s,
                      .tokenName = u"name"_s,
                      .took = std::chrono::milliseconds(312),
                      .waited = std::chrono::milliseconds(14'000),
                      .verdict = CallRow::Verdict::Denied,
                      .correlationId = u"c"_s,
                      .cfRay = u"r"_s,
                      .effect = u"one\ntwo"_s,
                      .arguments = uR"({"a":1})"_s};
    m_log->add(row);
    m_log->flush();
    QCOMPARE(all().size(), 1U);
    QVERIFY(all().front() == row);
}

void CallLogTest::readsInPages()
{
    for (int i = 0; i < 7; ++i)
        m_log->add({.tool = u"t%1"_s.arg(i)});
    m_log->flush();
    const auto first = m_log->before(kNewest, 3);
    QCOMPARE(first->size(), 3U);
    const auto second = m_log->before(first->back().id, 10);
    QCOMPARE(second->size(), 4U);
    QCOMPARE(second->front().tool, u"t3"_s);
}

void CallLogTest::filters_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("found");
    QTest::newRow("none") << QString() << QString() << 0 << 3;
    QTest::newRow("client") << u"ci"_s << QString() << 0 << 2;
    QTest::newRow("text") << QString() << u"ALPHA"_s << 0 << 1;
    QTest::newRow("cf-ray") << QString() << u"8f1d"_s << 0 << 1;
    QTest::newRow("a percent sign is one") << QString() << u"%"_s << 0 << 0;
    QTest::newRow("an underscore is one") << QString() << u"_tokens"_s << 0 << 1;
    QTest::newRow("since") << QString() << QString() << 2 << 2;
    QTest::newRow("both") << u"ci"_s << u"create"_s << 0 << 1;
}

void CallLogTest::filters()
{
    QFETCH(QString, client);
    QFETCH(QString, text);
    QFETCH(int, days);
    m_log->add(
        {.ended = m_clock.now().addDays(-5), .client = u"ci"_s, .tool = u"create_token"_s, .tokenName = u"Alpha"_s});
    m_log->add({.client = u"ci"_s, .tool = u"list_tokens"_s});
    m_log->add({.client = u"laptop"_s, .tool = u"get_token"_s, .cfRay = u"8f1d-SBX"_s});
    m_log->flush();
    const QDateTime since = days > 0 ? m_clock.now().addDays(-days) : QDateTime();
    QTEST(static_cast<int>(all({.since = since, .client = client, .text = text}).size()), "found");
}

void CallLogTest::forgetsTheOldAndTheMany()
{
    m_log->add({.ended = m_clock.now().addDays(-31), .tool = u"old"_s});
    for (int i = 0; i < CallLog::kMost + 600; ++i)
        m_log->add({.tool = u"t"_s});
    m_log->flush();
    QVERIFY2(all().size() <= CallLog::kMost + CallLog::kPruneEvery, qPrintable(QString::number(all().size())));
    QVERIFY(all().back().tool != u"old"_s);
    m_clock.advance(std::chrono::hours(24 * 31));
    m_log = std::make_unique<CallLog>(
        CallLog::Parts{.store = std::make_unique<store::CallStore>(*m_database), .clock = m_clock});
    QVERIFY(all().empty());
}

void CallLogTest::writesWhatWaitsAtTheEnd()
{
    m_log->add({.tool = u"last"_s});
    m_log.reset();
    QCOMPARE(m_store->before(kNewest, 5)->size(), 1U);
}

/** A disk that syncs for each of them would take seconds. */
void CallLogTest::aCallIsNotSlowed()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 200; ++i)
        m_log->add({.tool = u"t"_s});
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(all().empty()); // none was written on the way
}

void CallLogTest::withoutADatabase()
{
    CallLog log(CallLog::Parts{.clock = m_clock});
    log.add({.tool = u"t"_s});
    log.flush();
    QVERIFY(log.before(kNewest, 5)->empty());
}

QTEST_GUILESS_MAIN(CallLogTest)
#include "tst_calllog.moc"
