// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/query.h"
#include "core/tokens/search/timetest.h"
#include "core/tokens/search/trait.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using search::Field;
using search::Term;
using search::TimeSpan;
using search::Trait;
using search::Traits;

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTerms_data();
    void readsTerms();
    void placesInTheText();
    void writesTerms();
    void readsAnything();
    void states();
    void countsStates();
    void expirySpans_data();
    void expirySpans();
    void expiryIsNoTime_data();
    void expiryIsNoTime();
    void lastUses();
};

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(9, 41), Qt::UTC);

qint64 moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

void QueryTest::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Term::Sign>("sign");
    const auto add = [](const char *tag, const QString &text, Field field, const QString &value,
                        Term::Sign sign = Term::Sign::With) { QTest::newRow(tag) << text << field << value << sign; };
    add("text", u"dns"_s, Field::Text, u"dns"_s);
    add("operator", u"is:expiring"_s, Field::Is, u"expiring"_s);
    add("any case", u"OWNER:Acme"_s, Field::Owner, u"Acme"_s);
    add("negated", u"-perm:dns"_s, Field::Perm, u"dns"_s, Term::Sign::Without);
    add("negated text", u"-old"_s, Field::Text, u"old"_s, Term::Sign::Without);
    add("quoted value", u"owner:\"Harbour Labs\""_s, Field::Owner, u"Harbour Labs"_s);
    add("open quote", u"zone:\"a b"_s, Field::Zone, u"a b"_s);
    add("quoted operator is text", u"\"is:expired\""_s, Field::Text, u"is:expired"_s);
    add("unknown operator is text", u"ci:deploy"_s, Field::Text, u"ci:deploy"_s);
    add("second colon", u"name:a:b"_s, Field::Name, u"a:b"_s);
    add("no value", u"id:"_s, Field::Id, {});
    add("colon first", u":x"_s, Field::Text, u":x"_s);
    add("only a dash", u"-"_s, Field::Text, u"-"_s);
    add("comparison", u"expires:<30d"_s, Field::Expires, u"<30d"_s);
    add("unused", u"unused:>90d"_s, Field::Unused, u">90d"_s);
}

void QueryTest::readsTerms()
{
    QFETCH(QString, text);
    const search::Query query = search::parseQuery(text);
    QCOMPARE(query.size(), 1U);
    QTEST(query.front().field, "field");
    QTEST(query.front().value, "value");
    QTEST(query.front().sign, "sign");
}

void QueryTest::placesInTheText()
{
    const QString text = u"  dns\towner:\"Harbour Labs\" -is:expired "_s;
    const search::Query query = search::parseQuery(text);
    QCOMPARE(query.size(), 3U);
    QCOMPARE(text.mid(query[0].start, query[0].length), u"dns"_s);
    QCOMPARE(text.mid(query[1].start, query[1].length), u"owner:\"Harbour Labs\""_s);
    QCOMPARE(text.mid(query[2].start, query[2].length), u"-is:expired"_s);
    QVERIFY(search::parseQuery(u" \t ").empty());
}

void QueryTest::writesTerms()
{
    for (const QString &text : {u"-owner:\"Harbour Labs\""_s, u"is:expiring"_s, u"dns"_s, u"perm:"_s})
        QCOMPARE(search::typed(search::parseQuery(text).front()), text);
    QCOMPARE(search::typed({.field = Field::Name, .value = u"a\"b"_s}), u"name:ab"_s);
}

void QueryTest::readsAnything()
{
    QRandomGenerator random(7);
    const QString letters = u"-:\"<> \tis:owner:expires:30d\u00e9"_s;
    for (int i = 0; i < 5000; ++i) {
        QString text;
        for (int length = random.bounded(24); length > 0; --length)
            text += letters[random.bounded(int(letters.size()))];
        qsizetype end = 0;
        for (const Term &term : search::parseQuery(text)) {
            QVERIFY(text.mid(end, term.start - end).trimmed().isEmpty()); // nothing is passed over
            QVERIFY(term.length > 0);
            end = term.start + term.length;
            const search::Query again = search::parseQuery(search::typed(term));
            if (term.field != Field::Text && !again.empty()) { // what was read can be typed
                QCOMPARE(again.front().field, term.field);
                QCOMPARE(again.front().value, term.value);
                QCOMPARE(again.front().sign, term.sign);
            }
        }
        QVERIFY(text.mid(end).trimmed().isEmpty());
    }
}

void QueryTest::states()
{
    for (const search::TraitWord &word : search::traitWords()) {
        QCOMPARE(search::traitsFor(QString(word.word)), Traits(word.trait));
        QCOMPARE(search::traitWord(word.trait), QString(word.word));
    }
    QCOMPARE(search::traitsFor(u"Expir"), Trait::Expired | Trait::Expiring);
    QCOMPARE(search::traitsFor(u"blue"), Traits());
    QCOMPARE(search::traitsFor({}), Traits());
}

void QueryTest::countsStates()
{
    search::TraitCounts counts;
    counts.add(Trait::Active | Trait::Unused);
    counts.add(Trait::Active | Trait::Flagged);
    counts.add({});
    QCOMPARE(counts.all(), 3);
    QCOMPARE(counts.of(Trait::Active), 2);
    QCOMPARE(counts.of(Trait::Flagged), 1);
    QCOMPARE(counts.of(Trait::Expired), 0);
}

void QueryTest::expirySpans_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("from"); // empty: no bound
    QTest::addColumn<QString>("until");
    const auto add = [](const QString &value, const QString &from, const QString &until) {
        QTest::newRow(qPrintable(value)) << value << from << until;
    };
    const QString soon = u"2026-11-23T09:41:00.001Z"_s;
    add(u"<30d"_s, soon, u"2026-12-23T09:41:00.001Z"_s);
    add(u"30d"_s, soon, u"2026-12-23T09:41:00.001Z"_s);
    add(u"<=2w"_s, soon, u"2026-12-07T09:41:00.001Z"_s);
    add(u"6h"_s, soon, u"2026-11-23T15:41:00.001Z"_s);
    add(u">3M"_s, u"2027-02-23T09:41:00.001Z"_s, {});
    add(u">=1y"_s, u"2027-11-23T09:41:00.001Z"_s, {});
    add(u"2026-12-05"_s, u"2026-12-05T00:00:00Z"_s, u"2026-12-06T00:00:00Z"_s);
    add(u"2026-12"_s, u"2026-12-01T00:00:00Z"_s, u"2027-01-01T00:00:00Z"_s);
    add(u"<2026-12-05"_s, {}, u"2026-12-05T00:00:00Z"_s);
    add(u">2026-12"_s, u"2027-01-01T00:00:00Z"_s, {});
    add(u"2026-12-07..2026-12-13"_s, u"2026-12-07T00:00:00Z"_s, u"2026-12-14T00:00:00Z"_s);
}

void QueryTest::expirySpans()
{
    QFETCH(QString, value);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const std::optional<TimeSpan> span = search::expirySpan(value, kNow);
    QVERIFY(span);
    QCOMPARE(span->from, from.isEmpty() ? search::kNeverWas : moment(from));
    QCOMPARE(span->until, until.isEmpty() ? search::kNeverEnds : moment(until));
}

void QueryTest::expiryIsNoTime_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"soon", "<", "30", "d", "-3d", "99999d", "3x", "2026-13-01", "2026-12-07..", "<<3d"})
        QTest::newRow(value) << QString::fromLatin1(value);
}

void QueryTest::expiryIsNoTime()
{
    QFETCH(QString, value);
    QVERIFY(!search::expirySpan(value, kNow));
    QVERIFY(!search::lastUseTest(value, kNow));
}

void QueryTest::lastUses()
{
    const std::optional<search::LastUse> longAgo = search::lastUseTest(u">90d", kNow);
    QVERIFY(longAgo);
    const qint64 since = moment(u"2026-08-25T09:41:00Z"_s);
    QVERIFY(longAgo->used.contains(since - 1));
    QVERIFY(!longAgo->used.contains(since));
    QCOMPARE(longAgo->neverIfMadeBefore, since);
    QCOMPARE(search::lastUseTest(u"90d", kNow), longAgo);
    const std::optional<search::LastUse> lately = search::lastUseTest(u"<7d", kNow);
    QVERIFY(lately && lately->used.contains(moment(u"2026-11-20T00:00:00Z"_s)));
    QVERIFY(!lately->used.contains(since));
    QCOMPARE(lately->neverIfMadeBefore, search::kNeverWas);
    const std::optional<search::LastUse> never = search::lastUseTest(u"Never", kNow);
    QVERIFY(never && !never->used.contains(since));
    QVERIFY(never->neverIfMadeBefore > since);
}

QTEST_APPLESS_MAIN(QueryTest)
#include "tst_query.moc"
