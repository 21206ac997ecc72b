// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/lock.h"
#include "tests/tokens/serviceworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::ConnectionService;

class LockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockedProgramAsksNothing();
    void whatIsKnownStays();
    void theKeychainUnlocks();
    void theGivenTokenUnlocks();
    void anotherGivenTokenIsCheckedAgain();
    void aCheckUnderWayDoesNotUnlock();
    void savingDoesNotUnlock();
    void waitsForChangesUnderWay();
    void unlockingBeforeTheEndKeepsTheToken();

private:
    static void offerManager(ServiceWorld &world)
    {
        world.transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
        QJsonObject self = tokenJson(kTokenId, u"keyring"_s);
        self.insert("policies"_L1, QJsonArray{QJsonObject{{u"permission_groups"_s,
                                                           QJsonArray{group(u"g"_s, u"API Tokens Write"_s, {})}}}});
        world.transport.succeed(u"GET /v4/user/tokens/"_s + kTokenId, self);
    }
};

void LockTest::aLockedProgramAsksNothing()
{
    ServiceWorld world;
    world.connectAsUser();
    QSignalSpy changed(&world.connection, &ConnectionService::lockChanged);
    world.connection.lock();
    world.connection.lock();
    QCOMPARE(changed.count(), 1);
    QVERIFY(world.connection.isLocked());
    QVERIFY(!world.api.hasCredential());
    const auto connection = await(world.connection.ensure());
    QVERIFY(!connection);
    QCOMPARE(connection.error().message, ConnectionService::lockedError().message);
    const auto asked = await(world.api.getToken(Owner::user(), kTokenId));
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, Error::Code::Unavailable);
    QCOMPARE(asked.error().message, ConnectionService::lockedError().message);
    QVERIFY(world.transport.calls().empty());
}

void LockTest::whatIsKnownStays()
{
    ServiceWorld world;
    world.connectAsUser();
    const QString identity = world.connection.identity();
    QSignalSpy changed(&world.connection, &ConnectionService::connectionChanged);
    world.connection.lock();
    QCOMPARE(world.connection.identity(), identity);
    QVERIFY(world.connection.current());
    QVERIFY(changed.isEmpty()); // nothing on the screen or on disk is another's now
}

void LockTest::theKeychainUnlocks()
{
    ServiceWorld world;
    offerManager(world);
    QVERIFY(await(world.connection.connectAndSave({.token = base::Secret(kUserToken)})));
    world.connection.lock();
    QSignalSpy changed(&world.connection, &ConnectionService::lockChanged);
    const auto loaded = await(world.connection.loadStored());
    QVERIFY(loaded && *loaded);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!world.connection.isLocked());
    QCOMPARE(world.connection.current()->tokenName, u"keyring"_s); // known from before
    QVERIFY(await(world.api.getToken(Owner::user(), kTokenId)));
    QCOMPARE(world.transport.calls().back().bearer.reveal(), kUserToken);
}

void LockTest::theGivenTokenUnlocks()
{
    ServiceWorld world;
    world.connectAsUser();
    world.connection.lock();
    world.connection.setGiven({.token = base::Secret(kUserToken)});
    QVERIFY(!world.connection.isLocked());
    QVERIFY(world.transport.calls().empty()); // it was checked before
    QVERIFY(await(world.api.getToken(Owner::user(), kTokenId)));
}

void LockTest::anotherGivenTokenIsCheckedAgain()
{
    ServiceWorld world;
    world.connectAsUser();
    world.connection.lock();
    world.connection.setGiven({.token = base::Secret("cfut_" + QByteArray(48, 'n'))});
    QVERIFY(!world.connection.isLocked());
    QVERIFY(await(world.connection.ensure()));
    QCOMPARE(world.transport.callNames().value(0), u"GET /v4/user/tokens/verify"_s);
}

void LockTest::aCheckUnderWayDoesNotUnlock()
{
    ServiceWorld world;
    offerManager(world);
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    auto connecting = world.connection.connectWith({.token = base::Secret(kUserToken)});
    world.connection.lock();
    world.transport.release();
    const auto connected = await(std::move(connecting));
    QVERIFY(!connected);
    QVERIFY(world.connection.isLocked());
    QVERIFY(!world.api.hasCredential());
}

void LockTest::savingDoesNotUnlock()
{
    ServiceWorld world;
    offerManager(world);
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    auto saving = world.connection.connectAndSave({.token = base::Secret(kUserToken)});
    world.connection.lock();
    world.transport.release();
    QVERIFY(await(std::move(saving)));
    QVERIFY(world.connection.isLocked());
    const auto loaded = await(world.connection.loadStored());
    QVERIFY(loaded && *loaded);
    QVERIFY(!world.connection.isLocked());
}

void LockTest::waitsForChangesUnderWay()
{
    ServiceWorld world;
    world.connectAsUser();
    int underWay = 1;
    tokens::Lock lock(world.connection, [&underWay] { return underWay; });
    QSignalSpy changed(&lock, &tokens::Lock::changed);
    QVERIFY(!lock.refusal());
    lock.lock();
    QCOMPARE(changed.count(), 1);
    QVERIFY(lock.refusal());            // nothing new begins,
    QVERIFY(world.api.hasCredential()); // and what runs can end
    underWay = 0;
    QTRY_VERIFY(!world.api.hasCredential());
    QVERIFY(world.connection.isLocked());
}

void LockTest::unlockingBeforeTheEndKeepsTheToken()
{
    ServiceWorld world;
    world.connectAsUser();
    int underWay = 1;
    tokens::Lock lock(world.connection, [&underWay] { return underWay; });
    lock.lock();
    lock.unlock();
    QVERIFY(!lock.refusal());
    underWay = 0;
    QSignalSpy locked(&world.connection, &ConnectionService::lockChanged);
    QVERIFY(!locked.wait(1200)); // longer than it waits between looks
    QVERIFY(world.api.hasCredential());
}

QTEST_GUILESS_MAIN(LockTest)
#include "tst_lock.moc"
