// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::ConnectionService;

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFormsNeverLeave_data();
    void badFormsNeverLeave();
    void aCheckChangesNothing();
    void aUserTokenIsKept();
    void anAccountTokenFindsItsAccount();
    void anAccountTokenAsksForItsAccount();
    void anOldTokenIsTriedOnBothPaths();
    void aTokenThatMayOnlyReadIsRefused();
    void aBrokenKeychainItemIsSaid();
    void nothingStoredIsNoError();
    void aGivenTokenIsTriedAgain();
    void theFirstCheckStopsWithItsCaller();
    void aNewerTokenIsNotReplacedByAnOlderCheck();
    void aNewerTokenIsNotReplacedByTheStoredOne();
    void anotherUsersTagIsAskedFor();
    void theUsersTagIsTakenOffTheOwnPolicies();
    void aFaultIsNotTakenForAnAccountToken();
    void rightsAreKnownByIdToo_data();
    void rightsAreKnownByIdToo();
    void ownersInReach();

private:
    static const QByteArray kNewer;

    static void offerSelf(ServiceWorld &world, const QString &path, const QString &groupName)
    {
        QJsonObject self = tokenJson(kTokenId, u"keyring"_s);
        self.insert("policies"_L1,
                    QJsonArray{QJsonObject{{u"permission_groups"_s, QJsonArray{group(u"g"_s, groupName, u"s"_s)}}}});
        world.transport.succeed(path, self);
    }
};

void ConnectionTest::badFormsNeverLeave_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("cfut_abc");
    QTest::newRow("space") << kUserToken + " x";
    QTest::newRow("new line") << kUserToken + "\nX-Evil: 1";
    QTest::newRow("quoted") << '"' + kUserToken + '"';
    QTest::newRow("global key") << "cfk_" + QByteArray(48, 'k');
    QTest::newRow("OAuth") << "cfoat_" + QByteArray(48, 'k');
    QTest::newRow("endless") << QByteArray(4000, 'x');
}

void ConnectionTest::badFormsNeverLeave()
{
    QFETCH(QByteArray, token);
    ServiceWorld world;
    const auto connected = await(world.connection.connectWith({.token = base::Secret(token)}));
    QCOMPARE(connected.error().code, Error::Code::InvalidArgument);
    QCOMPARE(connected.error().field, u"token"_s);
    QVERIFY(world.transport.calls().empty());
}

void ConnectionTest::aCheckChangesNothing()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    QSignalSpy steps(&world.connection, &ConnectionService::stepPassed);
    QSignalSpy changed(&world.connection, &ConnectionService::connectionChanged);
    const auto found = await(world.connection.check({.token = base::Secret(kUserToken)}));
    QVERIFY(found);
    QCOMPARE(found->tokenName, u"keyring"_s);
    QCOMPARE(steps.size(), 4);
    QVERIFY(changed.isEmpty());
    QVERIFY(!world.connection.current());
    QVERIFY(!*await(world.connection.loadStored()));
}

void ConnectionTest::aUserTokenIsKept()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    QSignalSpy steps(&world.connection, &ConnectionService::stepPassed);
    const auto connected = await(world.connection.connectAndSave({.token = base::Secret(kUserToken)}));
    QVERIFY(connected);
    QCOMPARE(connected->owner, Owner::user());
    QCOMPARE(connected->tokenName, u"keyring"_s);
    QCOMPARE(steps.size(), 4);

    tokens::ConnectionService later(world.api, world.accounts, world.store);
    const auto loaded = await(later.loadStored());
    QVERIFY(loaded);
    QVERIFY(*loaded);
    QCOMPARE(later.current()->owner, Owner::user());
}

void ConnectionTest::anAccountTokenFindsItsAccount()
{
    ServiceWorld world;
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    world.transport.refuse(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA), 401, 1000, u"Invalid API Token"_s);
    world.transport.succeed(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountB), tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/accounts/%1/tokens/%2"_s.arg(kAccountB, kTokenId), u"Account API Tokens Write"_s);
    const auto connected = await(world.connection.connectAndSave({.token = base::Secret(kAccountToken)}));
    QVERIFY(connected);
    QCOMPARE(connected->owner, Owner::account(kAccountB));
    QCOMPARE(connected->accountName, u"Fernhill"_s);
    QVERIFY(!world.transport.callNames().contains(u"GET /v4/user/tokens/verify"_s));
}

void ConnectionTest::anAccountTokenAsksForItsAccount()
{
    ServiceWorld world;
    world.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto asked = await(world.connection.connectWith({.token = base::Secret(kAccountToken)}));
    QCOMPARE(asked.error().field, u"accountId"_s);
    world.transport.succeed(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA), tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/accounts/%1/tokens/%2"_s.arg(kAccountA, kTokenId), u"Account API Tokens Write"_s);
    QVERIFY(await(world.connection.connectWith({.token = base::Secret(kAccountToken), .accountId = kAccountA})));
}

void ConnectionTest::anOldTokenIsTriedOnBothPaths()
{
    ServiceWorld world;
    world.transport.refuse(u"GET /v4/user/tokens/verify"_s, 401, 1000, u"Invalid API Token"_s);
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA), tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/accounts/%1/tokens/%2"_s.arg(kAccountA, kTokenId), u"Account API Tokens Write"_s);
    const auto connected = await(world.connection.connectWith({.token = base::Secret(QByteArray(40, 'o'))}));
    QVERIFY(connected);
    QCOMPARE(connected->owner, Owner::account(kAccountA));
}

void ConnectionTest::aTokenThatMayOnlyReadIsRefused()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Read"_s);
    QSignalSpy changed(&world.connection, &ConnectionService::connectionChanged);
    const auto connected = await(world.connection.connectAndSave({.token = base::Secret(kUserToken)}));
    QCOMPARE(connected.error().code, Error::Code::PermissionDenied);
    QVERIFY(changed.isEmpty());
    QVERIFY(!*await(world.connection.loadStored()));
}

void ConnectionTest::aBrokenKeychainItemIsSaid()
{
    ServiceWorld world;
    QVERIFY(await(world.store.write(u"bootstrap"_s, base::Secret("not ours"))));
    QCOMPARE(await(world.connection.loadStored()).error().code, Error::Code::ProtocolError);
}

void ConnectionTest::nothingStoredIsNoError()
{
    ServiceWorld world;
    const auto loaded = await(world.connection.loadStored());
    QVERIFY(loaded);
    QVERIFY(!*loaded);
    QCOMPARE(await(world.connection.ensure()).error().code, Error::Code::Unauthenticated);
}

void ConnectionTest::aGivenTokenIsTriedAgain()
{
    ServiceWorld world;
    world.transport.script(u"GET /v4/user/tokens/verify"_s, Error{.code = Error::Code::Internal, .message = u"down"_s});
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    world.connection.setGiven({.token = base::Secret(kUserToken)});
    QVERIFY(!await(world.connection.ensure()));
    QVERIFY(await(world.connection.ensure()));
    const size_t calls = world.transport.calls().size();
    QCOMPARE(await(world.connection.ensure())->tokenId, kTokenId);
    QCOMPARE(await(world.connection.ensure())->tokenId, kTokenId); // the first did not take it along
    QCOMPARE(world.transport.calls().size(), calls);
}

void ConnectionTest::theFirstCheckStopsWithItsCaller()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    world.connection.setGiven({.token = base::Secret(kUserToken)});
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    base::CancelSource caller;
    auto leaving = world.connection.ensure({.cancel = caller.token()});
    auto staying = world.connection.ensure();
    caller.cancel();
    QVERIFY(world.transport.calls().front().cancel.isCancelled());
    QVERIFY(!world.transport.calls().back().cancel.isCancelled());
    QCOMPARE(world.transport.calls().size(), size_t(2));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    world.transport.release();
    QVERIFY(await(std::move(staying)));
    [[maybe_unused]] const auto left = await(std::move(leaving));
}

const QByteArray ConnectionTest::kNewer = "cfut_" + QByteArray(48, 'n');

void ConnectionTest::aNewerTokenIsNotReplacedByAnOlderCheck()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    world.connection.setGiven({.token = base::Secret(kUserToken)});
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    auto older = world.connection.ensure();
    world.transport.hold({});
    QVERIFY(await(world.connection.connectWith({.token = base::Secret(kNewer)})));
    QSignalSpy changed(&world.connection, &ConnectionService::connectionChanged);
    world.transport.release();
    QVERIFY(await(std::move(older)));
    QVERIFY(changed.isEmpty());
    world.transport.forgetCalls();
    QVERIFY(await(world.api.verify(Owner::user())));
    QCOMPARE(world.transport.calls().front().bearer.reveal(), kNewer);
}

void ConnectionTest::aNewerTokenIsNotReplacedByTheStoredOne()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    offerSelf(world, u"GET /v4/user/tokens/"_s + kTokenId, u"API Tokens Write"_s);
    QVERIFY(await(world.connection.connectAndSave({.token = base::Secret(kUserToken)})));
    QVERIFY(await(world.connection.connectWith({.token = base::Secret(kNewer)})));
    const auto loaded = await(world.connection.loadStored());
    QVERIFY(loaded && *loaded);
    world.transport.forgetCalls();
    QVERIFY(await(world.api.verify(Owner::user())));
    QCOMPARE(world.transport.calls().front().bearer.reveal(), kNewer);
}

void ConnectionTest::anotherUsersTagIsAskedFor()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.succeed(u"GET /v4/user"_s, QJsonObject{{u"id"_s, kUserTag}});
    world.transport.succeed(u"GET /v4/user"_s, QJsonObject{{u"id"_s, kTokenId}});
    world.transport.hold(u"GET /v4/user"_s);
    auto older = world.connection.userTag();
    QVERIFY(await(world.connection.connectWith({.token = base::Secret(kNewer)})));
    world.transport.release();
    QCOMPARE(*await(std::move(older)), kUserTag);
    QCOMPARE(*await(world.connection.userTag()), kTokenId);
}

// Cloudflare's own form for such a token gives it no right to read the user.
void ConnectionTest::theUsersTagIsTakenOffTheOwnPolicies()
{
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    QJsonObject self = tokenJson(kTokenId, u"bootstrap"_s);
    const QJsonObject manages{
        {u"permission_groups"_s, QJsonArray{group(u"g"_s, u"API Tokens Write"_s, model::scope::user)}},
        {u"effect"_s, u"allow"_s},
        {u"resources"_s, QJsonObject{{u"com.cloudflare.api.user."_s + kUserTag, u"*"_s}}}};
    self.insert("policies"_L1, QJsonArray{manages});
    world.transport.succeed(u"GET /v4/user/tokens/"_s + kTokenId, self);
    world.transport.refuse(u"GET /v4/user"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    QVERIFY(await(world.connection.connectAndSave({.token = base::Secret(kUserToken)})));
    QCOMPARE(await(world.connection.userTag()).value_or(QString()), kUserTag);

    tokens::ConnectionService later(world.api, world.accounts, world.store);
    QVERIFY(await(later.loadStored()).value());
    QCOMPARE(later.current()->tokenId, kTokenId);
    QCOMPARE(await(later.userTag()).value_or(QString()), kUserTag);
}

void ConnectionTest::aFaultIsNotTakenForAnAccountToken()
{
    ServiceWorld world;
    world.transport.refuse(u"GET /v4/accounts"_s, 503, 4242, u"down"_s);
    const auto connected = await(world.connection.connectWith({.token = base::Secret(kAccountToken)}));
    QCOMPARE(connected.error().code, Error::Code::Unavailable);
    QVERIFY(connected.error().field.isEmpty());
}

void ConnectionTest::rightsAreKnownByIdToo_data()
{
    QTest::addColumn<QString>("effect");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("allowed") << u"allow"_s << true;
    QTest::newRow("denied") << u"deny"_s << false;
}

void ConnectionTest::rightsAreKnownByIdToo()
{
    QFETCH(QString, effect);
    ServiceWorld world;
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
    QJsonObject self = tokenJson(kTokenId, u"keyring"_s);
    const QJsonArray renamed{group(u"686d18d5ac6c441c867cbf6771e58a0a"_s, u"Tokens: Edit"_s, u"s"_s)};
    self.insert("policies"_L1, QJsonArray{QJsonObject{{u"effect"_s, effect}, {u"permission_groups"_s, renamed}}});
    world.transport.succeed(u"GET /v4/user/tokens/"_s + kTokenId, self);
    QTEST(await(world.connection.connectWith({.token = base::Secret(kUserToken)})).has_value(), "accepted");
}

void ConnectionTest::ownersInReach()
{
    const std::vector<model::Account> accounts{{.id = kAccountA, .name = u"A"_s}};
    QCOMPARE(tokens::ownersInReach({.owner = Owner::user()}, accounts).size(), size_t(2));
    QCOMPARE(tokens::ownersInReach({.owner = Owner::account(kAccountA)}, accounts).size(), size_t(1));
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
