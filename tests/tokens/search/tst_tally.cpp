// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/tally.h"
#include "tests/tokens/search/searchworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using search::Trait;
using search::Traits;

class TallyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void chipsAreAnded();
    void countsAreOfTheSearch();
    void timelineFollowsSearchAndChips();
    void weeks();

private:
    std::vector<model::Token> m_tokens = searchTokens();
    search::TokenIndex m_index{searchNames()};
};

void TallyTest::init()
{
    m_index.reset(m_tokens);
    m_index.digestAll({.now = kNow});
}

void TallyTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto add = [](const char *text, const QString &names) {
        QTest::newRow(text) << QString::fromLatin1(text) << names.split(u' ', Qt::SkipEmptyParts);
    };
    const QString all = u"plain Ending over forever idle mine zoned wide"_s;
    add("", all);
    add("END", u"Ending"_s);
    add("mira", u"mine"_s);
    add("is:", all);
    add("is:expiring", u"Ending"_s);
    add("is:expir", u"Ending over"_s);
    add("is:expired", u"over"_s);
    add("-is:expired -is:active", {});
    add("is:unused", u"idle"_s);
    add("is:never-expires", u"forever"_s);
    add("is:no-ip-limit", u"zoned"_s);
    add("is:broad", u"wide"_s);
    add("is:flagged -is:broad -perm:dns", u"Ending over forever idle"_s);
    add("is:blue", {});
    add("owner:\"harbour labs\" name:I", u"plain Ending idle wide"_s);
    add("-owner:harbour", u"mine"_s);
    add("perm:dns", u"zoned"_s);
    add("perm:\"dns edit\"", u"zoned"_s);
    add("perm:write", u"zoned"_s);
    add("perm:billing", {}); // only denied
    add("zone:example", u"zoned"_s);
    add("zone:all", u"wide"_s);
    add("expires:<30d", u"Ending"_s);
    add("expires:never", u"forever"_s);
    add("expires:>30d name:i", u"plain idle mine wide"_s);
    add("-expires:never expires:<2026-11-23", u"over"_s);
    add("expires:soonish", {});
    add("unused:>90d", u"idle"_s);
    add("unused:<7d -unused:>90d name:z", u"zoned"_s);
    add("ending dns", {});
}

void TallyTest::finds()
{
    QFETCH(QString, text);
    const search::Selection selection{.query = search::parseQuery(text)};
    QTEST(namesLeft(m_index, selection), "names");
    search::TokenIndex fresh(searchNames()); // nothing digested: what needs no findings is found all the same
    fresh.reset(m_tokens);
    if (!text.contains("flagged"_L1) && !text.contains("broad"_L1))
        QTEST(namesLeft(fresh, selection), "names");
    const QString id = m_index.id(0);
    QCOMPARE(namesLeft(m_index, {.query = search::parseQuery(u"id:"_s + id)}), QStringList{u"plain"_s});
    QCOMPARE(namesLeft(m_index, {.query = search::parseQuery(id)}), QStringList{u"plain"_s});
    QCOMPARE(namesLeft(m_index, {.query = search::parseQuery(id.mid(1))}), QStringList()); // not how it begins
}

void TallyTest::chipsAreAnded()
{
    QCOMPARE(namesLeft(m_index, {.traits = Trait::Active | Trait::NeverExpires}), QStringList{u"forever"_s});
    QCOMPARE(namesLeft(m_index, {.traits = Trait::Expired | Trait::NeverExpires}), QStringList());
}

void TallyTest::countsAreOfTheSearch()
{
    const search::Tally tally =
        search::tally(m_index, {.query = search::parseQuery(u"owner:harbour"), .traits = Trait::Expired}, kNow);
    QCOMPARE(tally.traits.all(), 7);
    QCOMPARE(tally.traits.of(Trait::Expiring), 1);
    QCOMPARE(tally.traits.of(Trait::NoIpLimit), 1);
    QCOMPARE(tally.traits.of(Trait::Broad), 1);
}

void TallyTest::timelineFollowsSearchAndChips()
{
    const search::Selection all{.expires = search::TimeSpan{0, 1}};
    QCOMPARE(namesLeft(m_index, all), QStringList());
    const search::Tally tally = search::tally(m_index, all, kNow);
    QCOMPARE(tally.expiries.tokens(2), 1);  // in 20 days
    QCOMPARE(tally.expiries.tokens(14), 5); // in 100 days
    QCOMPARE(tally.expiries.most(), 5);
    const search::Tally chosen = search::tally(m_index, {.traits = Trait::Expiring}, kNow);
    QCOMPARE(chosen.expiries.tokens(2), 1);
    QCOMPARE(chosen.expiries.tokens(14), 0);
    QCOMPARE(namesLeft(m_index, {.expires = tally.expiries.span(2)}), QStringList{u"Ending"_s});
}

void TallyTest::weeks()
{
    search::ExpiryHistogram weeks(kNow);
    QCOMPARE(weeks.firstDay(0), QDate(2026, 11, 23));
    QCOMPARE(weeks.firstDay(1), QDate(2026, 11, 30));
    const qint64 now = kNow.toMSecsSinceEpoch();
    weeks.add(now); // over
    weeks.add(search::kNeverEnds);
    QCOMPARE(weeks.most(), 0);
    weeks.add(now + 1);
    weeks.add(weeks.span(0).until - 1);
    weeks.add(weeks.span(0).until);
    weeks.add(weeks.span(51).until);
    QCOMPARE(weeks.tokens(0), 2);
    QCOMPARE(weeks.tokens(1), 1);
    QCOMPARE(weeks.tokens(51), 0);
    QCOMPARE(weeks.span(51).until, QDate(2027, 11, 22).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(search::ExpiryHistogram().most(), 0);
}

QTEST_APPLESS_MAIN(TallyTest)
#include "tst_tally.moc"
