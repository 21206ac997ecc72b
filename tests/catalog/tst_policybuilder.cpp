// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policybuilder.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using catalog::buildPolicies;
using catalog::WantedGroup;
using model::Owner;

namespace {

const QString kAccount = u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s;
const QString kZone = u"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"_s;
const QString kUser = u"cccccccccccccccccccccccccccccccc"_s;
const QString kAccountScope = model::scope::account;
const QString kZoneScope = model::scope::zone;
const QString kUserScope = model::scope::user;

std::vector<model::PermissionGroup> available()
{
    return {{.id = u"1"_s, .name = u"Logs Write"_s, .scopes = {kAccountScope}},
            {.id = u"2"_s, .name = u"Logs Write"_s, .scopes = {kZoneScope}},
            {.id = u"3"_s, .name = u"DNS Write"_s, .scopes = {kZoneScope}},
            {.id = u"4"_s, .name = u"User Details Read"_s, .scopes = {kUserScope}},
            {.id = u"5"_s, .name = u"Account WAF Write"_s, .scopes = {kAccountScope}}};
}

} // namespace

class PolicyBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNameInTwoScopes();
    void onePolicyPerScope();
    void zonesNestUnderTheirAccount();
    void chosenZonesStandAlone();
    void everythingIsWarnedAbout();
    void aMissingGroupIsNamed_data();
    void aMissingGroupIsNamed();
    void aUserGroupNeedsTheUser();
    void userOnlyGroups();
};

void PolicyBuilderTest::oneNameInTwoScopes()
{
    const auto built = buildPolicies({{u"Logs Write"_s, kZoneScope}}, available(), {.accountId = kAccount});
    QVERIFY(built);
    QCOMPARE(built->policies.size(), size_t(1));
    QCOMPARE(built->policies.front().permissionGroups.front().id, u"2"_s);
}

void PolicyBuilderTest::onePolicyPerScope()
{
    const auto built = buildPolicies(
        {{u"DNS Write"_s, kZoneScope}, {u"User Details Read"_s, kUserScope}, {u"Logs Write"_s, kAccountScope}},
        available(), {.accountId = kAccount, .userTag = kUser});
    QVERIFY(built);
    QCOMPARE(built->policies.size(), size_t(3));
    QCOMPARE(built->policies.at(0).resources.front().key, kAccountScope + u'.' + kAccount);
    QVERIFY(built->policies.at(0).resources.front().nested.isEmpty());
    QCOMPARE(built->policies.at(2).resources.front().key, kUserScope + u'.' + kUser);
    QVERIFY(built->warnings.isEmpty());
}

void PolicyBuilderTest::zonesNestUnderTheirAccount()
{
    const auto built = buildPolicies({{u"DNS Write"_s, kZoneScope}}, available(),
                                     {.owner = Owner::account(kAccount), .accountId = kAccount});
    QVERIFY(built);
    const model::Resource resource = built->policies.front().resources.front();
    QCOMPARE(resource.key, kAccountScope + u'.' + kAccount);
    QCOMPARE(resource.nested, QStringList{kZoneScope + u".*"_s});
}

void PolicyBuilderTest::chosenZonesStandAlone()
{
    const auto built =
        buildPolicies({{u"DNS Write"_s, kZoneScope}}, available(), {.accountId = kAccount, .zoneIds = {kZone, kUser}});
    QVERIFY(built);
    QCOMPARE(built->policies.front().resources.size(), size_t(2));
    QCOMPARE(built->policies.front().resources.front().key, kZoneScope + u'.' + kZone);
}

void PolicyBuilderTest::everythingIsWarnedAbout()
{
    const auto built = buildPolicies({{u"DNS Write"_s, kZoneScope}, {u"Logs Write"_s, kAccountScope}}, available(), {});
    QVERIFY(built);
    QCOMPARE(built->policies.at(0).resources.front().key, kAccountScope + u".*"_s);
    QCOMPARE(built->policies.at(1).resources.front().key, kZoneScope + u".*"_s);
    QCOMPARE(built->warnings.size(), 2);
}

void PolicyBuilderTest::aMissingGroupIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scope");
    QTest::newRow("not offered") << u"WAF Write"_s << kZoneScope; // part of "Account WAF Write": no substring match
    QTest::newRow("other scope") << u"DNS Write"_s << kAccountScope;
    QTest::newRow("other case") << u"dns write"_s << kZoneScope;
}

void PolicyBuilderTest::aMissingGroupIsNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, scope);
    const auto built = buildPolicies({{name, scope}}, available(), {.accountId = kAccount});
    QVERIFY(!built);
    QCOMPARE(built.error().code, base::Error::Code::NotFound);
    QVERIFY(built.error().message.contains(name));
}

void PolicyBuilderTest::aUserGroupNeedsTheUser()
{
    const auto built = buildPolicies({{u"User Details Read"_s, kUserScope}}, available(), {.accountId = kAccount});
    QVERIFY(!built);
    QCOMPARE(built.error().code, base::Error::Code::PermissionDenied);
}

void PolicyBuilderTest::userOnlyGroups()
{
    const catalog::Template both{.id = u"t"_s,
                                 .name = u"T"_s,
                                 .description = {},
                                 .required = {{u"DNS Write"_s, kZoneScope}},
                                 .userOnly = {{u"User Details Read"_s, kUserScope}}};
    QCOMPARE(catalog::wantedGroups(both, Owner::Kind::User).size(), size_t(2));
    QCOMPARE(catalog::wantedGroups(both, Owner::Kind::Account).size(), size_t(1));
}

QTEST_GUILESS_MAIN(PolicyBuilderTest)
#include "tst_policybuilder.moc"
