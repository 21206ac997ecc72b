// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/accesswords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using model::Policy;
using model::Resource;

Q_DECLARE_METATYPE(std::vector<Policy>)

namespace {

const QString kZone = u"com.cloudflare.api.account.zone."_s;
const QString kAccount = u"com.cloudflare.api.account."_s;

Resource zone(const QString &id)
{
    return {.key = kZone + id};
}

Resource account(const QString &id)
{
    return {.key = kAccount + id};
}

Resource zonesOf(const QString &id)
{
    return {.key = kAccount + id, .nested = {kZone + u'*'}};
}

Policy policy(const QStringList &groups, std::vector<Resource> resources, Policy::Effect effect = Policy::Effect::Allow)
{
    Policy result{.effect = effect, .resources = std::move(resources)};
    for (const QString &name : groups)
        result.permissionGroups.push_back({.id = u"id of "_s + name, .name = name});
    return result;
}

} // namespace

class AccessWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summary_data();
    void summary();
    void partsSayWhereAndWhat();
    void samePlaceReadsAsOne();
    void denialsComeLastAndKeepRead();
    void namesAreMadePlain();
    void listsPermissionsAndPlaces();
    void theUnreadableIsSaid_data();
    void theUnreadableIsSaid();
};

void AccessWordsTest::summary_data()
{
    QTest::addColumn<std::vector<Policy>>("policies");
    QTest::addColumn<QString>("words");
    const auto add = [](const char *name, const std::vector<Policy> &policies, const QString &words) {
        QTest::newRow(name) << policies << words;
    };
    add("no policy", {}, u"Nothing"_s);
    add("one zone", {policy({u"DNS Write"_s}, {zone(u"a"_s)})}, u"DNS Edit · 1 zone"_s);
    add("two zones", {policy({u"DNS Read"_s}, {zone(u"a"_s), zone(u"b"_s)})}, u"DNS Read · 2 zones"_s);
    add("a zone named twice", {policy({u"DNS Read"_s}, {zone(u"a"_s)}), policy({u"DNS Write"_s}, {zone(u"a"_s)})},
        u"DNS Edit · 1 zone"_s);
    add("no suffix", {policy({u"Cache Purge"_s}, {zone(u"a"_s)})}, u"Cache Purge · 1 zone"_s);
    add("colon before the level", {policy({u"IP Prefixes: Write"_s}, {account(u"a"_s)})},
        u"IP Prefixes Edit · account"_s);
    add("two of one kind", {policy({u"DNS Write"_s, u"Zone Read"_s}, {zone(u"a"_s)})}, u"2 permissions · 1 zone"_s);
    add("all zones of an account", {policy({u"DNS Read"_s}, {zonesOf(u"a"_s)})}, u"DNS Read · all zones"_s);
    add("all zones everywhere", {policy({u"DNS Read"_s}, {zone(u"*"_s)})}, u"DNS Read · all zones"_s);
    add("account and its zones",
        {policy({u"D1 Write"_s}, {account(u"a"_s)}), policy({u"Workers Routes Write"_s}, {zonesOf(u"a"_s)})},
        u"2 permissions · all zones"_s);
    add("account and some zones",
        {policy({u"D1 Write"_s}, {account(u"a"_s)}), policy({u"DNS Write"_s}, {zone(u"z"_s)})},
        u"2 permissions · account, 1 zone"_s);
    add("several accounts", {policy({u"D1 Write"_s}, {account(u"a"_s), account(u"b"_s)})}, u"D1 Edit · 2 accounts"_s);
    add("all accounts", {policy({u"D1 Write"_s}, {account(u"*"_s)})}, u"D1 Edit · all accounts"_s);
    add("user", {policy({u"User Details Read"_s}, {{.key = u"com.cloudflare.api.user.x"_s}})},
        u"User Details Read · user"_s);
    add("bucket",
        {policy({u"Workers R2 Storage Bucket Item Write"_s}, {{.key = u"com.cloudflare.edge.r2.bucket.x"_s}})},
        u"Workers R2 Storage Bucket Item Edit · 1 bucket"_s);
    add("unknown resource", {policy({u"X Read"_s}, {{.key = u"com.cloudflare.new.thing"_s}})},
        u"X Read · other resources"_s);
    add("with a denial",
        {policy({u"DNS Write"_s}, {zone(u"*"_s)}), policy({u"DNS Write"_s}, {zone(u"a"_s)}, Policy::Effect::Deny)},
        u"DNS Edit · all zones, with exceptions"_s);
    add("group without a name", {{.resources = {zone(u"a"_s)}, .permissionGroups = {{.id = u"c8fed203"_s}}}},
        u"c8fed203 · 1 zone"_s);
}

void AccessWordsTest::summary()
{
    QFETCH(std::vector<Policy>, policies);
    QTEST(catalog::accessSummary(policies), "words");
}

void AccessWordsTest::partsSayWhereAndWhat()
{
    const auto parts = catalog::accessParts(
        {policy({u"Workers Scripts Write"_s, u"D1 Write"_s, u"Workers Tail Read"_s}, {account(u"a"_s)}),
         policy({u"Cache Purge"_s}, {zonesOf(u"a"_s)}), policy({u"DNS Read"_s}, {zone(u"0123456789abcdef"_s)})},
        {.account = [](const QString &id) { return u"Account "_s + id.toUpper(); }});
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(parts[0].where, u"In the account Account A"_s);
    QCOMPARE(parts[0].what, u"Edit D1 and Workers Scripts. Read Workers Tail."_s);
    QCOMPARE(parts[0].reach, catalog::Reach::Account);
    QCOMPARE(parts[1].where, u"In all zones of Account A"_s);
    QCOMPARE(parts[1].what, u"Cache Purge."_s);
    QCOMPARE(parts[1].reach, catalog::Reach::Zone);
    QCOMPARE(parts[2].where, u"In the zone 01234567…"_s);
    QCOMPARE(parts[2].what, u"Read DNS."_s);
}

void AccessWordsTest::samePlaceReadsAsOne()
{
    const auto parts =
        catalog::accessParts({policy({u"DNS Write"_s}, {zone(u"*"_s)}), policy({u"DNS Read"_s}, {zone(u"*"_s)})}, {});
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts[0].what, u"Edit DNS."_s);
}

void AccessWordsTest::denialsComeLastAndKeepRead()
{
    const auto parts =
        catalog::accessParts({policy({u"DNS Write"_s, u"DNS Read"_s}, {zone(u"a"_s)}, Policy::Effect::Deny),
                              policy({u"DNS Write"_s}, {zone(u"*"_s)})},
                             {});
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].effect, Policy::Effect::Allow);
    QCOMPARE(parts[1].effect, Policy::Effect::Deny);
    QCOMPARE(parts[1].where, u"Not in the zone a"_s);
    QCOMPARE(parts[1].what, u"Edit DNS. Read DNS."_s);
}

void AccessWordsTest::namesAreMadePlain()
{
    const auto parts = catalog::accessParts({policy({u"DNS\nWrite"_s}, {account(u"a"_s)})},
                                            {.account = [](const QString &) { return u"Evil\u202E\nname"_s; }});
    QCOMPARE(parts[0].where, u"In the account Evil name"_s);
    QCOMPARE(parts[0].what, u"Edit DNS."_s);
}

void AccessWordsTest::listsPermissionsAndPlaces()
{
    const std::vector<Policy> policies{
        policy({u"Zone Read"_s, u"DNS Read"_s, u"DNS Write"_s}, {zone(u"a"_s)}),
        policy({u"Workers Scripts Write"_s}, {account(u"b"_s)}),
        policy({u"Billing Write"_s}, {account(u"c"_s)}, Policy::Effect::Deny),
    };
    QCOMPARE(catalog::permissionNames(policies),
             (QStringList{u"DNS Edit"_s, u"Workers Scripts Edit"_s, u"Zone Read"_s}));
    QCOMPARE(catalog::placeNames(policies, {.zone = [](const QString &) { return u"example.com"_s; }}),
             (QStringList{u"The account b"_s, u"The zone example.com"_s}));
    QVERIFY(catalog::permissionNames({}).isEmpty());
    QVERIFY(catalog::placeNames({policy({}, {zone(u"a"_s)})}, {}).isEmpty());
}

void AccessWordsTest::theUnreadableIsSaid_data()
{
    QTest::addColumn<std::vector<Policy>>("policies");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("inPart");
    const Policy dns = policy({u"DNS Write"_s}, {zone(u"*"_s)});
    Policy unread{.effect = Policy::Effect::Allow, .permissionGroups = dns.permissionGroups, .asSent = QJsonObject()};
    Policy withTerms = dns;
    withTerms.unknown.insert(u"until"_s, u"noon"_s);
    Policy described = dns;
    described.permissionGroups.front().unknown.insert(u"meta"_s, QJsonObject());
    QTest::newRow("alone") << std::vector{unread} << u"Something this version can't read"_s << u"about DNS Write"_s;
    QTest::newRow("nothing known") << std::vector{Policy{.effect = Policy::Effect::Unknown, .asSent = 3}}
                                   << u"Something this version can't read"_s << u"See the Cloudflare dashboard"_s;
    QTest::newRow("beside others") << std::vector{unread, dns}
                                   << u"DNS Edit · all zones, and something this version can't read"_s
                                   << u"about DNS Write"_s;
    QTest::newRow("terms") << std::vector{withTerms} << u"DNS Edit · all zones, and something this version can't read"_s
                           << u"DNS Write: under terms"_s;
    QTest::newRow("a description is no term") << std::vector{described} << u"DNS Edit · all zones"_s << QString();
}

void AccessWordsTest::theUnreadableIsSaid()
{
    QFETCH(std::vector<Policy>, policies);
    QFETCH(QString, inPart);
    QTEST(catalog::accessSummary(policies), "words");
    const auto parts = catalog::accessParts(policies, {});
    QVERIFY(!parts.empty());
    QVERIFY2(parts.back().what.contains(inPart), qPrintable(parts.back().what));
    for (const catalog::AccessPart &part : parts)
        QVERIFY(part.where != u"In other resources"_s);
}

QTEST_GUILESS_MAIN(AccessWordsTest)
#include "tst_accesswords.moc"
