// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/storedcatalogs.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;

class StoredCatalogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesARun();
    void goesWithTheBootstrapToken();
};

namespace {

const catalog::GroupList kList{.groups = {{.id = u"1"_s, .name = u"DNS Write"_s, .scopes = {u"zone"_s}}},
                               .readAt = kNoon};

} // namespace

void StoredCatalogsTest::outlivesARun()
{
    const DatabaseFile file;
    for (int run = 0; run < 2; ++run) {
        const auto database = file.open();
        store::CatalogStore rows(*database);
        ServiceWorld world;
        world.connection.setGiven({.token = base::Secret(kUserToken)}); // known before Cloudflare was asked
        app::StoredCatalogs catalogs(rows, world.connection);
        const auto found = catalogs.load(model::Owner::user());
        QCOMPARE(found.has_value(), run == 1);
        if (run == 0)
            QVERIFY_RESULT(catalogs.save(model::Owner::user(), kList));
        else
            QVERIFY(found->groups == kList.groups && found->readAt == kNoon);
    }
}

void StoredCatalogsTest::goesWithTheBootstrapToken()
{
    const DatabaseFile file;
    const auto database = file.open();
    store::CatalogStore rows(*database);
    ServiceWorld mine;
    mine.connection.setGiven({.token = base::Secret(kUserToken)});
    QVERIFY_RESULT(app::StoredCatalogs(rows, mine.connection).save(model::Owner::user(), kList));
    ServiceWorld theirs;
    theirs.connection.setGiven({.token = base::Secret(kUserToken + "2")});
    app::StoredCatalogs catalogs(rows, theirs.connection);
    QVERIFY(!catalogs.load(model::Owner::user()));
    QVERIFY_RESULT(catalogs.save(model::Owner::account(kAccountA), kList));
    QVERIFY(!app::StoredCatalogs(rows, mine.connection).load(model::Owner::user())); // forgotten
}

QTEST_GUILESS_MAIN(StoredCatalogsTest)
#include "tst_storedcatalogs.moc"
