// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/reach.h"
#include "core/tokens/zones.h"
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Policy;

namespace {

const QString kOurZone = u"11111111111111111111111111111111"_s;
const QString kForeignZone = u"22222222222222222222222222222222"_s;
const QString kAccountKey = u"com.cloudflare.api.account."_s;
const QString kZoneKey = u"com.cloudflare.api.account.zone."_s;

std::vector<Policy> on(const std::vector<model::Resource> &resources)
{
    return {{.resources = resources, .permissionGroups = {{.id = u"g"_s, .name = u"DNS Read"_s}}}};
}

} // namespace

class ReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judges_data();
    void judges();
    void looksZonesUpOnce();
    void looksAgainForAZoneThatIsNew();
    void withoutZoneReadItSaysSo();
    void managingTheUsersTokensIsEveryAccount();
    void managingAnAllowedAccountsTokensIsFine();
    void denyingWidensNothing();
    void noPoliciesAreRefused();
    void whatCannotBeReadIsRefused();
    void withoutAListEverythingPasses();

private:
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<tokens::Zones> m_zones;
    std::unique_ptr<tokens::Reach> m_reach;
};

void ReachTest::init()
{
    m_world = std::make_unique<ServiceWorld>(QStringList{kAccountA});
    m_world->connectAsUser();
    m_zones = std::make_unique<tokens::Zones>(m_world->api, m_world->clock);
    m_reach = std::make_unique<tokens::Reach>(m_world->accounts, *m_zones);
    m_world->transport.succeed(u"GET /v4/zones"_s,
                               QJsonArray{QJsonObject{{u"id"_s, kOurZone},
                                                      {u"name"_s, u"harbour.example"_s},
                                                      {u"account"_s, QJsonObject{{u"id"_s, kAccountA}}}}});
}

void ReachTest::judges_data()
{
    using Resources = std::vector<model::Resource>;
    QTest::addColumn<Resources>("resources");
    QTest::addColumn<QString>("reason");
    const auto bucket = [](const QString &account) {
        return u"com.cloudflare.edge.r2.bucket."_s + account + u"_default_logs"_s;
    };
    const QString everyZone = kZoneKey + u'*';
    QTest::newRow("allowed account") << Resources{{.key = kAccountKey + kAccountA}} << QString();
    QTest::newRow("its zones") << Resources{{.key = kAccountKey + kAccountA, .nested = {everyZone}}} << QString();
    QTest::newRow("one of its zones") << Resources{{.key = kZoneKey + kOurZone}} << QString();
    QTest::newRow("its bucket") << Resources{{.key = bucket(kAccountA)}} << QString();
    QTest::newRow("the user") << Resources{{.key = u"com.cloudflare.api.user."_s + kUserTag}} << QString();
    const QString user = u"com.cloudflare.api.user."_s + kUserTag;
    QTest::newRow("zones inside the user") << Resources{{.key = user, .nested = {everyZone}}} << u"every zone"_s;
    QTest::newRow("zone inside a bucket")
        << Resources{{.key = bucket(kAccountA), .nested = {kZoneKey + kForeignZone}}} << kForeignZone;
    QTest::newRow("zones inside a zone") << Resources{{.key = kZoneKey + kOurZone, .nested = {everyZone}}}
                                         << u"every zone"_s;
    QTest::newRow("all accounts") << Resources{{.key = kAccountKey + u'*'}} << u"every account"_s;
    QTest::newRow("zones of all accounts")
        << Resources{{.key = kAccountKey + u'*', .nested = {everyZone}}} << u"every account"_s;
    QTest::newRow("all zones") << Resources{{.key = everyZone}} << u"every zone"_s;
    QTest::newRow("foreign account") << Resources{{.key = kAccountKey + kAccountB}} << kAccountB;
    QTest::newRow("foreign account's zones")
        << Resources{{.key = kAccountKey + kAccountB, .nested = {everyZone}}} << kAccountB;
    QTest::newRow("foreign zone") << Resources{{.key = kZoneKey + kForeignZone}} << kForeignZone;
    QTest::newRow("foreign bucket") << Resources{{.key = bucket(kAccountB)}} << kAccountB;
    QTest::newRow("one bad among good") << Resources{{.key = kAccountKey + kAccountA}, {.key = kAccountKey + kAccountB}}
                                        << kAccountB;
    QTest::newRow("unknown kind") << Resources{{.key = u"com.cloudflare.api.something.1"_s}} << u"something"_s;
    QTest::newRow("unknown inside") << Resources{{.key = kAccountKey + kAccountA, .nested = {u"com.new.thing"_s}}}
                                    << u"com.new.thing"_s;
}

void ReachTest::judges()
{
    QFETCH(std::vector<model::Resource>, resources);
    QFETCH(QString, reason);
    const auto allowed = await(m_reach->check(on(resources)));
    QCOMPARE(allowed.has_value(), reason.isEmpty());
    if (!allowed) {
        QCOMPARE(allowed.error().code, Error::Code::PermissionDenied);
        QVERIFY2(allowed.error().message.contains(u"ALLOWED_ACCOUNT_IDS"_s), qPrintable(allowed.error().message));
        QVERIFY2(allowed.error().message.contains(reason), qPrintable(allowed.error().message));
    }
}

void ReachTest::looksZonesUpOnce()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(await(m_reach->check(on({{.key = kZoneKey + kOurZone}}))));
    QCOMPARE(m_world->transport.callNames(), QStringList{u"GET /v4/zones"_s});
    QVERIFY(m_world->transport.calls().front().url.query().contains(u"account.id="_s + kAccountA));
    // A zone that is not there is not looked for again and again either.
    for (int i = 0; i < 3; ++i)
        QVERIFY(!await(m_reach->check(on({{.key = kZoneKey + kForeignZone}}))));
    QCOMPARE(m_world->transport.calls().size(), size_t(1));
}

void ReachTest::looksAgainForAZoneThatIsNew()
{
    QVERIFY(!await(m_reach->check(on({{.key = kZoneKey + kForeignZone}}))));
    m_world->transport.succeed(u"GET /v4/zones"_s,
                               QJsonArray{QJsonObject{{u"id"_s, kForeignZone}, {u"name"_s, u"new.example"_s}}});
    static_cast<void>(await(m_zones->list({.accountId = kAccountA}))); // uses up the first answer
    m_world->clock.advance(std::chrono::seconds(31));
    QVERIFY(await(m_reach->check(on({{.key = kZoneKey + kForeignZone}}))));
    QCOMPARE(m_zones->nameOf(kForeignZone), u"new.example"_s);
}

void ReachTest::withoutZoneReadItSaysSo()
{
    ServiceWorld world({kAccountA});
    world.connectAsUser();
    tokens::Zones zones(world.api, world.clock);
    tokens::Reach reach(world.accounts, zones);
    world.transport.refuse(u"GET /v4/zones"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto allowed = await(reach.check(on({{.key = kZoneKey + kOurZone}})));
    QCOMPARE(allowed.error().code, Error::Code::PermissionDenied);
    QVERIFY(allowed.error().message.contains(u"Zone Read"_s));
}

void ReachTest::managingTheUsersTokensIsEveryAccount()
{
    std::vector<Policy> policies = on({{.key = u"com.cloudflare.api.user."_s + kUserTag}});
    policies.front().permissionGroups.push_back({.id = u"686d18d5ac6c441c867cbf6771e58a0a"_s});
    const auto judged = await(m_reach->check(policies));
    QVERIFY(!judged);
    QVERIFY2(judged.error().message.contains(u"every account"_s), qPrintable(judged.error().message));
    policies.front().permissionGroups = {{.id = u"m"_s, .name = u"API Tokens Read"_s}};
    QVERIFY(await(m_reach->check(policies)));
}

void ReachTest::managingAnAllowedAccountsTokensIsFine()
{
    std::vector<Policy> policies = on({{.key = kAccountKey + kAccountA}});
    policies.front().permissionGroups = {{.id = u"m"_s, .name = u"Account API Tokens Write"_s}};
    QVERIFY(await(m_reach->check(policies)));
}

void ReachTest::noPoliciesAreRefused()
{
    const auto judged = await(m_reach->check({}));
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, Error::Code::PermissionDenied);
}

void ReachTest::denyingWidensNothing()
{
    std::vector<Policy> policies = on({{.key = kAccountKey + u'*'}});
    policies.front().effect = Policy::Effect::Deny;
    QVERIFY(await(m_reach->check(policies)));
}

void ReachTest::whatCannotBeReadIsRefused()
{
    const auto judged = await(m_reach->check({Policy{.asSent = QJsonObject{{u"effect"_s, u"allow"_s}}}}));
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, Error::Code::PermissionDenied);
    QVERIFY(judged.error().message.contains("can't read"_L1));
}

void ReachTest::withoutAListEverythingPasses()
{
    ServiceWorld world;
    world.connectAsUser();
    tokens::Zones zones(world.api, world.clock);
    tokens::Reach reach(world.accounts, zones);
    QVERIFY(await(reach.check(on({{.key = kAccountKey + u'*'}, {.key = kZoneKey + kForeignZone}}))));
    QVERIFY(world.transport.calls().empty());
}

QTEST_GUILESS_MAIN(ReachTest)
#include "tst_reach.moc"
