// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalwords.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::DiffLine;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(10, 24), Qt::UTC);

} // namespace

class ApprovalWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data();
    void titles();
    void countsDown();
    void owners();
    void valid();
    void addresses();
    void differences();
    void secrets();
};

void ApprovalWordsTest::titles_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("title");
    QTest::newRow("create") << u"Claude"_s << u"create_token"_s << u"Claude wants to create a token"_s;
    QTest::newRow("update") << u"Claude"_s << u"update_token"_s << u"Claude wants to change a token"_s;
    QTest::newRow("roll") << u"Claude"_s << u"roll_token"_s << u"Claude wants to roll a token's secret"_s;
    QTest::newRow("rotate") << u"Claude"_s << u"rotate_token"_s << u"Claude wants to rotate a token"_s;
    QTest::newRow("revoke") << u"Claude"_s << u"revoke_token"_s << u"Claude wants to revoke a token"_s;
    QTest::newRow("another") << u"Claude"_s << u"list_tokens"_s << u"Claude asks for \"List\""_s;
    QTest::newRow("one line") << u"a\n%2 \u202Eb"_s << u"create_token"_s << u"a %2 b wants to create a token"_s;
    QTest::newRow("placeholder") << u"%2"_s << u"other"_s << u"%2 asks for \"List\""_s;
}

void ApprovalWordsTest::titles()
{
    QFETCH(QString, client);
    QFETCH(QString, tool);
    QTEST(ui::titleOf({.client = client, .tool = tool, .title = u"List"_s}), "title");
    QVERIFY(ui::titleOf({.client = QString(500, u'a'), .tool = tool}).size() < 200);
}

void ApprovalWordsTest::countsDown()
{
    QCOMPARE(ui::countdownWords(102s), u"1 min 42 s"_s);
    QCOMPARE(ui::countdownWords(60s), u"1 min 0 s"_s);
    QCOMPARE(ui::countdownWords(59s), u"59 s"_s);
    QCOMPARE(ui::countdownWords(-3s), u"0 s"_s);
}

void ApprovalWordsTest::owners()
{
    QCOMPARE(ui::ownerWords({}), u"User token, yours"_s);
    QCOMPARE(ui::ownerWords({.owner = model::Owner::account(u"0a1b"_s)}), u"Account token of 0a1b"_s);
    QCOMPARE(ui::ownerWords({.owner = model::Owner::account(u"0a1b"_s), .ownerName = u"Acme"_s}),
             u"Account token of Acme"_s);
}

void ApprovalWordsTest::valid()
{
    const QDateTime end = kNow.addDays(30);
    QCOMPARE(ui::validWords({}, kNow), u"Never expires"_s);
    QCOMPARE(ui::validWords({.expiresOn = end}, kNow), u"Until 23 Dec 2026, 10:24 (30 days)"_s);
    QCOMPARE(ui::validWords({.expiresOn = kNow.addDays(1)}, kNow), u"Until 24 Nov 2026, 10:24 (1 day)"_s);
    QCOMPARE(ui::validWords({.notBefore = kNow.addDays(20), .expiresOn = end}, kNow),
             u"From 13 Dec 2026, 10:24 until 23 Dec 2026, 10:24 (10 days)"_s);
    QCOMPARE(ui::validWords({.notBefore = kNow.addDays(-20), .expiresOn = end}, kNow),
             u"Until 23 Dec 2026, 10:24 (30 days)"_s);
    QCOMPARE(ui::validWords({.notBefore = end}, kNow), u"From 23 Dec 2026, 10:24, never expires"_s);
}

void ApprovalWordsTest::addresses()
{
    QCOMPARE(ui::addressWords({}), u"Any"_s);
    QCOMPARE(ui::addressWords({.in = {u"192.0.2.7/32"_s}, .notIn = {u"192.0.2.0/24"_s}}),
             u"Only from 192.0.2.7/32. Not from 192.0.2.0/24"_s);
    QVERIFY(ui::addressWords({.others = {{u"x"_s, 1}}}).contains(u"can't read"_s));
}

void ApprovalWordsTest::differences()
{
    const QList<DiffLine> lines =
        ui::differenceLines({{.what = u"name"_s, .before = {u"a\nb"_s}, .after = {u"c"_s}},
                             {.what = u"expiresOn"_s, .before = {u"2026-12-23T10:24:00Z"_s}, .after = {}},
                             {.what = u"enabled"_s, .before = {u"yes"_s}, .after = {u"no"_s}},
                             {.what = u"ipAllow"_s, .before = {}, .after = {u"192.0.2.7/32"_s, u"192.0.2.8/32"_s}}},
                            kNow);
    QStringList texts;
    for (const DiffLine &line : lines)
        texts += (line.kind == DiffLine::Kind::Removed ? u"-"_s : u"+"_s) + line.text;
    for (const QString &expected :
         {u"-Name: a b"_s, u"+Name: c"_s, u"-Expires: 23 Dec 2026, 10:24"_s, u"+Expires: never"_s, u"-Enabled: yes"_s,
          u"+Enabled: no"_s, u"-Works from: any address"_s, u"+Works from: 192.0.2.7/32, 192.0.2.8/32"_s})
        QVERIFY2(texts.contains(expected), qPrintable(texts.join(u'\n')));
    QCOMPARE(texts.size(), 8);
}

void ApprovalWordsTest::secrets()
{
    using clients::SecretDelivery;
    QCOMPARE(ui::secretWords(SecretDelivery::Hidden, u"Claude"_s).text,
             u"It goes to the keychain. Claude gets the token ID only."_s);
    QVERIFY(ui::secretWords(SecretDelivery::Inline, u"Claude"_s).text.startsWith(u"Claude and its AI model see it."_s));
}

QTEST_GUILESS_MAIN(ApprovalWordsTest)
#include "tst_approvalwords.moc"
