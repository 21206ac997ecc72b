// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/groupfinder.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using catalog::findGroups;
using catalog::groupsById;

namespace {

const QString kAccount = model::scope::account;
const QString kZone = model::scope::zone;
const QString kUser = model::scope::user;

QString id(int number)
{
    return QString::number(number).rightJustified(32, u'0');
}

std::vector<model::PermissionGroup> available()
{
    std::vector<model::PermissionGroup> groups;
    const auto add = [&](const QString &name, const QStringList &scopes) {
        groups.push_back({.id = id(int(groups.size()) + 1), .name = name, .scopes = scopes});
    };
    add(u"DNS Write"_s, {kZone});
    add(u"DNS Read"_s, {kZone});
    add(u"Logs Read"_s, {kAccount});
    add(u"Logs Read"_s, {kZone});
    add(u"Account WAF Write"_s, {kAccount});
    add(u"Zone WAF Write"_s, {kZone});
    add(u"Turnstile Sites Write"_s, {kAccount});
    add(u"IP Prefixes: Write"_s, {kAccount});
    add(u"Zaraz Edit"_s, {kZone});
    add(u"Cache Purge"_s, {kZone});
    add(u"Zone Write"_s, {kZone});
    add(u"Zone Settings Write"_s, {kZone});
    add(u"Account API Gateway"_s, {kAccount});
    add(u"API Tokens Read"_s, {kUser});
    add(u"App Run"_s, {u"com.cloudflare.api.account.flagship.app"_s});
    add(u"Both Read"_s, {kAccount, kZone});
    add(u"Workers Scripts Write"_s, {kAccount});
    add(u"Analytics Read"_s, {kZone});
    add(u"Pages Write"_s, {kAccount});
    return groups;
}

} // namespace

class GroupFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void keepsTheOrderAndEachOnce();
    void severalMeaningsAreAskedAbout_data();
    void severalMeaningsAreAskedAbout();
    void theWaysToSayItWork();
    void missesAreNamed_data();
    void missesAreNamed();
    void suggestsAtMostThree();
    void byId();
    void idsAreRefused_data();
    void idsAreRefused();
};

void GroupFinderTest::understands_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scope");
    const auto row = [](const QString &word, const QString &name, const QString &scope) {
        QTest::newRow(qPrintable(word)) << word << name << scope;
    };
    row(u"DNS Write"_s, u"DNS Write"_s, kZone);
    row(u"dns write"_s, u"DNS Write"_s, kZone);
    row(u"  DNS   Write "_s, u"DNS Write"_s, kZone);
    row(u"DNS Edit"_s, u"DNS Write"_s, kZone);
    row(u"DNS:Edit"_s, u"DNS Write"_s, kZone);
    row(u"DNS: Read"_s, u"DNS Read"_s, kZone);
    row(u"Zone DNS Edit"_s, u"DNS Write"_s, kZone);
    row(u"Zone Zone Edit"_s, u"Zone Write"_s, kZone);
    row(u"Zone Edit"_s, u"Zone Write"_s, kZone);
    row(u"Zone Settings Edit"_s, u"Zone Settings Write"_s, kZone);
    row(u"Logs Read (zone)"_s, u"Logs Read"_s, kZone);
    row(u"Logs Read (Account)"_s, u"Logs Read"_s, kAccount);
    row(u"Logs Read(com.cloudflare.api.account.zone)"_s, u"Logs Read"_s, kZone);
    row(u"Account Logs Read"_s, u"Logs Read"_s, kAccount);
    row(u"Turnstile Edit"_s, u"Turnstile Sites Write"_s, kAccount);
    row(u"Turnstile Write (account)"_s, u"Turnstile Sites Write"_s, kAccount);
    row(u"Cloudflare Pages Edit"_s, u"Pages Write"_s, kAccount);
    row(u"Zone Analytics Read"_s, u"Analytics Read"_s, kZone);
    row(u"IP Prefixes Write"_s, u"IP Prefixes: Write"_s, kAccount);
    row(u"Zaraz Edit"_s, u"Zaraz Edit"_s, kZone);
    row(u"Zaraz Write"_s, u"Zaraz Edit"_s, kZone);
    row(u"cache purge"_s, u"Cache Purge"_s, kZone);
    row(u"Account API Gateway"_s, u"Account API Gateway"_s, kAccount);
    row(u"App Run"_s, u"App Run"_s, u"com.cloudflare.api.account.flagship.app"_s);
    row(u"App Run (app)"_s, u"App Run"_s, u"com.cloudflare.api.account.flagship.app"_s);
    row(u"Both Read (zone)"_s, u"Both Read"_s, kZone);
}

void GroupFinderTest::understands()
{
    QFETCH(QString, word);
    const auto found = findGroups({word}, available());
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->size(), size_t(1));
    QTEST(found->front().group.name, "name");
    QTEST(found->front().scope, "scope");
}

void GroupFinderTest::keepsTheOrderAndEachOnce()
{
    const auto found = findGroups({u"Zone Write"_s, u"DNS Edit"_s, u"DNS Write"_s, u"zone edit"_s}, available());
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(2));
    QCOMPARE(found->at(0).group.name, u"Zone Write"_s);
    QCOMPARE(found->at(1).group.name, u"DNS Write"_s);
    QVERIFY(findGroups({}, available())->empty());
}

void GroupFinderTest::severalMeaningsAreAskedAbout_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("ways");
    QTest::newRow("two groups") << u"Logs Read"_s
                                << QStringList{u"\"Logs Read (account)\""_s, u"\"Logs Read (zone)\""_s};
    QTest::newRow("one group, two scopes")
        << u"both read"_s << QStringList{u"\"Both Read (account)\""_s, u"\"Both Read (zone)\""_s};
}

void GroupFinderTest::severalMeaningsAreAskedAbout()
{
    QFETCH(QString, word);
    QFETCH(QStringList, ways);
    const auto found = findGroups({word}, available());
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::InvalidArgument);
    QCOMPARE(found.error().field, u"permissions"_s);
    QVERIFY2(found.error().message.contains(ways.join(" or "_L1)), qPrintable(found.error().message));
}

void GroupFinderTest::theWaysToSayItWork()
{
    auto groups = available();
    groups.push_back({.id = id(98), .name = u"Zaraz Write"_s, .scopes = {kZone}});
    QCOMPARE(findGroups({u"Zaraz Write"_s}, groups)->front().group.id, id(98)); // exact first
    const auto asked = findGroups({u"zaraz write"_s}, groups);
    QVERIFY(!asked);
    QVERIFY(asked.error().message.contains("\"Zaraz Edit (zone)\" or \"Zaraz Write (zone)\""_L1));
    QCOMPARE(findGroups({u"Zaraz Edit (zone)"_s}, groups)->front().group.name, u"Zaraz Edit"_s);
    groups.push_back({.id = id(99), .name = u"Zaraz Write"_s, .scopes = {kZone}});
    const auto twins = findGroups({u"Zaraz Write (zone)"_s}, groups);
    QVERIFY(!twins);
    QVERIFY(twins.error().message.contains(id(98)) && twins.error().message.contains(id(99)));
}

void GroupFinderTest::missesAreNamed_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("inMessage");
    QTest::newRow("part of names") << u"WAF Write"_s << u"Did you mean \"Zone WAF Write\", \"Account WAF Write\" or "_s;
    QTest::newRow("misspelt") << u"DSN Wirte"_s << u"\"DSN Wirte\" here."_s;
    QTest::newRow("no level") << u"DNS"_s << u"\"DNS\" here."_s;
    QTest::newRow("covered") << u"Durable Objects Write"_s << u"choose \"Workers Scripts Write\""_s;
    QTest::newRow("covered, to read") << u"durable objects read"_s << u"choose \"Workers Scripts Read\""_s;
    QTest::newRow("other scope") << u"DNS Write (account)"_s << u"Did you mean \"DNS Write\" or "_s;
    QTest::newRow("unknown scope") << u"DNS Write (moon)"_s << u"Did you mean \"DNS Write\" or "_s;
    QTest::newRow("empty") << QString() << u"\"\" here."_s;
    QTest::newRow("pattern") << u"*"_s << u"\"*\" here."_s;
    QTest::newRow("control") << u"DNS\u202E\x07 Delete"_s << u"\"DNS Delete\" here."_s;
    QTest::newRow("long") << QString(100'000, u'x') << u"here."_s;
}

void GroupFinderTest::missesAreNamed()
{
    QFETCH(QString, word);
    QFETCH(QString, inMessage);
    const auto found = findGroups({u"DNS Write"_s, word}, available());
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::NotFound);
    QCOMPARE(found.error().field, u"permissions"_s);
    QVERIFY2(found.error().message.contains(inMessage), qPrintable(found.error().message));
    QVERIFY(found.error().message.size() < 500);
}

void GroupFinderTest::suggestsAtMostThree()
{
    std::vector<model::PermissionGroup> many;
    for (int i = 0; i < 10; ++i)
        many.push_back({.id = id(i), .name = u"Zone Thing %1 Write"_s.arg(i), .scopes = {kZone}});
    const auto found = findGroups({u"Zone Thing Write"_s}, many);
    QVERIFY(!found);
    QCOMPARE(found.error().message.count("\"Zone Thing "_L1), 4); // the word itself and three
}

void GroupFinderTest::byId()
{
    const auto found = groupsById({id(2), id(1), id(2)}, available());
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(2));
    QCOMPARE(found->at(0).group.name, u"DNS Read"_s);
    QCOMPARE(found->at(0).scope, kZone);
}

void GroupFinderTest::idsAreRefused_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("form") << u"../x"_s << Error::Code::InvalidArgument;
    QTest::newRow("unknown") << id(77) << Error::Code::NotFound;
    QTest::newRow("several scopes") << id(16) << Error::Code::InvalidArgument;
}

void GroupFinderTest::idsAreRefused()
{
    QFETCH(QString, given);
    QFETCH(Error::Code, code);
    const auto found = groupsById({given}, available());
    QVERIFY(!found);
    QCOMPARE(found.error().code, code);
    QCOMPARE(found.error().field, u"permissionGroupIds"_s);
}

QTEST_GUILESS_MAIN(GroupFinderTest)
#include "tst_groupfinder.moc"
