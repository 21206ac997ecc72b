// SPDX-License-Identifier: GPL-3.0-or-later
// Updates of what a token may do.
#include "tests/tokens/changesworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using tokens::UpdateOutcome;
using tokens::UpdateRequest;
using Written = UpdateOutcome::Written;

Q_DECLARE_METATYPE(std::vector<tokensmith::model::Policy>)
Q_DECLARE_METATYPE(tokensmith::base::Error::Code)

namespace {

const QString kGet = u"GET "_s + ChangesWorld::path(kOldId);
const QString kPut = u"PUT "_s + ChangesWorld::path(kOldId);
const QString kZoneRead = u"c8fed203ed3043cba015a93ad1616f1f"_s;

model::Policy readsZones(const QString &resource)
{
    return {.resources = {{.key = resource}}, .permissionGroups = {{.id = kZoneRead, .name = u"Zone Read"_s}}};
}

UpdateRequest regrant(std::vector<model::Policy> policies)
{
    return {.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User}, .policies = std::move(policies)};
}

} // namespace

class AccessUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newPoliciesAreWritten();
    void theSamePoliciesAreNoChange();
    void newPoliciesMustBeAllowed_data();
    void newPoliciesMustBeAllowed();
};

void AccessUpdateTest::newPoliciesAreWritten()
{
    ChangesWorld world;
    const QString zone = u"com.cloudflare.api.account.zone."_s + kZoneId;
    const QJsonArray policies{QJsonObject{{u"effect"_s, u"allow"_s},
                                          {u"resources"_s, QJsonObject{{zone, u"*"_s}}},
                                          {u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, kZoneRead}}}}}};
    const QJsonObject after = ChangesWorld::with(ChangesWorld::live(), u"policies"_s, policies);
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, after);
    world.transport.succeed(kPut, after);
    const auto done = await(world.changes.update(regrant({readsZones(zone)}), {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->written, Written::AsAsked);
    QCOMPARE(done->changes.size(), size_t(1));
    QCOMPARE(done->changes.front().what, u"policies"_s);
    QCOMPARE(done->changes.front().after.size(), 1);
    QVERIFY(done->changes.front().after.front().contains(u"Zone"_s));
    QCOMPARE(world.bodyOf(kPut).value("policies"_L1).toArray().size(), 1);
    QCOMPARE(world.bodyOf(kPut).value("condition"_L1), ChangesWorld::live().value("condition"_L1));
}

void AccessUpdateTest::theSamePoliciesAreNoChange()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    const UpdateRequest look{.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User},
                             .apply = UpdateRequest::Apply::PreviewOnly};
    const auto token = await(world.changes.update(look, {}));
    QVERIFY(token);
    world.transport.succeed(kGet, ChangesWorld::live());
    const auto done = await(world.changes.update(regrant(token->token.policies), {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY(done->changes.empty());
    QVERIFY(!world.transport.callNames().contains(kPut));
}

void AccessUpdateTest::newPoliciesMustBeAllowed_data()
{
    QTest::addColumn<std::vector<model::Policy>>("policies");
    QTest::addColumn<Error::Code>("code");
    const QString own = u"com.cloudflare.api.account."_s + kAccountA;
    model::Policy manages = readsZones(own);
    manages.permissionGroups.front() = {.id = u"5bc3f8b21c554832afc660159ab75fa4"_s, .name = u"Renamed"_s};
    model::Policy unread = readsZones(own);
    unread.effect = model::Policy::Effect::Unknown;
    QTest::newRow("nothing") << std::vector<model::Policy>() << Error::Code::InvalidArgument;
    QTest::newRow("manages tokens") << std::vector{manages} << Error::Code::PermissionDenied;
    QTest::newRow("can't be read") << std::vector{unread} << Error::Code::InvalidArgument;
    QTest::newRow("another account") << std::vector{readsZones(u"com.cloudflare.api.account."_s + kAccountB)}
                                     << Error::Code::PermissionDenied;
    QTest::newRow("every account") << std::vector{readsZones(u"com.cloudflare.api.account.*"_s)}
                                   << Error::Code::PermissionDenied;
}

void AccessUpdateTest::newPoliciesMustBeAllowed()
{
    QFETCH(std::vector<model::Policy>, policies);
    ChangesWorld world({kAccountA});
    world.transport.succeed(kGet, ChangesWorld::live());
    const auto done = await(world.changes.update(regrant(policies), {}));
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
}

QTEST_GUILESS_MAIN(AccessUpdateTest)
#include "tst_accessupdate.moc"
