// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/suggestions.h"
#include "tests/tokens/search/searchworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using search::Field;

class SuggestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suggests_data();
    void suggests();
    void replacesTheTermUnderTheCursor();
    void everythingIsExplained();
    void problems();
    void corrects_data();
    void corrects();

private:
    std::vector<model::Token> m_tokens = searchTokens();
    search::TokenIndex m_index{searchNames()};
};

void SuggestionsTest::initTestCase()
{
    m_index.reset(m_tokens);
    m_index.readAccess();
}

void SuggestionsTest::suggests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("texts");
    const auto add = [](const char *text, const QStringList &texts) {
        QTest::newRow(text) << QString::fromLatin1(text) << texts;
    };
    add("", {u"is:"_s, u"owner:"_s, u"perm:"_s, u"zone:"_s, u"name:"_s, u"id:"_s, u"expires:"_s, u"unused:"_s});
    add("exp", {u"expires:"_s, u"is:expired"_s, u"is:exposed"_s, u"is:expiring"_s});
    add("-ow", {u"-owner:"_s});
    add("dns is:un", {u"is:unknown"_s, u"is:unused"_s});
    add("-is:no", {u"-is:no-ip-limit"_s});
    add("owner:", {u"owner:\"Harbour Labs\""_s, u"owner:Mira"_s});
    add("owner:lab", {u"owner:\"Harbour Labs\""_s});
    add("perm:e", {u"perm:\"Cache Purge\""_s, u"perm:\"DNS Edit (Write)\""_s, u"perm:\"Zone Read\""_s});
    add("zone:ex", {u"zone:example.com"_s});
    add("expires:<3", {u"expires:<30d"_s});
    add("unused:n", {u"unused:never"_s});
    add("is:expired ",
        {u"is:"_s, u"owner:"_s, u"perm:"_s, u"zone:"_s, u"name:"_s, u"id:"_s, u"expires:"_s, u"unused:"_s});
    add("name:x", {});
}

void SuggestionsTest::suggests()
{
    QFETCH(QString, text);
    QStringList texts;
    for (const search::Suggestion &suggestion : search::suggestionsAt(text, text.size(), m_index))
        texts += suggestion.text;
    QTEST(texts, "texts");
}

void SuggestionsTest::replacesTheTermUnderTheCursor()
{
    QString text = u"dns is:unus owner:x"_s;
    const std::vector<search::Suggestion> list = search::suggestionsAt(text, 8, m_index);
    QCOMPARE(list.size(), 1U);
    QVERIFY(list.front().isComplete());
    QCOMPARE(text.replace(list.front().start, list.front().length, list.front().text), u"dns is:unused owner:x"_s);
    QVERIFY(!search::suggestionsAt(u"ow", 2, m_index).front().isComplete());
}

void SuggestionsTest::everythingIsExplained()
{
    for (const search::FieldWord &field : search::fieldWords())
        QVERIFY(!search::fieldExplanation(field.field).isEmpty());
    for (const search::TraitWord &word : search::traitWords())
        QVERIFY(!search::traitExplanation(word.trait).isEmpty());
}

void SuggestionsTest::problems()
{
    const auto problem = [](const QString &text) { return search::problemOf(search::parseQuery(text).front(), kNow); };
    for (const QString &good : {u"is:exp"_s, u"is:"_s, u"expires:<30d"_s, u"unused:"_s, u"perm:none"_s, u"blue"_s})
        QCOMPARE(problem(good), QString());
    QVERIFY(problem(u"is:blue"_s).contains("blue"_L1));
    QVERIFY(problem(u"expires:soon"_s).contains("<30d"_L1));
    QVERIFY(problem(u"unused:2026-12-01"_s).contains(">90d"_L1));
}

void SuggestionsTest::corrects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("better");
    const auto add = [](const char *text, const QString &better) {
        QTest::newRow(text) << QString::fromLatin1(text) << better;
    };
    add("perm:dnss", u"perm:dns"_s);
    add("is:expirng", u"is:expiring"_s);
    add("is:unsued", u"is:unused"_s);
    add("-onwer:harbuor x", u"-owner:harbour x"_s);
    add("owner:\"harbour lab\" zone:exmaple.com", u"owner:\"harbour lab\" zone:example.com"_s);
    add("expire:<30d", u"expires:<30d"_s);
    add("perm:dns", {});
    add("perm:teapot", {});
    add("ci:deploy", {});
    add("is:", {});
    add("plian", {});
}

void SuggestionsTest::corrects()
{
    QFETCH(QString, text);
    QTEST(search::didYouMean(text, m_index), "better");
}

QTEST_APPLESS_MAIN(SuggestionsTest)
#include "tst_suggestions.moc"
