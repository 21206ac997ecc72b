// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/rotationworld.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::ChangesWorld;
using test::FaultyStore;
using test::RotationWorld;
using tokens::KeepSecret;
using Fault = FaultyStore::Fault;

Q_DECLARE_METATYPE(FaultyStore::Fault)

namespace {

const QString kRoll = u"PUT "_s + ChangesWorld::path(test::kOldId, u"/value"_s);
const QString kDeleteNew = u"DELETE "_s + ChangesWorld::path(test::kNewId);

tokens::TokenAddress users()
{
    return {.tokenId = test::kOldId, .kind = model::Owner::Kind::User};
}

} // namespace

/** Where a secret has to go to the keychain, nothing is made that it can't take. */
class KeptSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAKeychainNothingIsMade_data();
    void withoutAKeychainNothingIsMade();
    void whatItDoesNotTakeAfterAllIsUndone();
    void whatIsHeldIsNotedAndKept();
};

void KeptSecretsTest::withoutAKeychainNothingIsMade_data()
{
    QTest::addColumn<FaultyStore::Fault>("fault");
    QTest::newRow("none there") << Fault::Unavailable;
    QTest::newRow("refuses") << Fault::RefusesWrites;
    QTest::newRow("forgets") << Fault::ForgetsWrites;
    QTest::newRow("fails") << Fault::FailsReads;
}

void KeptSecretsTest::withoutAKeychainNothingIsMade()
{
    QFETCH(FaultyStore::Fault, fault);
    RotationWorld world;
    world.goesWell();
    world.transport.succeed(kRoll, QString::fromLatin1(test::kNewSecret));
    world.keychain.fault = fault;
    const auto rolled = test::await(world.changes.roll(users(), {}, {}, KeepSecret::Required));
    QVERIFY(!rolled);
    QVERIFY(rolled.error().message.contains(u"Nothing was rolled"_s));
    const auto rotated = world.rotate({.address = users(),
                                       .withoutKeychain = tokens::RotateRequest::WithoutKeychain::AnswerOnly,
                                       .keep = KeepSecret::Required});
    QVERIFY(!rotated);
    QVERIFY(rotated.error().message.contains(u"Nothing was changed"_s));

    tokens::HeldSecrets held(world.keychain);
    tokens::TokenService service({.planner = world.planner,
                                  .maker = world.maker,
                                  .reader = world.reader,
                                  .verifier = world.verifier,
                                  .api = world.api,
                                  .held = &held,
                                  .clock = &world.clock});
    const tokens::CreateRequest request{.name = u"ci"_s,
                                        .permissionGroupIds = {test::kDnsWrite},
                                        .resourceScope = tokens::ResourceScope::AllZones,
                                        .keep = KeepSecret::Required};
    world.transport.succeed(
        u"GET /v4/user/tokens/permission_groups"_s,
        QJsonArray{test::group(test::kDnsWrite, u"DNS Write"_s, u"com.cloudflare.api.account.zone"_s)});
    const auto made = test::await(service.create(request, {}));
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(u"No token was made"_s), qPrintable(made.error().message));
    for (const QString &call : world.transport.callNames())
        QVERIFY2(call.startsWith("GET "_L1), qPrintable(call));

    world.keychain.fault = Fault::None;
    const auto again = test::await(service.create(request, {}));
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(world.keychain.held(test::kNewId), test::kNewSecret);
}

void KeptSecretsTest::whatItDoesNotTakeAfterAllIsUndone()
{
    RotationWorld world;
    world.goesWell();
    world.transport.succeed(kDeleteNew, QJsonObject{{u"id"_s, test::kNewId}});
    world.keychain.fault = Fault::RefusesWrites;
    world.keychain.writesBeforeFault = 1; // the proof succeeds
    const auto rotated =
        world.rotate({.address = users(), .old = tokens::RotateRequest::Old::Revoke, .keep = KeepSecret::Required});
    QVERIFY(!rotated);
    QVERIFY(rotated.error().message.contains(u"was revoked again"_s));
    QVERIFY(world.transport.callNames().contains(kDeleteNew));
    QVERIFY(!world.transport.callNames().contains(test::kDelete)); // the old one lives
}

void KeptSecretsTest::whatIsHeldIsNotedAndKept()
{
    RotationWorld world;
    world.goesWell();
    const auto rotated = world.rotate({.address = users(), .keep = KeepSecret::Required});
    QVERIFY2(rotated, rotated ? "" : qPrintable(rotated.error().message));
    QCOMPARE(rotated->keychainItem, u"token/"_s + test::kNewId);
    QCOMPARE(world.keychain.held(test::kNewId), test::kNewSecret);
}

QTEST_GUILESS_MAIN(KeptSecretsTest)
#include "tst_keptsecrets.moc"
