// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"
#include "ui/tokens/inventorysource.h"

#include <QSignalSpy>
#include <QTest>

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
};

void InventorySourceTest::tellsWhatTheInventoryHas()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA), QJsonArray{});
    ui::InventorySource source(world.inventory, world.zoneNames);
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
    ui::InventorySource source(world.inventory, world.zoneNames);
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
    ui::InventorySource source(world.inventory, world.zoneNames);
    source.refresh();
    QTRY_COMPARE(source.status().state, State::Failed);
    QVERIFY(source.status().error.has_value());
    source.stop(); // nothing runs: nothing happens
    QCOMPARE(source.status().state, State::Failed);
}

QTEST_GUILESS_MAIN(InventorySourceTest)
#include "tst_inventorysource.moc"
