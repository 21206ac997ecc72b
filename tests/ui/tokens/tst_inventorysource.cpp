// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"
#include "ui/tokens/inventorysource.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace tokensmith;
using namespace tokensmith::test;
using State = ui::TokenListStatus::State;

class InventorySourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheInventoryHas();
    void tellsWhatIsMissing();
    void tellsAFailure();
    void pausesGrow();
    void triesAgainByItself();
    void triesAgainWhenTheNetworkIsBack();
    void triesAgainAfterTheClockWasSetBack();
    void leavesOtherFailuresAlone();

private:
    /** A world whose Cloudflare is out of reach until succeedAgain(). */
    static void goOffline(ServiceWorld &world, const base::Error &error = kUnreached);
    static void succeedAgain(ServiceWorld &world);

    inline static const base::Error kUnreached{.code = base::Error::Code::Unavailable, .message = u"No network."_s};
    inline static const QString kVerify = u"GET /v4/user/tokens/verify"_s;
    inline static const QString kList = u"GET /v4/user/tokens"_s;
};

void InventorySourceTest::goOffline(ServiceWorld &world, const base::Error &error)
{
    world.connectAsUser();
    world.offerAccounts({});
    world.transport.instead(kList).script(kList, error);
}

void InventorySourceTest::succeedAgain(ServiceWorld &world)
{
    world.transport.instead(kList).succeed(kList, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
}

void InventorySourceTest::tellsWhatTheInventoryHas()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA), QJsonArray{});
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames});
    std::vector<State> states;
    QObject::connect(&source, &ui::TokenSource::statusChanged, &source,
                     [&] { states.push_back(source.status().state); });
    QSignalSpy tokens(&source, &ui::TokenSource::tokensChanged);
    QCOMPARE(source.status().state, State::Empty);
    QVERIFY(!source.status().updatedAt.isValid());
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Ready);
    QCOMPARE(states, (std::vector{State::Loading, State::Loading, State::Loading, State::Ready})); // two pages between
    QCOMPARE(source.tokens().size(), size_t(1));
    QCOMPARE(source.status().updatedAt, world.clock.now());
    QCOMPARE(source.status().pagesDone, 2);
    QCOMPARE(source.status().pagesTotal, 2);
    QCOMPARE(tokens.count(), 1);
    QCOMPARE(source.ownerName(model::Owner::account(kAccountA)), u"Harbour Labs"_s);
}

void InventorySourceTest::tellsWhatIsMissing()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{});
    world.transport.refuse(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA), 403, 9109, u"Unauthorized"_s);
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames});
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Ready);
    const ui::TokenListStatus status = source.status();
    QCOMPARE(status.missing.size(), size_t(1));
    QCOMPARE(status.missing.front().ownerName, u"Harbour Labs"_s);
    QCOMPARE(status.missing.front().error.cloudflareCode, 9109);
}

void InventorySourceTest::tellsAFailure()
{
    ServiceWorld world; // not connected
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames});
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Failed);
    QVERIFY(source.status().error.has_value());
    source.stop(); // nothing runs: nothing happens
    QCOMPARE(source.status().state, State::Failed);
}

void InventorySourceTest::pausesGrow()
{
    std::vector<qint64> pauses;
    for (const int failures : {1, 2, 3, 4, 5, 6, 7, 1000})
        pauses.push_back(ui::retryPause(failures).count());
    QCOMPARE(pauses, (std::vector<qint64>{10, 20, 40, 80, 160, 300, 300, 300}));
}

void InventorySourceTest::triesAgainByItself()
{
    ServiceWorld world;
    goOffline(world);
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames, .look = 1ms});
    source.refresh();
    QTimer beside;
    beside.start(1ms);
    for (const int pause : {10, 20, 40}) {
        QTRY_COMPARE(source.status().nextTryAt, world.clock.now().addSecs(pause));
        QCOMPARE(source.status().state, State::Failed);
        QVERIFY(ui::isOffline(source.status()));
        QSignalSpy looks(&beside, &QTimer::timeout);
        QSignalSpy changed(&source, &ui::TokenSource::statusChanged);
        world.clock.advance(std::chrono::seconds(pause - 1));
        QTRY_VERIFY(looks.count() >= 10); // the source looks as often, and it is not yet time
        QCOMPARE(changed.count(), 0);
        world.clock.advance(1s);
        QTRY_VERIFY(changed.count() > 0);
        if (source.status().state == State::Loading) {
            QVERIFY(ui::isOffline(source.status())); // until it is known better
            QVERIFY(!source.status().nextTryAt.isValid());
        }
    }
    succeedAgain(world);
    world.clock.advance(80s);
    QTRY_COMPARE(source.status().state, State::Ready);
    QVERIFY(!source.status().nextTryAt.isValid());
    QVERIFY(!source.status().error);
    goOffline(world);
    source.refresh();
    QTRY_COMPARE(source.status().nextTryAt, world.clock.now().addSecs(10)); // it counts anew
}

void InventorySourceTest::triesAgainWhenTheNetworkIsBack()
{
    ServiceWorld world;
    goOffline(world);
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames, .look = 1ms});
    source.onNetworkBack(); // nothing failed
    QCOMPARE(source.status().state, State::Empty);
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Failed);
    source.refresh();
    QTRY_COMPARE(source.status().nextTryAt, world.clock.now().addSecs(20));
    source.onNetworkBack(); // a little too early: the names of hosts are not resolved yet
    QTRY_COMPARE(source.status().nextTryAt, world.clock.now().addSecs(10));
    succeedAgain(world);
    source.onNetworkBack();
    QTRY_COMPARE(source.status().state, State::Ready);
}

void InventorySourceTest::triesAgainAfterTheClockWasSetBack()
{
    ServiceWorld world;
    goOffline(world);
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames, .look = 1ms});
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Failed);
    succeedAgain(world);
    world.clock.advance(-1h);
    QTRY_COMPARE(source.status().state, State::Ready);
}

void InventorySourceTest::leavesOtherFailuresAlone()
{
    ServiceWorld world;
    goOffline(world, {.code = base::Error::Code::PermissionDenied, .message = u"No."_s});
    ui::InventorySource source(world.inventory, {.clock = world.clock, .zones = world.zoneNames, .look = 1ms});
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Failed);
    QVERIFY(!source.status().nextTryAt.isValid());
    QVERIFY(!ui::isOffline(source.status()));
    goOffline(world, {.code = base::Error::Code::Unavailable, .message = u"Busy."_s, .retryAfter = 90s});
    source.refresh();
    QTRY_COMPARE(source.status().nextTryAt, world.clock.now().addSecs(90)); // as long as Cloudflare asks for
}

QTEST_GUILESS_MAIN(InventorySourceTest)
#include "tst_inventorysource.moc"
