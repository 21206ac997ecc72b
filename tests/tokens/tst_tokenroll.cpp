// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/changesworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::RevokeOutcome;
using tokens::TokenAddress;
using Gone = RevokeOutcome::Gone;

namespace {

const QString kGet = u"GET "_s + ChangesWorld::path(kOldId);
const QString kRoll = u"PUT "_s + ChangesWorld::path(kOldId, u"/value"_s);
const QString kDelete = u"DELETE "_s + ChangesWorld::path(kOldId);

QString ofAccount(const QString &method, const QString &accountId)
{
    return u"%1 /v4/accounts/%2/tokens/%3"_s.arg(method, accountId, kOldId);
}

TokenAddress users()
{
    return {.tokenId = kOldId, .kind = Owner::Kind::User};
}

} // namespace

/** Rolling and revoking: what needs no merging and no second token. */
class TokenRollTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollsAndHoldsTheSecret();
    void withoutAKeychainTheSecretIsInTheAnswer_data();
    void withoutAKeychainTheSecretIsInTheAnswer();
    void aLostRollIsNotRepeated();
    void aSentRollIsNotCancelled();
    void theBootstrapTokenIsNotRolled();
    void theStoredBootstrapTokenIsLeftAlone_data();
    void theStoredBootstrapTokenIsLeftAlone();

    void revokesWithOneCall();
    void aTokenGoneIsAnOutcome();
    void anotherOwnersTokenIsNotGone_data();
    void anotherOwnersTokenIsNotGone();
    void withoutAllAccountsNothingIsGone();
    void aLostDeletionMayHaveHappened();
    void findsTheOwner();
    void aLostDeletionIsLookedUp();
    void aDeletionWithoutEffectIsSaid();
    void theBootstrapTokenIsNotRevoked();
    void badIdsReachNoPath_data();
    void badIdsReachNoPath();
    void theAllowListBinds();
    void everyAttemptIsReportedOnce();
};

void TokenRollTest::rollsAndHoldsTheSecret()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kRoll, QString::fromLatin1(kNewSecret));
    const auto rolled = await(world.changes.roll(users(), {}));
    QVERIFY2(rolled, rolled ? "" : qPrintable(rolled.error().message));
    QCOMPARE(rolled->secret.reveal(), kNewSecret);
    QCOMPARE(rolled->keychainItem, u"token/"_s + kOldId);
    QCOMPARE(rolled->warnings, QStringList());
    QCOMPARE(world.keychain.held(kOldId), kNewSecret);
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kRoll}));
    QCOMPARE(world.actions.size(), size_t(1));
    QCOMPARE(world.actions.front().tokenName, u"ci"_s);
}

void TokenRollTest::withoutAKeychainTheSecretIsInTheAnswer_data()
{
    QTest::addColumn<FaultyStore::Fault>("fault");
    QTest::newRow("none there") << FaultyStore::Fault::Unavailable;
    QTest::newRow("refuses") << FaultyStore::Fault::RefusesWrites;
    QTest::newRow("forgets") << FaultyStore::Fault::ForgetsWrites;
    QTest::newRow("fails") << FaultyStore::Fault::FailsReads;
}

void TokenRollTest::withoutAKeychainTheSecretIsInTheAnswer()
{
    QFETCH(FaultyStore::Fault, fault);
    ChangesWorld world;
    world.keychain.fault = fault;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kRoll, QString::fromLatin1(kNewSecret));
    const auto rolled = await(world.changes.roll(users(), {}));
    QVERIFY(rolled);
    QCOMPARE(rolled->secret.reveal(), kNewSecret);
    QVERIFY(rolled->keychainItem.isEmpty());
    QCOMPARE(rolled->warnings.size(), 1);
}

void TokenRollTest::aLostRollIsNotRepeated()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.script(kRoll, kEdgePage);
    const auto rolled = await(world.changes.roll(users(), {}));
    QVERIFY(!rolled);
    QCOMPARE(rolled.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(rolled.error().message.contains("Roll the token again"_L1));
    QCOMPARE(world.transport.callNames().count(kRoll), 1);
    QCOMPARE(world.changes.underWay(), 0);
}

void TokenRollTest::aSentRollIsNotCancelled()
{
    ChangesWorld world;
    base::CancelSource cancel;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kRoll, QString::fromLatin1(kNewSecret));
    world.transport.hold(kRoll);
    auto task = world.changes.roll(users(), {}, cancel.token());
    QCOMPARE(world.changes.underWay(), 1);
    cancel.cancel();
    QVERIFY(!world.transport.calls().back().cancel.isCancelled());
    world.transport.release();
    QVERIFY(await(std::move(task)));
    QCOMPARE(world.keychain.held(kOldId), kNewSecret);
    QCOMPARE(world.changes.underWay(), 0);
}

void TokenRollTest::theBootstrapTokenIsNotRolled()
{
    ChangesWorld world;
    const auto rolled = await(world.changes.roll({.tokenId = kTokenId}, {}));
    QVERIFY(!rolled);
    QCOMPARE(rolled.error().code, Error::Code::PermissionDenied);
    QVERIFY(rolled.error().message.contains("dashboard"_L1));
    for (const QString &call : world.transport.callNames())
        QVERIFY2(call.startsWith("GET"_L1), qPrintable(call));
}

// A token from the keychain is used without asking Cloudflare, so its id may not be known yet.
void TokenRollTest::theStoredBootstrapTokenIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("tokenId");
    QTest::addColumn<bool>("reachable");
    QTest::newRow("id not stored") << QByteArray() << true;
    QTest::newRow("id stored") << kTokenId.toLatin1() << true;
    QTest::newRow("id not to be found out") << QByteArray() << false;
}

void TokenRollTest::theStoredBootstrapTokenIsLeftAlone()
{
    QFETCH(QByteArray, tokenId);
    QFETCH(bool, reachable);
    ChangesWorld world;
    const base::Secret item(R"({"version":1,"accountId":"","tokenId":")" + tokenId + R"(","token":")" + kUserToken
                            + R"("})");
    QVERIFY(await(world.store.write(u"bootstrap"_s, item)));
    tokens::ConnectionService stored(world.api, world.accounts, world.store);
    QVERIFY(await(stored.loadStored()).value());
    tokens::TokenChanges changes({.api = world.api,
                                  .accounts = world.accounts,
                                  .connection = stored,
                                  .inventory = world.inventory,
                                  .reach = world.reach,
                                  .maker = world.maker,
                                  .store = world.keychain,
                                  .clock = world.clock,
                                  .patience = std::chrono::milliseconds(1)});
    if (!reachable)
        world.transport.instead(u"GET /v4/user/tokens/verify"_s)
            .refuse(u"GET /v4/user/tokens/verify"_s, 403, 10000, u"Authentication error"_s);
    const TokenAddress own{.tokenId = kTokenId, .kind = Owner::Kind::User};
    QVERIFY(!await(changes.roll(own, {})));
    QVERIFY(!await(changes.revoke(own, {})));
    QVERIFY(!await(changes.rotate({.address = own}, {})));
    QVERIFY(!await(changes.update({.address = own, .enabled = model::Enabled::No}, {})));
    for (const QString &call : world.transport.callNames())
        QVERIFY2(call.startsWith("GET"_L1), qPrintable(call));
}

void TokenRollTest::revokesWithOneCall()
{
    ChangesWorld world;
    world.inventory.add({.id = kOldId, .name = u"ci"_s});
    QVERIFY(await(world.keychain.write(tokens::HeldSecrets::keyOf(kOldId), base::Secret(kNewSecret))));
    world.transport.succeed(kDelete, QJsonObject{{u"id"_s, kOldId}});
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(revoked);
    QCOMPARE(revoked->gone, Gone::Now);
    QCOMPARE(world.transport.callNames(), QStringList{kDelete});
    QVERIFY(world.inventory.tokens().empty());
    QVERIFY(world.keychain.held(kOldId).isEmpty());
    QCOMPARE(world.actions.front().tokenName, u"ci"_s);
}

void TokenRollTest::aTokenGoneIsAnOutcome()
{
    ChangesWorld world;
    world.inventory.add({.id = kOldId, .name = u"ci"_s});
    world.transport.refuse(kDelete, 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountA), 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountB), 404, 1003, u"token not found"_s);
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(revoked);
    QCOMPARE(revoked->gone, Gone::Before);
    QVERIFY(world.inventory.tokens().empty());
    QVERIFY(!world.actions.front().error);
}

void TokenRollTest::anotherOwnersTokenIsNotGone_data()
{
    QTest::addColumn<int>("before");
    QTest::newRow("at once") << 0;
    QTest::newRow("throttled first") << 429;
    QTest::newRow("lost first") << 502;
}

void TokenRollTest::anotherOwnersTokenIsNotGone()
{
    QFETCH(int, before);
    ChangesWorld world;
    world.inventory.add({.owner = Owner::account(kAccountB), .id = kOldId, .name = u"ci"_s});
    QVERIFY(await(world.keychain.write(tokens::HeldSecrets::keyOf(kOldId), base::Secret(kNewSecret))));
    if (before != 0)
        world.transport.refuse(kDelete, before, 971, u"not now"_s);
    world.transport.refuse(kDelete, 404, 1003, u"token not found"_s);
    world.transport.refuse(kGet, 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountA), 404, 1003, u"token not found"_s);
    world.transport.succeed(ofAccount(u"GET"_s, kAccountB), ChangesWorld::live());
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::NotFound);
    QVERIFY(revoked.error().message.contains(kAccountB));
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.keychain.held(kOldId), kNewSecret);
}

void TokenRollTest::withoutAllAccountsNothingIsGone()
{
    ChangesWorld world;
    world.transport.instead(u"GET /v4/accounts"_s).refuse(u"GET /v4/accounts"_s, 403, 10000, u"Authentication error"_s);
    QVERIFY(await(world.keychain.write(tokens::HeldSecrets::keyOf(kOldId), base::Secret(kNewSecret))));
    world.transport.refuse(kDelete, 404, 1003, u"token not found"_s);
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(revoked.error().message.contains("not every owner"_L1));
    QCOMPARE(world.keychain.held(kOldId), kNewSecret);
}

void TokenRollTest::aLostDeletionMayHaveHappened()
{
    ChangesWorld world;
    const Error down{.code = Error::Code::Unavailable, .message = u"Can't reach Cloudflare."_s};
    world.transport.script(kDelete, kEdgePage);
    world.transport.script(kDelete, down);
    world.transport.script(kGet, down);
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::OutcomeUnknown);
}

void TokenRollTest::findsTheOwner()
{
    ChangesWorld world;
    world.transport.refuse(kGet, 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountA), 404, 1003, u"token not found"_s);
    world.transport.succeed(ofAccount(u"GET"_s, kAccountB), ChangesWorld::live());
    world.transport.succeed(ofAccount(u"DELETE"_s, kAccountB), QJsonObject{{u"id"_s, kOldId}});
    const auto revoked = await(world.changes.revoke({.tokenId = kOldId}, {}));
    QVERIFY(revoked);
    QCOMPARE(revoked->owner, Owner::account(kAccountB));
    QCOMPARE(world.actions.front().owner, Owner::account(kAccountB));

    world.transport.forgetCalls();
    world.inventory.add({.owner = Owner::account(kAccountB), .id = kOldId});
    QVERIFY(await(world.changes.revoke({.tokenId = kOldId}, {})));
    QCOMPARE(world.transport.callNames(), QStringList{ofAccount(u"DELETE"_s, kAccountB)});
}

void TokenRollTest::aLostDeletionIsLookedUp()
{
    ChangesWorld world;
    world.transport.script(kDelete, kEdgePage);
    world.transport.refuse(kGet, 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountA), 404, 1003, u"token not found"_s);
    world.transport.refuse(ofAccount(u"GET"_s, kAccountB), 404, 1003, u"token not found"_s);
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(revoked);
    QCOMPARE(revoked->gone, Gone::Now);
}

void TokenRollTest::aDeletionWithoutEffectIsSaid()
{
    ChangesWorld world;
    world.transport.script(kDelete, kEdgePage);
    world.transport.succeed(kGet, ChangesWorld::live());
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::Unavailable);
    QVERIFY(revoked.error().message.contains("not revoked"_L1));
}

void TokenRollTest::theBootstrapTokenIsNotRevoked()
{
    ChangesWorld world;
    const auto revoked = await(world.changes.revoke({.tokenId = kTokenId, .kind = Owner::Kind::User}, {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::PermissionDenied);
    QVERIFY(world.transport.calls().empty());
}

// D4: what is not an id never becomes part of a path, in any of the four.
void TokenRollTest::badIdsReachNoPath_data()
{
    QTest::addColumn<QString>("tokenId");
    QTest::addColumn<QString>("accountId");
    QTest::addColumn<QString>("field");
    QTest::newRow("zones") << u"../../zones/"_s + kZoneId << QString() << u"tokenId"_s;
    QTest::newRow("other account") << u"../../accounts/%1/tokens/%2"_s.arg(kAccountA, kOldId) << QString()
                                   << u"tokenId"_s;
    QTest::newRow("empty") << QString() << QString() << u"tokenId"_s;
    QTest::newRow("upper case") << kOldId.toUpper() << QString() << u"tokenId"_s;
    QTest::newRow("newline") << kOldId + u'\n' << QString() << u"tokenId"_s;
    QTest::newRow("query") << kOldId.left(30) + u"?a"_s << QString() << u"tokenId"_s;
    QTest::newRow("account path") << kOldId << u"../user"_s << u"accountId"_s;
}

void TokenRollTest::badIdsReachNoPath()
{
    QFETCH(QString, tokenId);
    QFETCH(QString, accountId);
    QFETCH(QString, field);
    ChangesWorld world;
    const TokenAddress address{.tokenId = tokenId, .accountId = accountId};
    const auto revoked = await(world.changes.revoke(address, {}));
    const auto rolled = await(world.changes.roll(address, {}));
    const auto rotated = await(world.changes.rotate({.address = address}, {}));
    QCOMPARE(revoked ? QString() : revoked.error().field, field);
    QCOMPARE(rolled ? QString() : rolled.error().field, field);
    QCOMPARE(rotated ? QString() : rotated.error().field, field);
    QVERIFY(world.transport.calls().empty());
}

void TokenRollTest::theAllowListBinds()
{
    ChangesWorld world({kAccountB});
    world.transport.succeed(kGet, ChangesWorld::live()); // reaches account A
    const auto revoked = await(world.changes.revoke(users(), {}));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().code, Error::Code::PermissionDenied);
    const auto rolled = await(world.changes.roll(users(), {}));
    QVERIFY(!rolled);
    const auto foreign = await(world.changes.revoke({.tokenId = kOldId, .accountId = kAccountA}, {}));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().field, u"ALLOWED_ACCOUNT_IDS"_s);
    for (const QString &call : world.transport.callNames())
        QCOMPARE(call, kGet);
}

void TokenRollTest::everyAttemptIsReportedOnce()
{
    ChangesWorld world;
    world.transport.succeed(kDelete, QJsonObject{{u"id"_s, kOldId}});
    world.transport.refuse(kGet, 403, 10000, u"Authentication error"_s);
    const tokens::Actor actor{.client = u"claude"_s, .correlationId = "ctm-7"};
    QVERIFY(await(world.changes.revoke(users(), actor)));
    QVERIFY(!await(world.changes.roll(users(), actor)));
    QVERIFY(!await(world.changes.rotate({.address = users()}, actor)));
    QStringList operations;
    for (const tokens::TokenAction &action : world.actions) {
        operations.append(action.operation);
        QCOMPARE(action.actor.client, u"claude"_s);
        QCOMPARE(action.actor.correlationId, "ctm-7");
        QCOMPARE(action.tokenId, kOldId);
    }
    QCOMPARE(operations, (QStringList{u"revoke_token"_s, u"roll_token"_s, u"rotate_token"_s}));
    QCOMPARE(world.actions.back().error->cfRay, u"8f00ba4-TST"_s);
}

QTEST_GUILESS_MAIN(TokenRollTest)
#include "tst_tokenroll.moc"
