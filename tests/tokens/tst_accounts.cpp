// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllPagesOnce();
    void withoutATotalAFullPageIsNotTheLast();
    void theSamePageForEverEnds();
    void anOlderTokensListIsNotKept();
    void theAllowListCuts();
    void anAccountTokenMayNotBeAbleToList();
};

void AccountsTest::readsAllPagesOnce()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.succeed(u"GET /v4/accounts"_s, QJsonArray{account(kAccountA, u"Harbour Labs"_s)},
                            {{u"total_count"_s, 2}});
    world.transport.succeed(u"GET /v4/accounts"_s, QJsonArray{account(kAccountB, u"Fernhill"_s)},
                            {{u"total_count"_s, 2}});
    QCOMPARE(await(world.accounts.list())->size(), size_t(2));
    QCOMPARE(await(world.accounts.list())->size(), size_t(2));
    QCOMPARE(world.transport.calls().size(), size_t(2));
    QCOMPARE(world.accounts.nameOf(kAccountB), u"Fernhill"_s);
    QCOMPARE(world.accounts.nameOf(kUserTag), u"cccccccc…"_s);
}

void AccountsTest::withoutATotalAFullPageIsNotTheLast()
{
    ServiceWorld world;
    world.connectAsUser();
    QJsonArray full;
    for (int i = 0; i < 50; ++i)
        full.append(account(u"%1"_s.arg(i, 32, 16, QLatin1Char('0')), u"A"_s));
    world.transport.succeed(u"GET /v4/accounts"_s, full);
    world.transport.succeed(u"GET /v4/accounts"_s, QJsonArray{account(kAccountB, u"Fernhill"_s)});
    QCOMPARE(await(world.accounts.list())->size(), size_t(51));
}

void AccountsTest::theSamePageForEverEnds()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.succeed(u"GET /v4/accounts"_s, QJsonArray{account(kAccountA, u"Harbour Labs"_s)},
                            {{u"total_count"_s, 2000}});
    QCOMPARE(await(world.accounts.list())->size(), size_t(1));
    QCOMPARE(world.transport.calls().size(), size_t(2));
}

void AccountsTest::anOlderTokensListIsNotKept()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"of the older"_s)});
    world.offerAccounts({account(kAccountB, u"of the newer"_s)});
    world.transport.hold(u"GET /v4/accounts"_s);
    auto older = world.accounts.list();
    QVERIFY(await(world.connection.connectWith({.token = base::Secret(kUserToken + "2")})));
    world.transport.release();
    QVERIFY(await(std::move(older)));
    QVERIFY(world.accounts.known().empty());
    QCOMPARE(await(world.accounts.list())->front().name, u"of the newer"_s);
}

void AccountsTest::theAllowListCuts()
{
    ServiceWorld world({kAccountB});
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s), account(kAccountB, u"B"_s)});
    const auto list = await(world.accounts.list());
    QCOMPARE(list->size(), size_t(1));
    QCOMPARE(list->front().id, kAccountB);
    QVERIFY(world.accounts.checkAllowed(kAccountB));
    QCOMPARE(world.accounts.checkAllowed(kAccountA).error().code, base::Error::Code::PermissionDenied);
}

void AccountsTest::anAccountTokenMayNotBeAbleToList()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    QVERIFY(!await(world.accounts.list()));
    world.accounts.setOwn({.id = kAccountA, .name = u"Harbour Labs"_s});
    const auto list = await(world.accounts.list());
    QVERIFY(list);
    QCOMPARE(list->front().name, u"Harbour Labs"_s);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
