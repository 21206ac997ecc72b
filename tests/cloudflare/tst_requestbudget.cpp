// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/requestbudget.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace tokensmith;
using cloudflare::Priority;
using cloudflare::RequestBudget;

class RequestBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAReserveForPeople();
    void forgetsWhenTheWindowEnds();
    void readsTheOlderHeaders();
    void ignoresNonsense();

private:
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
};

void RequestBudgetTest::keepsAReserveForPeople()
{
    RequestBudget budget(m_clock);
    QVERIFY(budget.allows(Priority::Background));
    budget.note({.headers = {{"Ratelimit", R"("default";r=61;t=30)"}}});
    QCOMPARE(budget.remaining(), 61);
    QVERIFY(budget.allows(Priority::Background));
    budget.note({.headers = {{"Ratelimit", R"("default";r=60;t=30)"}}});
    QVERIFY(!budget.allows(Priority::Background));
    QVERIFY(budget.allows(Priority::Interactive));
    QCOMPARE(budget.untilReset().count(), 30);
}

void RequestBudgetTest::forgetsWhenTheWindowEnds()
{
    RequestBudget budget(m_clock);
    budget.note({.headers = {{"ratelimit", R"("default";r=0;t=30)"}}});
    m_clock.advance(std::chrono::seconds(29));
    QVERIFY(!budget.allows(Priority::Background));
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(budget.allows(Priority::Background));
    QCOMPARE(budget.remaining(), -1);
}

void RequestBudgetTest::readsTheOlderHeaders()
{
    RequestBudget budget(m_clock);
    budget.note({.headers = {{"x-ratelimit-remaining", "5"}, {"x-ratelimit-reset", "60"}}});
    QCOMPARE(budget.remaining(), 5);
}

void RequestBudgetTest::ignoresNonsense()
{
    RequestBudget budget(m_clock);
    budget.note({.headers = {{"ratelimit", "r=many;t=soon"}}});
    budget.note({.headers = {}});
    QCOMPARE(budget.remaining(), -1);
}

QTEST_GUILESS_MAIN(RequestBudgetTest)
#include "tst_requestbudget.moc"
