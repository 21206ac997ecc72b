// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/calllimiter.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using clients::CallAllowance;
using clients::CallLimiter;

class CallLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantsUpToTheLimit();
    void keysAreApart();
    void theWindowSlides();
    void refusedCallsAreNotCounted();
    void aClockSetBackDoesNotLockOut();
    void roundsUp();

private:
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
};

void CallLimiterTest::grantsUpToTheLimit()
{
    CallLimiter limiter(m_clock, 10);
    for (int left = 9; left >= 0; --left) {
        const CallAllowance allowance = limiter.take(u"a"_s);
        QCOMPARE(allowance.verdict, CallAllowance::Verdict::Granted);
        QCOMPARE(allowance.remaining, left);
    }
    const CallAllowance allowance = limiter.take(u"a"_s);
    QCOMPARE(allowance.verdict, CallAllowance::Verdict::Refused);
    QCOMPARE(allowance.remaining, 0);
    QCOMPARE(allowance.retryAfter, 60s);
    QCOMPARE(allowance.resetsAt, m_clock.now().addSecs(60));
}

void CallLimiterTest::keysAreApart()
{
    CallLimiter limiter(m_clock, 1);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Refused);
    QCOMPARE(limiter.take(u"b"_s).verdict, CallAllowance::Verdict::Granted);
}

void CallLimiterTest::theWindowSlides()
{
    CallLimiter limiter(m_clock, 2);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    m_clock.advance(50s);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    m_clock.advance(9s);
    QCOMPARE(limiter.take(u"a"_s).retryAfter, 1s);
    m_clock.advance(1s); // the first has left, the second has not: a fixed window would grant two
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    const CallAllowance refused = limiter.take(u"a"_s);
    QCOMPARE(refused.verdict, CallAllowance::Verdict::Refused);
    QCOMPARE(refused.retryAfter, 50s);
}

void CallLimiterTest::refusedCallsAreNotCounted()
{
    CallLimiter limiter(m_clock, 1);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    for (int i = 0; i < 100; ++i) {
        m_clock.set(m_clock.now().addMSecs(599));
        QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Refused);
    }
    m_clock.set(m_clock.now().addMSecs(100));
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
}

void CallLimiterTest::aClockSetBackDoesNotLockOut()
{
    CallLimiter limiter(m_clock, 1);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    m_clock.advance(-3600s);
    const CallAllowance refused = limiter.take(u"a"_s);
    QCOMPARE(refused.verdict, CallAllowance::Verdict::Refused);
    QCOMPARE(refused.retryAfter, 60s);
    m_clock.advance(60s);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
}

void CallLimiterTest::roundsUp()
{
    CallLimiter limiter(m_clock, 1);
    QCOMPARE(limiter.take(u"a"_s).verdict, CallAllowance::Verdict::Granted);
    m_clock.set(m_clock.now().addMSecs(58'001));
    QCOMPARE(limiter.take(u"a"_s).retryAfter, 2s);
    QCOMPARE(clients::unixSecondsUp(QDateTime::fromMSecsSinceEpoch(1'000, Qt::UTC)), 1);
    QCOMPARE(clients::unixSecondsUp(QDateTime::fromMSecsSinceEpoch(1'001, Qt::UTC)), 2);
}

QTEST_GUILESS_MAIN(CallLimiterTest)
#include "tst_calllimiter.moc"
