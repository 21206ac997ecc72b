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
    for (const auto &a : world.accounts.known()) qInfo() << a.id << a.name;
    QCOMPARE(world.accounts.nameOf(kAccountB), u"Fernhill"_s);
    QCOMPARE(world.accounts.nameOf(kUserTag), u"cccccccc…"_s);
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
