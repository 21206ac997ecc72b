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

namespace {

const QString kCall = u"GET /v4/user/tokens/permission_groups"_s;

QJsonArray oneGroup(const QString &name)
{
    return {QJsonObject{{u"id"_s, QString(32, u'1')}, {u"name"_s, name}, {u"scopes"_s, QJsonArray{u"s"_s}}}};
}

/** Keeps lists as long as it lives, or fails at everything. */
class FakeCache final : public catalog::CatalogCache
{
public:
    base::Result<base::Done> save(const Owner &owner, const catalog::GroupList &list) override
    {
        ++saves;
        if (broken)
            return base::fail({.code = base::Error::Code::Internal, .message = u"disk full"_s});
        lists.insert(owner.accountId, list);
        return base::Done{};
    }

    std::optional<catalog::GroupList> load(const Owner &owner) override
    {
        return lists.contains(owner.accountId) ? std::optional(lists.value(owner.accountId)) : std::nullopt;
    }

    QHash<QString, catalog::GroupList> lists;
    int saves = 0;
    bool broken = false;
};

/** A catalogue over a scripted Cloudflare that answers once a call is scripted. */
struct Desk
{
    explicit Desk(catalog::CatalogCache *cache)
        : catalog(api, clock, cache)
    {
        api.setCredential(base::Secret("cfut_x"));
    }

    test::FakeClock clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    test::ScriptedTransport transport;
    cloudflare::ApiClient api{
        transport, clock, {.base = QUrl(u"https://api.example/v4"_s), .firstPause = std::chrono::milliseconds(1)}};
    catalog::PermissionCatalog catalog;
};

} // namespace

class PermissionCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptForFiveMinutesPerOwner();
    void anotherBootstrapTokenAsksAnew();
    void aFailureIsNotKept();
    void theLastListIsShownAsStale();
    void aRefusalIsNotHidden();
    void aCacheOutlivesTheProgram();
    void creationNeverUsesAnOldList();
    void aFailingCacheIsNoFailure();
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

void PermissionCatalogTest::theLastListIsShownAsStale()
{
    Desk desk(nullptr);
    desk.transport.succeed(kCall, oneGroup(u"DNS Write"_s));
    desk.transport.refuse(kCall, 503, 0, u"away"_s);
    const QDateTime readAt = desk.clock.now();
    const auto fresh = await(desk.catalog.groupsToShow(Owner::user()));
    QVERIFY(fresh);
    QVERIFY(!fresh->isStale);
    QCOMPARE(fresh->list.readAt, readAt);
    desk.clock.advance(std::chrono::minutes(6));
    const auto stale = await(desk.catalog.groupsToShow(Owner::user()));
    QVERIFY(stale);
    QVERIFY(stale->isStale);
    QCOMPARE(stale->list.readAt, readAt);
    QCOMPARE(stale->list.groups.front().name, u"DNS Write"_s);
}

void PermissionCatalogTest::aRefusalIsNotHidden()
{
    FakeCache cache;
    cache.lists.insert(QString(), {.groups = {{.id = {}, .name = u"old"_s, .scopes = {}}}});
    Desk desk(&cache);
    desk.transport.refuse(kCall, 403, 9109, u"Unauthorized"_s);
    QVERIFY(!await(desk.catalog.groupsToShow(Owner::user())));
}

void PermissionCatalogTest::aCacheOutlivesTheProgram()
{
    FakeCache cache;
    Desk earlier(&cache);
    earlier.transport.succeed(kCall, oneGroup(u"DNS Write"_s));
    QVERIFY(await(earlier.catalog.groups(Owner::user())));
    Desk later(&cache);
    later.transport.refuse(kCall, 503, 0, u"away"_s);
    const auto shown = await(later.catalog.groupsToShow(Owner::user()));
    QVERIFY(shown);
    QVERIFY(shown->isStale);
    QCOMPARE(shown->list.groups.front().name, u"DNS Write"_s);
    QCOMPARE(shown->list.readAt, earlier.clock.now());
}

void PermissionCatalogTest::creationNeverUsesAnOldList()
{
    FakeCache cache;
    cache.lists.insert(QString(), {.groups = {{.id = {}, .name = u"old"_s, .scopes = {}}}});
    Desk desk(&cache);
    desk.transport.refuse(kCall, 503, 0, u"away"_s);
    const auto groups = await(desk.catalog.groups(Owner::user()));
    QVERIFY(!groups);
    QCOMPARE(groups.error().code, base::Error::Code::Unavailable);
}

void PermissionCatalogTest::aFailingCacheIsNoFailure()
{
    FakeCache cache;
    cache.broken = true;
    Desk desk(&cache);
    desk.transport.succeed(kCall, oneGroup(u"DNS Write"_s));
    QTest::ignoreMessage(QtWarningMsg, "permission groups not kept: disk full");
    QVERIFY(await(desk.catalog.groups(Owner::user())));
    QCOMPARE(cache.saves, 1);
}

QTEST_GUILESS_MAIN(PermissionCatalogTest)
#include "tst_permissioncatalog.moc"
