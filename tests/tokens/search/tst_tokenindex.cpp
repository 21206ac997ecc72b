// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/accesswords.h"
#include "core/tokens/search/sortorder.h"
#include "core/tokens/search/tokenindex.h"
#include "tests/tokens/search/searchworld.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace std::chrono_literals;
using search::SortKey;
using search::Trait;
using search::Traits;

class TokenIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_index.reset(m_tokens); }

    void digestsInSlices();
    void judgesAgain();
    void traitsAgreeWithTheRules();
    void accessIsReadOnce();
    void zonesAreFoundByNameAndId();
    void sorts_data();
    void sorts();
    void anyNamesAreInOrder();
    void emptyList();

private:
    std::vector<model::Token> m_tokens = searchTokens();
    search::TokenIndex m_index{searchNames()};
};

namespace {

/** Any times and states. */
model::Token chance(QRandomGenerator &random)
{
    const auto maybe = [&](double from, double to) -> std::optional<QDateTime> {
        if (random.bounded(4) == 0)
            return std::nullopt;
        return daysFromNow(from + random.bounded(to - from));
    };
    return named(QString::number(random.generate()), [&](model::Token &token) {
        token.status = model::TokenStatus(random.bounded(5));
        token.issuedOn = maybe(-500, 0);
        token.notBefore = maybe(-20, 20);
        token.lastUsedOn = maybe(-200, 0);
        token.expiresOn = maybe(-20, 200);
        if (random.bounded(2) == 0)
            token.condition.in = {random.bounded(2) == 0 ? u"0.0.0.0/0"_s : u"10.0.0.0/8"_s};
    });
}

bool hasRule(const std::vector<model::Finding> &findings, const QStringList &rules)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const model::Finding &finding) { return rules.contains(finding.rule); });
}

} // namespace

void TokenIndexTest::digestsInSlices()
{
    QVERIFY(!m_index.isDigested());
    QCOMPARE(m_index.findings(7).count, quint16(0));
    QVERIFY(m_index.access(7).isEmpty());
    m_tokens.resize(40, m_tokens.front());
    m_index.reset(m_tokens);
    QVERIFY(!m_index.digest({.now = kNow}, 0ms));
    QVERIFY(m_index.hasFindings(0) && !m_index.hasFindings(39));
    while (!m_index.digest({.now = kNow}, 0ms)) {
    }
    for (int i = 0; i < m_index.size(); ++i) {
        const model::Token &token = m_tokens[std::size_t(i)];
        QCOMPARE(m_index.findings(i), search::summaryOf(tokens::findingsOf(token, {.now = kNow})));
        QCOMPARE(m_index.access(i), catalog::accessSummary(token.policies));
    }
    QCOMPARE(m_index.findings(7).worst, model::Severity::High); // reaches every zone
    m_tokens = searchTokens();
}

void TokenIndexTest::judgesAgain()
{
    m_index.digestAll({.now = kNow});
    const int before = m_index.findings(0).count;
    m_index.judgeAgain();
    QVERIFY(!m_index.isDigested());
    QCOMPARE(m_index.findings(0).count, quint16(before)); // until it is known better
    m_index.digestAll({.now = kNow.addDays(90)});
    QVERIFY(m_index.findings(0).count > before);
    QCOMPARE(m_index.size(), 8);
}

void TokenIndexTest::traitsAgreeWithTheRules()
{
    QRandomGenerator random(5);
    const search::TraitJudge judge(kNow);
    for (int i = 0; i < 2000; ++i) {
        const model::Token token = chance(random);
        const auto findings = tokens::findingsOf(token, {.now = kNow});
        const search::TokenFacts facts = search::factsOf(token, 0);
        const Traits traits = judge.traits(facts, search::summaryOf(findings));
        QCOMPARE(judge.status(facts), model::effectiveStatus(token, kNow));
        QCOMPARE(traits.testFlag(Trait::Expired), hasRule(findings, {u"expired"_s}));
        QCOMPARE(traits.testFlag(Trait::Exposed), hasRule(findings, {u"exposed"_s}));
        QCOMPARE(traits.testFlag(Trait::Unused), hasRule(findings, {u"unused"_s, u"never-used"_s}));
        QCOMPARE(traits.testFlag(Trait::NoIpLimit), hasRule(findings, {u"any-address"_s}));
        QCOMPARE(traits.testFlag(Trait::NeverExpires), hasRule(findings, {u"never-expires"_s}));
        QCOMPARE(traits.testFlag(Trait::Flagged), !findings.empty());
        if (hasRule(findings, {u"expires-soon"_s})) // the rule leaves out short-lived tokens
            QVERIFY(traits.testFlag(Trait::Expiring));
    }
}

void TokenIndexTest::accessIsReadOnce()
{
    m_index.readAccess();
    QCOMPARE(m_index.permissionsOf(6).size(), 2U);
    QCOMPARE(m_index.permissions().name(m_index.permissionsOf(6)[0]), u"DNS Edit (Write)"_s);
    QCOMPARE(m_index.zones().name(m_index.zonesOf(6)[0]), u"example.com"_s);
    QCOMPARE(m_index.zones().name(m_index.zonesOf(7)[0]), u"all"_s);
    m_index.digestAll({.now = kNow});
    m_index.readAccess();
    QCOMPARE(m_index.permissionsOf(7).size(), 1U); // what is denied is no permission
    QVERIFY(m_index.permissionsOf(0).empty());
}

void TokenIndexTest::zonesAreFoundByNameAndId()
{
    QString name;
    search::TokenIndex index({.zone = [&](const QString &id) { return id == kZone ? name : QString(); }});
    index.reset(m_tokens);
    const auto found = [&](const QString &value) {
        return namesLeft(index, {.query = search::parseQuery(u"zone:"_s + value)});
    };
    const QStringList zoned{u"zoned"_s};
    QCOMPARE(found(kZone.left(10)), zoned); // not named yet
    QCOMPARE(found(u"example"_s), QStringList());
    name = u"Example.com"_s; // it was read meanwhile
    index.renameZones();
    QCOMPARE(index.zones().name(index.zonesOf(6)[0]), u"Example.com"_s);
    QCOMPARE(found(u"example.com"_s), zoned);
    QCOMPARE(found(kZone.left(10)), zoned);
    QCOMPARE(found(u"all"_s), QStringList{u"wide"_s});
}

void TokenIndexTest::sorts_data()
{
    QTest::addColumn<SortKey>("key");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("names");
    const auto add = [](const char *tag, SortKey key, Qt::SortOrder order, const QString &names) {
        QTest::newRow(tag) << key << order << names;
    };
    add("natural", SortKey::Natural, Qt::AscendingOrder, u"plain Ending over forever idle mine zoned wide"_s);
    add("name", SortKey::Name, Qt::AscendingOrder, u"Ending forever idle mine over plain wide zoned"_s);
    add("name, down", SortKey::Name, Qt::DescendingOrder, u"zoned wide plain over mine idle forever Ending"_s);
    add("expires", SortKey::Expires, Qt::AscendingOrder, u"over Ending idle mine plain wide zoned forever"_s);
    add("expires, down", SortKey::Expires, Qt::DescendingOrder, u"forever idle mine plain wide zoned Ending over"_s);
    add("last used", SortKey::LastUsed, Qt::AscendingOrder, u"idle Ending forever mine over plain wide zoned"_s);
    add("owner, down", SortKey::Owner, Qt::DescendingOrder, u"mine Ending forever idle over plain wide zoned"_s);
    add("access", SortKey::Access, Qt::AscendingOrder, u"zoned wide Ending forever idle mine over plain"_s);
    add("findings, down", SortKey::Findings, Qt::DescendingOrder, u"wide Ending forever idle over zoned mine plain"_s);
    add("status", SortKey::Status, Qt::DescendingOrder, u"over Ending forever idle mine plain wide zoned"_s);
}

void TokenIndexTest::sorts()
{
    QFETCH(SortKey, key);
    QFETCH(Qt::SortOrder, order);
    const auto sorted = [&] {
        QStringList names;
        for (const int token : search::sortedTokens(m_index, key, order, kNow))
            names += m_index.token(token).name;
        return names.join(u' ');
    };
    if (key != SortKey::Access && key != SortKey::Findings) // the others need nothing digested
        QTEST(sorted(), "names");
    m_index.digestAll({.now = kNow});
    QVERIFY(m_index.hasNameRanks());
    QTEST(sorted(), "names");
}

void TokenIndexTest::anyNamesAreInOrder()
{
    QRandomGenerator random(7);
    const QString letters = u"ab-\u00FE\u00FF\u0100\u4E2D"_s;
    std::vector<model::Token> tokens;
    for (int i = 0; i < 3000; ++i) {
        QString name = random.bounded(2) == 0 ? u"deploy-workers"_s : QString();
        for (int length = random.bounded(12); length > 0; --length)
            name += letters[random.bounded(int(letters.size()))];
        tokens.push_back(named(name + QString::number(i), [&](auto &token) { token.name = name; }));
    }
    search::TokenIndex index(searchNames());
    index.reset(tokens);
    const std::vector<int> order = search::sortedTokens(index, SortKey::Name, Qt::AscendingOrder, kNow);
    for (std::size_t i = 1; i < order.size(); ++i)
        QVERIFY(index.foldedName(order[i - 1]) <= index.foldedName(order[i]));
    index.digestAll({.now = kNow});
    QVERIFY(search::sortedTokens(index, SortKey::Name, Qt::AscendingOrder, kNow) == order);
}

void TokenIndexTest::emptyList()
{
    search::TokenIndex empty(searchNames());
    QVERIFY(empty.digest({.now = kNow}, 0ms));
    QVERIFY(search::sortedTokens(empty, SortKey::Owner, Qt::AscendingOrder, kNow).empty());
    m_index.clear();
    QCOMPARE(m_index.size(), 0);
    QCOMPARE(m_index.owners().size(), 0U);
}

QTEST_APPLESS_MAIN(TokenIndexTest)
#include "tst_tokenindex.moc"
