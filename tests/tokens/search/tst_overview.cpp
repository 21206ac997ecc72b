// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/overview.h"
#include "tests/tokens/search/searchworld.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::test;
using search::Trait;

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_index.reset(m_tokens); }
    void countsAll();
    void countsSome();
    void saysWhatIsNotKnownYet();
    void nextToEndMustWork();
    void ofNothing();

private:
    std::vector<model::Token> m_tokens = searchTokens(); // plain Ending over forever idle mine zoned wide
    search::TokenIndex m_index{searchNames()};
};

void OverviewTest::countsAll()
{
    m_index.digestAll({.now = kNow});
    std::vector<int> all(m_tokens.size());
    std::iota(all.begin(), all.end(), 0);
    const search::Overview overview = search::overviewOf(m_index, all, kNow);
    QCOMPARE(overview.traits.all(), 8);
    QCOMPARE(overview.traits.of(Trait::Active), 7);
    QCOMPARE(overview.traits.of(Trait::Expired), 1);
    QCOMPARE(overview.traits.of(Trait::Expiring), 1);
    QCOMPARE(overview.traits.of(Trait::NeverExpires), 1);
    QCOMPARE(overview.owners.size(), std::size_t(2));
    QCOMPARE(overview.owners[0].owner, u"Harbour Labs"_s);
    QCOMPARE(overview.owners[0].tokens, 7);
    QCOMPARE(overview.owners[1].owner, u"Mira"_s);
    QCOMPARE(m_tokens[std::size_t(overview.nextToEnd.value_or(0))].name, u"Ending"_s);
    QVERIFY(overview.isJudged);
    int flagged = 0;
    int high = 0;
    for (const model::Token &token : m_tokens) {
        const auto findings = tokens::findingsOf(token, {.now = kNow});
        flagged += findings.empty() ? 0 : 1;
        high += std::any_of(findings.begin(), findings.end(),
                            [](const auto &finding) { return finding.severity == model::Severity::High; })
                    ? 1
                    : 0;
    }
    QVERIFY(high > 0 && high < flagged);
    QCOMPARE(overview.traits.of(Trait::Flagged), flagged);
    QCOMPARE(overview.withHighFinding, high);
}

void OverviewTest::countsSome()
{
    const search::Overview overview = search::overviewOf(m_index, std::vector{2, 5}, kNow); // over, mine
    QCOMPARE(overview.traits.all(), 2);
    QCOMPARE(overview.traits.of(Trait::Expired), 1);
    QCOMPARE(overview.owners.size(), std::size_t(2));
    QCOMPARE(overview.nextToEnd, std::optional(5));
}

void OverviewTest::saysWhatIsNotKnownYet()
{
    QVERIFY(!search::overviewOf(m_index, std::vector{0}, kNow).isJudged);
    m_index.digestAll({.now = kNow});
    QVERIFY(search::overviewOf(m_index, std::vector{0}, kNow).isJudged);
}

void OverviewTest::nextToEndMustWork()
{
    m_tokens[1].status = model::TokenStatus::Disabled; // "Ending"
    m_index.reset(m_tokens);
    QCOMPARE(search::overviewOf(m_index, std::vector{1, 2, 3}, kNow).nextToEnd, std::nullopt);
    QCOMPARE(search::overviewOf(m_index, std::vector{0, 1, 2, 3}, kNow).nextToEnd, std::optional(0));
}

void OverviewTest::ofNothing()
{
    const search::Overview overview = search::overviewOf(m_index, {}, kNow);
    QCOMPARE(overview.traits.all(), 0);
    QVERIFY(overview.owners.empty());
    QVERIFY(!overview.nextToEnd);
}

QTEST_APPLESS_MAIN(OverviewTest)
#include "tst_overview.moc"
