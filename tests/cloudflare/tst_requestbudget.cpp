// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/requestbudget.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace tokensmith;
using cloudflare::Priority;
using cloudflare::RequestBudget;

Q_DECLARE_METATYPE(tokensmith::cloudflare::HttpAnswer)

class RequestBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAReserveForPeople();
    void forgetsWhenTheWindowEnds();
    void readsTheOlderHeaders();
    void theReserveFitsTheQuota_data();
    void theReserveFitsTheQuota();
    void everyWindowCounts_data();
    void everyWindowCounts();
    void aResetMayBeAMoment();
    void aRefusalIsWaitedFor();
    void forgetsAboutAnotherToken();
    void ignoresNonsense_data();
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

void RequestBudgetTest::theReserveFitsTheQuota_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<int>("reserve");
    QTest::newRow("usual") << QByteArray(R"("default";q=1200;w=300)") << 60;
    QTest::newRow("small") << QByteArray(R"("default";q=100;w=60)") << 5;
    QTest::newRow("tiny") << QByteArray(R"("default";q=10;w=1)") << 0;
    QTest::newRow("large") << QByteArray(R"("default";q=50000;w=300)") << 60;
    QTest::newRow("unnamed") << QByteArray() << 60;
    QTest::newRow("named otherwise") << QByteArray(R"("burst";q=100;w=60)") << 5;
    QTest::newRow("the right one of two") << QByteArray(R"("burst";q=40;w=1, "default";q=600;w=60)") << 30;
    QTest::newRow("quoted comma") << QByteArray(R"("a,b;q=1";q=40, "default";q=200;w=60)") << 10;
}

void RequestBudgetTest::theReserveFitsTheQuota()
{
    QFETCH(QByteArray, policy);
    QFETCH(int, reserve);
    RequestBudget budget(m_clock);
    const auto left = [&](int remaining) {
        budget.note({.headers = {{"Ratelimit", R"("default";r=)" + QByteArray::number(remaining) + ";t=30"},
                                 {"Ratelimit-Policy", policy}}});
    };
    left(reserve + 1);
    QVERIFY(budget.allows(Priority::Background));
    left(reserve);
    QVERIFY(!budget.allows(Priority::Background));
    QVERIFY(budget.allows(Priority::Interactive));
}

void RequestBudgetTest::everyWindowCounts_data()
{
    QTest::addColumn<cloudflare::HttpAnswer>("answer");
    const QByteArray plenty = R"("default";r=900;t=200)";
    const QByteArray little = R"("burst";r=2;t=9)";
    QTest::newRow("first") << cloudflare::HttpAnswer{.headers = {{"ratelimit", little + ", " + plenty}}};
    QTest::newRow("last") << cloudflare::HttpAnswer{.headers = {{"ratelimit", plenty + "," + little}}};
    QTest::newRow("two headers") << cloudflare::HttpAnswer{.headers = {{"ratelimit", plenty}, {"Ratelimit", little}}};
    QTest::newRow("other members") << cloudflare::HttpAnswer{
        .headers = {{"ratelimit", R"("burst";pk=:AQ==:;r=2;note="r=9";t=9, )" + plenty}}};
    QTest::newRow("old and new") << cloudflare::HttpAnswer{
        .headers = {{"ratelimit", plenty}, {"x-ratelimit-remaining", "2"}, {"x-ratelimit-reset", "9"}}};
}

void RequestBudgetTest::everyWindowCounts()
{
    QFETCH(cloudflare::HttpAnswer, answer);
    RequestBudget budget(m_clock);
    budget.note(answer);
    QCOMPARE(budget.remaining(), 2);
    QVERIFY(!budget.allows(Priority::Background));
    QCOMPARE(budget.untilReset().count(), 9);
    m_clock.advance(std::chrono::seconds(9));
    QCOMPARE(budget.remaining(), 900);
    QVERIFY(budget.allows(Priority::Background));
}

void RequestBudgetTest::aResetMayBeAMoment()
{
    RequestBudget budget(m_clock);
    const QByteArray moment = QByteArray::number(m_clock.now().addSecs(40).toSecsSinceEpoch());
    budget.note(
        {.headers = {{"x-ratelimit-limit", "100"}, {"x-ratelimit-remaining", "6"}, {"x-ratelimit-reset", moment}}});
    QVERIFY(budget.allows(Priority::Background)); // a twentieth of 100 is 5
    budget.note(
        {.headers = {{"x-ratelimit-limit", "100"}, {"x-ratelimit-remaining", "5"}, {"x-ratelimit-reset", moment}}});
    QVERIFY(!budget.allows(Priority::Background));
    QCOMPARE(budget.untilReset().count(), 40);
}

void RequestBudgetTest::aRefusalIsWaitedFor()
{
    RequestBudget budget(m_clock);
    budget.note({.status = 503, .headers = {{"retry-after", "120"}}});
    QVERIFY(budget.allows(Priority::Background)); // a fault, not a limit
    budget.note({.status = 429, .headers = {{"retry-after", "120"}}});
    QVERIFY(!budget.allows(Priority::Background));
    QCOMPARE(budget.untilReset().count(), 120);
}

void RequestBudgetTest::forgetsAboutAnotherToken()
{
    RequestBudget budget(m_clock);
    budget.note({.headers = {{"ratelimit", R"("default";r=0;t=30)"}}});
    budget.reset();
    QCOMPARE(budget.remaining(), -1);
}

void RequestBudgetTest::ignoresNonsense_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"r=many;t=soon", "", ";;;,,,", "\"", R"("default")", R"("default";r=5)",
                              R"("d";r=-1;t=5)", R"("d";r=1.5;t=5)", R"("d";r=99999999999;t=5)", "7;t=5"})
        QTest::newRow(value) << QByteArray(value);
}

void RequestBudgetTest::ignoresNonsense()
{
    QFETCH(QByteArray, value);
    RequestBudget budget(m_clock);
    budget.note({.headers = {{"ratelimit", value}, {"ratelimit-policy", value}, {"x-ratelimit-remaining", value}}});
    QCOMPARE(budget.remaining(), -1);
}

QTEST_GUILESS_MAIN(RequestBudgetTest)
#include "tst_requestbudget.moc"
