// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalogstore.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using model::Owner;
using store::CatalogStore;

class CatalogStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItGot();
    void ownersAndIdentitiesAreApart();
    void damageIsAnError();
};

void CatalogStoreTest::givesBackWhatItGot()
{
    const test::DatabaseFile file;
    const std::vector<model::PermissionGroup> groups{
        {.id = u"1"_s, .name = u"DNS Write"_s, .scopes = {u"com.cloudflare.api.account.zone"_s}},
        {.id = u"2"_s,
         .name = u"Ünïcode “Read”"_s,
         .scopes = {u"a"_s, u"b"_s},
         .category = u"Zone"_s,
         .description = u"Grants"_s,
         .selectable = false},
    };
    {
        const auto database = file.open();
        CatalogStore catalogs(*database);
        QVERIFY_RESULT(catalogs.replace(u"me"_s, Owner::user(), {.groups = {}, .readAt = test::kNoon.addDays(-1)}));
        QVERIFY_RESULT(catalogs.replace(u"me"_s, Owner::user(), {.groups = groups, .readAt = test::kNoon}));
    }
    const auto database = file.open();
    const auto found = CatalogStore(*database).find(u"me"_s, Owner::user());
    QVERIFY_RESULT(found);
    QVERIFY(found->has_value());
    QVERIFY((*found)->groups == groups);
    QCOMPARE((*found)->readAt, test::kNoon);
}

void CatalogStoreTest::ownersAndIdentitiesAreApart()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    CatalogStore catalogs(*database);
    const Owner account = Owner::account(QString(32, u'a'));
    QVERIFY_RESULT(catalogs.replace(u"me"_s, account, {.groups = {}, .readAt = test::kNoon}));
    QVERIFY(!catalogs.find(u"me"_s, Owner::user())->has_value());
    QVERIFY(!catalogs.find(u"you"_s, account)->has_value());
    QVERIFY(catalogs.find(u"me"_s, account)->has_value());
    QVERIFY_RESULT(catalogs.forgetOthers(u"you"_s));
    QVERIFY(!catalogs.find(u"me"_s, account)->has_value());
}

void CatalogStoreTest::damageIsAnError()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    QVERIFY_RESULT(store::run(*database, u"INSERT INTO catalog_list VALUES ('me', '', '2026-11-23T12:00:00Z', '{')"_s));
    const auto found = CatalogStore(*database).find(u"me"_s, Owner::user());
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::Error::Code::ProtocolError);
}

QTEST_GUILESS_MAIN(CatalogStoreTest)
#include "tst_catalogstore.moc"
