// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using tokens::Inventory;

class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUserAndEveryAccount();
    void anUnreadListIsSaid();
    void aFailedRefreshKeepsTheOldList();
    void aLongRefreshShowsAPartAtATime();
    void aStoppedRefreshKeepsWhatItRead();
    void aNewTokenAppears();
    void aTokenMadeDuringARefreshStays();
    void aTokenRevokedDuringARefreshIsGone();
    void anotherBootstrapTokenEmptiesIt();
    void aRefreshFollowsTheBootstrapToken();
    void withoutAConnection();

private:
    static void connectAnother(ServiceWorld &world)
    {
        QVERIFY(await(world.connection.connectWith({.token = base::Secret(kUserToken + "2")})));
    }
};

void InventoryTest::readsTheUserAndEveryAccount()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA),
                            QJsonArray{tokenJson(kUserTag, u"theirs"_s)});
    QSignalSpy progress(&world.inventory, &Inventory::progressChanged);
    QCOMPARE(world.inventory.state(), Inventory::State::Empty);
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(2));
    QCOMPARE(world.inventory.tokens().at(1).owner, model::Owner::account(kAccountA));
    QCOMPARE(world.inventory.ownerName(world.inventory.tokens().at(1).owner), u"Harbour Labs"_s);
    QVERIFY(world.inventory.unread().empty());
    QCOMPARE(world.inventory.updatedAt(), world.clock.now());
    QCOMPARE(progress.size(), 2);
    QCOMPARE(world.inventory.progress().pagesDone, 2);
    QCOMPARE(world.inventory.progress().pagesTotal, 2);
}

void InventoryTest::anUnreadListIsSaid()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.refuse(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA), 403, 9109, u"Unauthorized"_s);
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.unread().size(), size_t(1));
    QCOMPARE(world.inventory.unread().front().ownerName, u"Harbour Labs"_s);
    QCOMPARE(world.inventory.unread().front().error.code, base::Error::Code::PermissionDenied);
}

void InventoryTest::aFailedRefreshKeepsTheOldList()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.script(u"GET /v4/user/tokens"_s,
                           base::Error{.code = base::Error::Code::ProtocolError, .message = u"odd"_s});
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Failed);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.error()->message, u"odd"_s);
}

void InventoryTest::aLongRefreshShowsAPartAtATime()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA),
                            QJsonArray{tokenJson(kUserTag, u"theirs"_s)});
    std::vector<std::pair<Inventory::State, size_t>> shown;
    connect(&world.inventory, &Inventory::tokensChanged, this,
            [&] { shown.emplace_back(world.inventory.state(), world.inventory.tokens().size()); });
    world.transport.hold(u"GET /v4/user/tokens"_s);
    world.inventory.refresh();
    world.inventory.add({.id = QString(32, u'd'), .name = u"made meanwhile"_s});
    QCOMPARE(shown.size(), size_t(1));
    world.clock.advance(std::chrono::seconds(1));
    world.transport.release();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(shown.size(), size_t(3));
    QCOMPARE(shown.at(1), std::pair(Inventory::State::Loading, size_t(2)));
    QCOMPARE(shown.at(2).second, size_t(3)); // what was made meanwhile is there at every step
}

void InventoryTest::aStoppedRefreshKeepsWhatItRead()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    const QString theirs = u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA);
    world.transport.succeed(theirs, QJsonArray{tokenJson(kUserTag, u"theirs"_s)});
    world.transport.hold(theirs);
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.progress().pagesDone, 1);
    QVERIFY(world.inventory.tokens().empty()); // too little time has gone by
    world.inventory.stop();
    world.transport.release();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.updatedAt(), world.clock.now());
    QCOMPARE(world.inventory.unread().size(), size_t(1));
    QCOMPARE(world.inventory.unread().front().ownerName, u"Harbour Labs"_s);
    QCOMPARE(world.inventory.unread().front().error.code, base::Error::Code::Cancelled);
}

void InventoryTest::aNewTokenAppears()
{
    ServiceWorld world;
    QSignalSpy changed(&world.inventory, &Inventory::tokensChanged);
    world.inventory.add({.id = kTokenId, .name = u"new"_s});
    world.inventory.add({.id = kTokenId, .name = u"renamed"_s});
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.tokens().front().name, u"renamed"_s);
    QCOMPARE(changed.size(), 2);
}

void InventoryTest::aTokenMadeDuringARefreshStays()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"older"_s)});
    world.transport.hold(u"GET /v4/user/tokens"_s);
    world.inventory.refresh();
    world.inventory.add({.id = kUserTag, .name = u"made meanwhile"_s});
    world.inventory.add({.id = kTokenId, .name = u"listed as well"_s});
    world.transport.release();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(2));
    QCOMPARE(world.inventory.tokens().front().name, u"listed as well"_s); // the list may be from before
    QCOMPARE(world.inventory.tokens().back().name, u"made meanwhile"_s);
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(1)); // gone at Cloudflare, gone here
}

void InventoryTest::aTokenRevokedDuringARefreshIsGone()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.succeed(u"GET /v4/user/tokens"_s,
                            QJsonArray{tokenJson(kTokenId, u"old name"_s), tokenJson(kUserTag, u"revoked"_s)});
    world.inventory.add({.id = kUserTag, .name = u"revoked"_s});
    world.transport.hold(u"GET /v4/user/tokens"_s);
    world.inventory.refresh();
    world.inventory.remove(kUserTag);
    QVERIFY(world.inventory.tokens().empty());
    world.inventory.add({.id = kTokenId, .name = u"new name"_s});
    world.transport.release();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.tokens().front().name, u"new name"_s);
}

void InventoryTest::anotherBootstrapTokenEmptiesIt()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"of the older"_s)});
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    connectAnother(world);
    QVERIFY(world.inventory.tokens().empty());
    QCOMPARE(world.inventory.state(), Inventory::State::Empty);
}

void InventoryTest::aRefreshFollowsTheBootstrapToken()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"of the older"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"of the newer"_s)});
    world.transport.hold(u"GET /v4/user/tokens"_s);
    world.inventory.refresh();
    connectAnother(world);
    QCOMPARE(world.inventory.state(), Inventory::State::Loading);
    world.transport.release();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Ready);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.tokens().front().name, u"of the newer"_s);
}

void InventoryTest::withoutAConnection()
{
    ServiceWorld world;
    world.inventory.refresh();
    QTRY_COMPARE(world.inventory.state(), Inventory::State::Failed);
    QCOMPARE(world.inventory.error()->code, base::Error::Code::Unauthenticated);
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_inventory.moc"
