// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/permissioncatalog.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QJsonArray>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using model::Owner;
using test::await;

class PermissionCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptForFiveMinutesPerOwner();
    void anotherBootstrapTokenAsksAnew();
    void aFailureIsNotKept();
};

void PermissionCatalogTest::isKeptForFiveMinutesPerOwner()
{
    const QString account(32, u'a');
    test::FakeClock clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    test::ScriptedTransport transport;
    cloudflare::ApiClient api(transport, clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    catalog::PermissionCatalog catalog(api, clock);
    transport.succeed(u"GET /v4/user/tokens/permission_groups"_s, QJsonArray{QJsonObject{{u"name"_s, u"DNS Write"_s}}});
    transport.succeed(u"GET /v4/accounts/%1/tokens/permission_groups"_s.arg(account), QJsonArray());

    QCOMPARE(await(catalog.groups(Owner::user()))->size(), size_t(1));
    clock.advance(std::chrono::seconds(299));
    QCOMPARE(await(catalog.groups(Owner::user()))->size(), size_t(1));
    QCOMPARE(transport.calls().size(), size_t(1));
    QCOMPARE(await(catalog.groups(Owner::account(account)))->size(), size_t(0));
    QCOMPARE(transport.calls().size(), size_t(2));
    clock.advance(std::chrono::seconds(1));
    QVERIFY(await(catalog.groups(Owner::user())));
    QCOMPARE(transport.calls().size(), size_t(3));
}

void PermissionCatalogTest::anotherBootstrapTokenAsksAnew()
{
    test::FakeClock clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    test::ScriptedTransport transport;
    cloudflare::ApiClient api(transport, clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    catalog::PermissionCatalog catalog(api, clock);
    const QString call = u"GET /v4/user/tokens/permission_groups"_s;
    transport.succeed(call, QJsonArray{QJsonObject{{u"name"_s, u"of the older"_s}}});
    transport.succeed(call, QJsonArray{QJsonObject{{u"name"_s, u"of the newer"_s}}});
    transport.hold(call);
    auto older = catalog.groups(Owner::user());
    api.setCredential(base::Secret("cfut_y"));
    transport.release();
    QCOMPARE(await(std::move(older))->front().name, u"of the older"_s);
    QCOMPARE(await(catalog.groups(Owner::user()))->front().name, u"of the newer"_s);
    QCOMPARE(transport.calls().size(), size_t(2));
}

void PermissionCatalogTest::aFailureIsNotKept()
{
    test::FakeClock clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    test::ScriptedTransport transport;
    cloudflare::ApiClient api(transport, clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    catalog::PermissionCatalog catalog(api, clock);
    transport.refuse(u"GET /v4/user/tokens/permission_groups"_s, 403, 9109, u"Unauthorized"_s);
    transport.succeed(u"GET /v4/user/tokens/permission_groups"_s, QJsonArray());
    QVERIFY(!await(catalog.groups(Owner::user())));
    QVERIFY(await(catalog.groups(Owner::user())));
}

QTEST_GUILESS_MAIN(PermissionCatalogTest)
#include "tst_permissioncatalog.moc"
