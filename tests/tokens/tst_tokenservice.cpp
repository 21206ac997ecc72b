// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::CreateRequest;

Q_DECLARE_METATYPE(tokensmith::tokens::CreateRequest)

namespace {

const QString kNeverExpires = u"It never expires. Give expiresIn, e.g. \"90d\"."_s;

} // namespace

class TokenServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsWithOneCallWhenWarm();
    void createsForAnAccount();
    void createsForTheUser();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void theAllowListBinds_data();
    void theAllowListBinds();
    void aLostAnswerIsNotRepeated();
    void aDroppedIpLimitIsSaid();
    void verifyTriesTheRightPath();
    void anInvalidTokenIsAnOutcome();
    void anOldUserTokenNeedsNoAccounts();
    void aTokenRefusedFromHereIsAnOutcome();
    void listsEverybody();
    void listsTheUserWithoutAccounts();
    void withoutAccountsTheIdIsAskedFor();
    void reorderedIpLimitsAreKept();
    void aCallerThatLeftGetsNoToken();

private:
    static void offerUserGroups(ServiceWorld &world)
    {
        world.transport.succeed(
            u"GET /v4/user/tokens/permission_groups"_s,
            QJsonArray{group(u"4755a26eedb94da69e1066d98aa820be"_s, u"DNS Write"_s, model::scope::zone)});
    }

    static QJsonObject created(const QByteArray &secret)
    {
        QJsonObject token = tokenJson(kTokenId, u"ci"_s);
        token.insert("value"_L1, QString::fromLatin1(secret));
        return token;
    }
};

void TokenServiceTest::createsWithOneCallWhenWarm()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    offerUserGroups(world);
    world.transport.succeed(u"POST /v4/user/tokens"_s, created(kUserToken));
    const CreateRequest request{.name = u"ci"_s, .templateId = u"dns_only"_s, .expiresIn = u"30d"_s};
    QVERIFY(await(world.service.create(request, {})));
    world.transport.forgetCalls();
    const auto second = await(world.service.create(request, {}));
    QVERIFY(second);
    QCOMPARE(world.transport.callNames(), QStringList{u"POST /v4/user/tokens"_s});
    QCOMPARE(second->created.secret.reveal(), kUserToken);
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    const QJsonObject body = QJsonDocument::fromJson(world.transport.calls().front().body).object();
    QCOMPARE(body.value("expires_on"_L1).toString(), u"2026-12-23T12:00:00Z"_s);
    const QJsonObject resources = body.value("policies"_L1).toArray().at(0).toObject().value("resources"_L1).toObject();
    QCOMPARE(resources.keys(), QStringList{u"com.cloudflare.api.account."_s + kAccountA});
}

void TokenServiceTest::createsForAnAccount()
{
    ServiceWorld world;
    world.connectAsUser();
    const QString base = u"/v4/accounts/%1/tokens"_s.arg(kAccountB);
    world.transport.succeed(u"GET "_s + base + u"/permission_groups"_s,
                            QJsonArray{group(u"d"_s, u"DNS Read"_s, model::scope::zone)});
    world.transport.succeed(u"POST "_s + base, created(kAccountToken));
    const auto made = await(world.service.create(
        {.kind = Owner::Kind::Account, .accountId = kAccountB, .name = u"ci"_s, .templateId = u"dns_read"_s}, {}));
    QVERIFY(made);
    QCOMPARE(made->created.token.owner, Owner::account(kAccountB));
    QCOMPARE(made->warnings, QStringList{kNeverExpires});
}

void TokenServiceTest::createsForTheUser()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s), account(kAccountB, u"B"_s)});
    offerUserGroups(world);
    world.transport.succeed(u"POST /v4/user/tokens"_s, created(kUserToken));
    const auto made = await(world.service.create(
        {.kind = Owner::Kind::User, .name = u" ci "_s, .templateId = u"dns_only"_s, .ipAllow = {u"203.0.113.7"_s}},
        {}));
    QVERIFY(made);
    QVERIFY(made->warnings.size() >= 1); // every zone of every account
    const QJsonObject body = QJsonDocument::fromJson(world.transport.calls().back().body).object();
    QCOMPARE(body.value("name"_L1).toString(), u"ci"_s);
    QCOMPARE(body.value("condition"_L1).toObject().value("request_ip"_L1).toObject().value("in"_L1).toArray(),
             QJsonArray{u"203.0.113.7/32"_s});
}

void TokenServiceTest::refusesBadRequests_data()
{
    QTest::addColumn<CreateRequest>("request");
    QTest::addColumn<QString>("field");
    const CreateRequest good{.name = u"ci"_s, .templateId = u"dns_only"_s};
    const auto row = [&](const char *name, const QString &field, void (*spoil)(CreateRequest &)) {
        CreateRequest request = good;
        spoil(request);
        QTest::newRow(name) << request << field;
    };
    row("no name", u"name"_s, [](CreateRequest &r) { r.name = u"  "_s; });
    row("long name", u"name"_s, [](CreateRequest &r) { r.name = QString(121, u'x'); });
    row("no such template", u"template"_s, [](CreateRequest &r) { r.templateId = u"dns"_s; });
    row("account path", u"accountId"_s, [](CreateRequest &r) { r.accountId = u"../../zones"_s; });
    row("zone path", u"zoneIds"_s, [](CreateRequest &r) { r.zoneIds = {u"../"_s}; });
    row("expiry", u"expiresIn"_s, [](CreateRequest &r) { r.expiresIn = u"soon"_s; });
    row("allowed address", u"ipAllow[0]"_s, [](CreateRequest &r) { r.ipAllow = {u"999.1.1.1/99"_s}; });
    row("denied address", u"ipDeny[1]"_s, [](CreateRequest &r) { r.ipDeny = {u"::1"_s, u"abc"_s}; });
    row("which account", u"accountId"_s, [](CreateRequest &r) { r.kind = Owner::Kind::Account; });
}

void TokenServiceTest::refusesBadRequests()
{
    QFETCH(CreateRequest, request);
    QFETCH(QString, field);
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s), account(kAccountB, u"B"_s)});
    const auto made = await(world.service.create(request, {}));
    QVERIFY(!made);
    QCOMPARE(made.error().field, field);
    for (const QString &call : world.transport.callNames())
        QVERIFY2(!call.startsWith("POST"_L1), qPrintable(call));
}

void TokenServiceTest::theAllowListBinds_data()
{
    QTest::addColumn<CreateRequest>("request");
    const CreateRequest user{.kind = Owner::Kind::User, .name = u"ci"_s, .templateId = u"dns_only"_s};
    CreateRequest foreign = user;
    foreign.accountId = u"dddddddddddddddddddddddddddddddd"_s;
    CreateRequest zones = user;
    zones.accountId = kAccountA;
    zones.zoneIds = {kUserTag};
    QTest::newRow("every account") << user;
    QTest::newRow("a foreign account") << foreign;
    QTest::newRow("a zone of nobody knows whom") << zones;
}

void TokenServiceTest::theAllowListBinds()
{
    QFETCH(CreateRequest, request);
    ServiceWorld world({kAccountA, kAccountB});
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s), account(kAccountB, u"B"_s)});
    offerUserGroups(world);
    world.transport.succeed(u"GET /v4/zones"_s, QJsonArray());
    const auto made = await(world.service.create(request, {}));
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains("ALLOWED_ACCOUNT_IDS"_L1), qPrintable(made.error().message));
}

void TokenServiceTest::aLostAnswerIsNotRepeated()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    offerUserGroups(world);
    world.transport.script(u"POST /v4/user/tokens"_s, Error{.code = Error::Code::OutcomeUnknown, .message = u"lost"_s});
    const auto made = await(world.service.create({.name = u"ci"_s, .templateId = u"dns_only"_s}, {}));
    QCOMPARE(made.error().code, Error::Code::OutcomeUnknown);
    QCOMPARE(world.transport.callNames().count(u"POST /v4/user/tokens"_s), 1);
    QVERIFY(world.inventory.tokens().empty());
}

void TokenServiceTest::aDroppedIpLimitIsSaid()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    offerUserGroups(world);
    world.transport.succeed(u"POST /v4/user/tokens"_s, created(kUserToken)); // answers without a condition
    const auto made = await(
        world.service.create({.name = u"ci"_s, .templateId = u"dns_only"_s, .ipAllow = {u"203.0.113.0/24"_s}}, {}));
    QVERIFY(made);
    QCOMPARE(made->warnings.size(), 2);
    QCOMPARE(made->warnings.front(), kNeverExpires);
    QVERIFY(made->warnings.back().contains("IP"_L1));
}

void TokenServiceTest::verifyTriesTheRightPath()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    world.transport.succeed(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA), tokenJson(kTokenId, {}));
    const auto found = await(world.service.verify(base::Secret(kAccountToken), {}));
    QVERIFY(found);
    QVERIFY(found->valid);
    QVERIFY(!world.transport.callNames().contains(u"GET /v4/user/tokens/verify"_s));
    QCOMPARE(world.transport.calls().back().bearer.reveal(), kAccountToken);
    QCOMPARE(world.transport.calls().front().bearer.reveal(), kUserToken);
}

void TokenServiceTest::anInvalidTokenIsAnOutcome()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    world.transport.refuse(u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA), 401, 1000, u"Invalid API Token"_s);
    const auto found = await(world.service.verify(base::Secret(kAccountToken), {}));
    QVERIFY(found);
    QVERIFY(!found->valid);
    QVERIFY(!found->reason.isEmpty());
}

void TokenServiceTest::anOldUserTokenNeedsNoAccounts()
{
    ServiceWorld world;
    world.connectAsUser();
    const auto found = await(world.service.verify(base::Secret(QByteArray(40, 'o')), {}));
    QVERIFY(found && found->valid);
    QCOMPARE(world.transport.callNames(), QStringList{u"GET /v4/user/tokens/verify"_s});
}

void TokenServiceTest::aTokenRefusedFromHereIsAnOutcome()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s), account(kAccountB, u"B"_s)});
    const QString path = u"GET /v4/accounts/%1/tokens/verify"_s;
    world.transport.refuse(path.arg(kAccountA), 403, 9109, u"Cannot use the access token from location: 192.0.2.1"_s);
    world.transport.refuse(path.arg(kAccountB), 401, 1000, u"Invalid API Token"_s);
    const auto found = await(world.service.verify(base::Secret(kAccountToken), {}));
    QVERIFY(found);
    QVERIFY(!found->valid);
    QVERIFY2(found->reason.contains("192.0.2.1"_L1), qPrintable(found->reason));
}

void TokenServiceTest::listsTheUserWithoutAccounts()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized"_s);
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    const auto found = await(world.service.list({}));
    QVERIFY(found);
    QCOMPARE(found->total, 1);
    QCOMPARE(found->unread.size(), 1);
    ServiceWorld neither;
    neither.connectAsUser();
    neither.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized"_s);
    neither.transport.refuse(u"GET /v4/user/tokens"_s, 403, 9109, u"Unauthorized"_s);
    QCOMPARE(await(neither.service.list({})).error().code, Error::Code::PermissionDenied);
}

void TokenServiceTest::withoutAccountsTheIdIsAskedFor()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized"_s);
    offerUserGroups(world);
    world.transport.succeed(u"POST /v4/user/tokens"_s, created(kUserToken));
    CreateRequest request{.name = u"ci"_s, .templateId = u"dns_only"_s};
    const auto asked = await(world.service.create(request, {}));
    QCOMPARE(asked.error().field, u"accountId"_s);
    QVERIFY(asked.error().message.contains("accountId"_L1));
    request.accountId = kAccountA;
    QVERIFY(await(world.service.create(request, {})));
}

void TokenServiceTest::reorderedIpLimitsAreKept()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    offerUserGroups(world);
    QJsonObject answer = created(kUserToken);
    const QJsonObject limits{{u"in"_s, QJsonArray{u"2001:DB8::/32"_s, u"203.0.113.7"_s}}};
    answer.insert("condition"_L1, QJsonObject{{u"request_ip"_s, limits}});
    world.transport.succeed(u"POST /v4/user/tokens"_s, answer);
    const QStringList asked{u"203.0.113.7/32"_s, u"2001:db8::/32"_s};
    const auto made = await(world.service.create({.name = u"ci"_s, .templateId = u"dns_only"_s, .ipAllow = asked}, {}));
    QVERIFY(made);
    QCOMPARE(made->warnings, QStringList{kNeverExpires});
}

void TokenServiceTest::aCallerThatLeftGetsNoToken()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    offerUserGroups(world);
    world.transport.succeed(u"POST /v4/user/tokens"_s, created(kUserToken));
    world.transport.hold(u"GET /v4/user/tokens/permission_groups"_s);
    base::CancelSource caller;
    auto made = world.service.create({.name = u"ci"_s, .templateId = u"dns_only"_s}, {}, caller.token());
    caller.cancel();
    world.transport.release();
    QCOMPARE(await(std::move(made)).error().code, Error::Code::Cancelled);
    QVERIFY(!world.transport.callNames().contains(u"POST /v4/user/tokens"_s));
}

void TokenServiceTest::listsEverybody()
{
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    world.transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    world.transport.refuse(u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA), 403, 9109, u"Unauthorized"_s);
    const auto found = await(world.service.list({}));
    QVERIFY(found);
    QCOMPARE(found->total, 1);
    QCOMPARE(found->unread.size(), 1);
    const auto one = await(world.service.list({.owner = Owner::account(kAccountA)}));
    QCOMPARE(one.error().code, Error::Code::PermissionDenied);
}

QTEST_GUILESS_MAIN(TokenServiceTest)
#include "tst_tokenservice.moc"
