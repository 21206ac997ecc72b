// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/uritemplate.h"

#include <QTest>

using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

using Values = QHash<QString, QString>;

class UriTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNotSimple_data();
    void refusesWhatIsNotSimple();
    void matches_data();
    void matches();
};

void UriTemplateTest::refusesWhatIsNotSimple_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no expression") << u"a://b"_s;
    QTest::newRow("never closed") << u"a://{b"_s;
    QTest::newRow("never opened") << u"a://b}/{c}"_s;
    QTest::newRow("closed twice") << u"a://{b}}"_s;
    QTest::newRow("empty") << u"a://{}"_s;
    QTest::newRow("operator") << u"a://{+path}"_s;
    QTest::newRow("query") << u"a://b{?q}"_s;
    QTest::newRow("two names") << u"a://{b,c}"_s;
    QTest::newRow("prefix") << u"a://{b:3}"_s;
    QTest::newRow("twice") << u"a://{b}/{b}"_s;
    QTest::newRow("side by side") << u"a://{b}{c}"_s;
    QTest::newRow("nested") << u"a://{b{c}}"_s;
}

void UriTemplateTest::refusesWhatIsNotSimple()
{
    QFETCH(QString, text);
    QVERIFY(!UriTemplate::parse(text).has_value());
}

void UriTemplateTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<Values>("values");
    const QString one = u"a://items/{id}"_s;
    const QString inner = u"a://items/{id}/data"_s;
    const QString two = u"a://{kind}/{id}"_s;
    QTest::newRow("one") << one << u"a://items/x-1_2.3~"_s << true << Values{{u"id"_s, u"x-1_2.3~"_s}};
    QTest::newRow("encoded") << one << u"a://items/%C3%A4%2Fb"_s << true << Values{{u"id"_s, u"ä/b"_s}};
    QTest::newRow("inner") << inner << u"a://items/7/data"_s << true << Values{{u"id"_s, u"7"_s}};
    QTest::newRow("two") << two << u"a://k/7"_s << true << Values{{u"kind"_s, u"k"_s}, {u"id"_s, u"7"_s}};
    QTest::newRow("empty value") << one << u"a://items/"_s << false << Values();
    QTest::newRow("slash in value") << one << u"a://items/x/y"_s << false << Values();
    QTest::newRow("other beginning") << one << u"b://items/x"_s << false << Values();
    QTest::newRow("other end") << inner << u"a://items/7/more"_s << false << Values();
    QTest::newRow("more behind") << inner << u"a://items/7/data/x"_s << false << Values();
    QTest::newRow("beginning and end overlap") << u"a://x{id}x"_s << u"a://x"_s << false << Values();
    QTest::newRow("reserved sign") << one << u"a://items/x?y"_s << false << Values();
    QTest::newRow("not ASCII") << one << u"a://items/ä"_s << false << Values();
    QTest::newRow("half an escape") << one << u"a://items/%4"_s << false << Values();
    QTest::newRow("no hex") << one << u"a://items/%zz"_s << false << Values();
    QTest::newRow("no UTF-8") << one << u"a://items/%ff"_s << false << Values();
}

void UriTemplateTest::matches()
{
    QFETCH(QString, text);
    QFETCH(QString, uri);
    QFETCH(bool, fits);
    QFETCH(Values, values);
    const auto parsed = UriTemplate::parse(text);
    QVERIFY(parsed.has_value());
    const std::optional<Values> found = parsed->match(uri);
    QCOMPARE(found.has_value(), fits);
    if (fits)
        QCOMPARE(*found, values);
}

QTEST_GUILESS_MAIN(UriTemplateTest)
#include "tst_uritemplate.moc"
