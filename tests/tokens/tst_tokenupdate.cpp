// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/changesworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Enabled;
using tokens::UpdateOutcome;
using tokens::UpdateRequest;
using Written = UpdateOutcome::Written;

Q_DECLARE_METATYPE(tokensmith::tokens::UpdateRequest)
Q_DECLARE_METATYPE(tokensmith::base::Error::Code)

namespace {

const QString kGet = u"GET "_s + ChangesWorld::path(kOldId);
const QString kPut = u"PUT "_s + ChangesWorld::path(kOldId);

UpdateRequest rename(const QString &name = u"ci-prod"_s)
{
    return {.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User}, .name = name};
}

} // namespace

class TokenUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWritesAndReadsBack();
    void everyLimitCanBeChanged();
    void limitsCanBeTakenAway();
    void aDisabledTokenStaysDisabled();
    void anEmptyDiffWritesNothing();
    void aPreviewWritesNothing();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void whatCloudflareDidNotKeepIsSaid_data();
    void whatCloudflareDidNotKeepIsSaid();
    void aSlowChangeIsReadAgain();
    void aLostAnswerIsLookedUp();
    void aLostAnswerWithoutEffectIsSaid();
    void aLostAnswerAndNoReadIsUnknown();
    void anUnreadableTokenAfterwardsIsSaid();
    void aRefusalChangesNothing();
    void somebodyElsesChangeIsNoticed();
    void theBootstrapTokenKeepsItsLimits();
    void theAllowListBinds();
    void anEndCanBeAMoment();
};

void TokenUpdateTest::readsWritesAndReadsBack()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, ChangesWorld::live(kOldId, u"ci-prod"_s));
    world.transport.succeed(kPut, ChangesWorld::live(kOldId, u"ci-prod"_s));
    const auto done = await(world.changes.update(rename(), {.client = u"claude"_s, .correlationId = "ctm-1"}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->written, Written::AsAsked);
    QCOMPARE(done->warnings, QStringList());
    QCOMPARE(done->changes.size(), size_t(1));
    QCOMPARE(done->changes.front().what, u"name"_s);
    QCOMPARE(done->changes.front().before, QStringList{u"ci"_s});
    QCOMPARE(done->changes.front().after, QStringList{u"ci-prod"_s});
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kPut, kGet}));
    // The whole token goes out again: policies with their deny and nested map, limits, state.
    const QJsonObject body = world.bodyOf(kPut);
    const QJsonArray policies = body.value("policies"_L1).toArray();
    QCOMPARE(policies.size(), 2);
    QCOMPARE(policies.at(1).toObject().value("effect"_L1).toString(), u"deny"_s);
    const QJsonObject resources = policies.at(0).toObject().value("resources"_L1).toObject();
    QVERIFY(resources.value(u"com.cloudflare.api.account."_s + kAccountA).isObject());
    QCOMPARE(body.value("expires_on"_L1).toString(), u"2026-12-01T12:00:00Z"_s);
    QCOMPARE(body.value("condition"_L1), ChangesWorld::live().value("condition"_L1));
    QCOMPARE(body.value("status"_L1).toString(), u"active"_s);
    QCOMPARE(world.inventory.tokens().back().name, u"ci-prod"_s);
    QCOMPARE(world.actions.size(), size_t(1));
    QCOMPARE(world.actions.front().operation, u"update_token"_s);
    QCOMPARE(world.actions.front().actor.client, u"claude"_s);
    QCOMPARE(world.actions.front().tokenName, u"ci-prod"_s);
    QVERIFY(!world.actions.front().error);
}

void TokenUpdateTest::everyLimitCanBeChanged()
{
    ChangesWorld world;
    QJsonObject after = ChangesWorld::live();
    const QJsonObject addresses{{u"in"_s, QJsonArray{u"198.51.100.4/32"_s}},
                                {u"not_in"_s, QJsonArray{u"2001:db8::/32"_s}}};
    after.insert("condition"_L1, QJsonObject{{u"request_ip"_s, addresses}});
    after.insert("expires_on"_L1, u"2027-02-23T12:00:00Z"_s);
    after.insert("not_before"_L1, u"2026-11-24T00:00:00Z"_s);
    after.insert("status"_L1, u"disabled"_s);
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, after);
    world.transport.succeed(kPut, after);
    const UpdateRequest request{.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User},
                                .expiresIn = u"3m"_s,
                                .notBefore = u"2026-11-24T01:00:00+01:00"_s,
                                .ipAllow = QStringList{u"198.51.100.4"_s},
                                .ipDeny = QStringList{u"2001:DB8::1/32"_s},
                                .enabled = Enabled::No};
    const auto done = await(world.changes.update(request, {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->written, Written::AsAsked);
    QStringList what;
    for (const tokens::TokenChange &change : done->changes)
        what.append(change.what);
    QCOMPARE(what, (QStringList{u"expiresOn"_s, u"notBefore"_s, u"ipAllow"_s, u"ipDeny"_s, u"enabled"_s}));
    QCOMPARE(done->changes.at(0).after, QStringList{u"2027-02-23T12:00:00Z"_s});
    QVERIFY(done->changes.at(0).sentence.contains("23 February 2027"_L1));
    QCOMPARE(done->changes.at(1).before, QStringList());
    const QJsonObject body = world.bodyOf(kPut);
    QCOMPARE(body.value("condition"_L1), after.value("condition"_L1));
    QCOMPARE(body.value("not_before"_L1).toString(), u"2026-11-24T00:00:00Z"_s);
    QCOMPARE(body.value("status"_L1).toString(), u"disabled"_s);
}

void TokenUpdateTest::limitsCanBeTakenAway()
{
    ChangesWorld world;
    QJsonObject after = ChangesWorld::live();
    after.remove("condition"_L1);
    after.remove("expires_on"_L1);
    world.transport.succeed(kGet, ChangesWorld::with(ChangesWorld::live(), u"not_before"_s, u"2026-11-02T00:00:00Z"_s));
    world.transport.succeed(kGet, after);
    world.transport.succeed(kPut, after);
    const UpdateRequest request{.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User},
                                .expiresIn = u"never"_s,
                                .notBefore = u"now"_s,
                                .ipAllow = QStringList(),
                                .ipDeny = QStringList()};
    const auto done = await(world.changes.update(request, {}));
    QVERIFY(done);
    QCOMPARE(done->written, Written::AsAsked);
    const QJsonObject body = world.bodyOf(kPut);
    for (const QString &gone : {u"condition"_s, u"expires_on"_s, u"not_before"_s})
        QVERIFY2(!body.contains(gone), qPrintable(gone));
}

void TokenUpdateTest::aDisabledTokenStaysDisabled()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::with(ChangesWorld::live(), u"status"_s, u"disabled"_s));
    world.transport.succeed(kGet,
                            ChangesWorld::with(ChangesWorld::live(kOldId, u"ci-prod"_s), u"status"_s, u"disabled"_s));
    world.transport.succeed(kPut, ChangesWorld::live(kOldId, u"ci-prod"_s));
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(done);
    QCOMPARE(world.bodyOf(kPut).value("status"_L1).toString(), u"disabled"_s);
    QCOMPARE(done->written, Written::AsAsked);
}

void TokenUpdateTest::anEmptyDiffWritesNothing()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    UpdateRequest same = rename(u"ci"_s);
    same.ipAllow = QStringList{u"203.0.113.9/24"_s}; // the same network, written in another way
    same.enabled = Enabled::Yes;
    const auto done = await(world.changes.update(same, {}));
    QVERIFY(done);
    QVERIFY(done->changes.empty());
    QCOMPARE(done->written, Written::No);
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
    QCOMPARE(world.actions.size(), size_t(1));
}

void TokenUpdateTest::aPreviewWritesNothing()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    UpdateRequest preview = rename();
    preview.apply = UpdateRequest::Apply::PreviewOnly;
    const auto done = await(world.changes.update(preview, {}));
    QVERIFY(done);
    QCOMPARE(done->changes.size(), size_t(1));
    QCOMPARE(done->token.name, u"ci"_s);
    QCOMPARE(done->written, Written::No);
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
    QVERIFY(world.actions.empty());
}

void TokenUpdateTest::refusesBadRequests_data()
{
    QTest::addColumn<UpdateRequest>("request");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, void (*spoil)(UpdateRequest &)) {
        UpdateRequest request = rename();
        spoil(request);
        QTest::newRow(name) << request << field;
    };
    row("D4: path in tokenId", u"tokenId"_s, [](UpdateRequest &r) { r.address.tokenId = u"../../zones/"_s + kZoneId; });
    row("empty tokenId", u"tokenId"_s, [](UpdateRequest &r) { r.address.tokenId.clear(); });
    row("D4: path in accountId", u"accountId"_s, [](UpdateRequest &r) { r.address.accountId = u"../x"_s; });
    row("user with account", u"accountId"_s, [](UpdateRequest &r) { r.address.accountId = kAccountA; });
    row("no name", u"name"_s, [](UpdateRequest &r) { r.name = u" "_s; });
    row("long name", u"name"_s, [](UpdateRequest &r) { r.name = QString(121, u'x'); });
    row("expiry", u"expiresIn"_s, [](UpdateRequest &r) { r.expiresIn = u"soon"_s; });
    row("start", u"notBefore"_s, [](UpdateRequest &r) { r.notBefore = u"tomorrow"_s; });
    row("start after end", u"notBefore"_s, [](UpdateRequest &r) { r.notBefore = u"2026-12-01T12:00:00Z"_s; });
    row("end before start", u"notBefore"_s, [](UpdateRequest &r) {
        r.expiresIn = u"1h"_s;
        r.notBefore = u"2026-11-30T00:00:00Z"_s;
    });
    row("address", u"ipAllow[1]"_s, [](UpdateRequest &r) { r.ipAllow = {u"::1"_s, u"999.1.1.1"_s}; });
    row("denied address", u"ipDeny[0]"_s, [](UpdateRequest &r) { r.ipDeny = {u"abc"_s}; });
}

void TokenUpdateTest::refusesBadRequests()
{
    QFETCH(UpdateRequest, request);
    QFETCH(QString, field);
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    const auto done = await(world.changes.update(request, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::InvalidArgument);
    QCOMPARE(done.error().field, field);
    for (const QString &call : world.transport.callNames())
        QCOMPARE(call, kGet);
    QCOMPARE(world.actions.size(), size_t(1));
    QCOMPARE(world.actions.front().error->field, field);
}

void TokenUpdateTest::whatCloudflareDidNotKeepIsSaid_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("policies") << u"policies"_s << QJsonValue(QJsonArray{}) << u"permissions"_s;
    QTest::newRow("deny dropped") << u"policies"_s
                                  << QJsonValue(QJsonArray{ChangesWorld::live().value("policies"_L1).toArray().at(0)})
                                  << u"permissions"_s;
    QTest::newRow("condition") << u"condition"_s << QJsonValue(QJsonObject{}) << u"IP limits"_s;
    QTest::newRow("expiry") << u"expires_on"_s << QJsonValue(QJsonValue::Null) << u"expiry"_s;
    QTest::newRow("start") << u"not_before"_s << QJsonValue(u"2026-12-01T00:00:00Z"_s) << u"start"_s;
    QTest::newRow("name") << u"name"_s << QJsonValue(u"other"_s) << u"name"_s;
    QTest::newRow("state") << u"status"_s << QJsonValue(u"disabled"_s) << u"enabled"_s;
}

void TokenUpdateTest::whatCloudflareDidNotKeepIsSaid()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, word);
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, ChangesWorld::with(ChangesWorld::live(kOldId, u"ci-prod"_s), member, value));
    world.transport.succeed(kPut, ChangesWorld::live(kOldId, u"ci-prod"_s));
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(done);
    QCOMPARE(done->written, Written::Unlike);
    QCOMPARE(done->warnings.size(), 1);
    QVERIFY2(done->warnings.front().contains(word), qPrintable(done->warnings.front()));
    QCOMPARE(world.transport.callNames().count(kPut), 1);
}

void TokenUpdateTest::aSlowChangeIsReadAgain()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, ChangesWorld::live(kOldId, u"ci-prod"_s));
    world.transport.succeed(kPut, ChangesWorld::live(kOldId, u"ci-prod"_s));
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(done);
    QCOMPARE(done->written, Written::AsAsked);
}

void TokenUpdateTest::aLostAnswerIsLookedUp()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kGet, ChangesWorld::live(kOldId, u"ci-prod"_s));
    world.transport.script(kPut, kEdgePage);
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(done);
    QCOMPARE(done->written, Written::AsAsked);
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kPut, kGet}));
}

void TokenUpdateTest::aLostAnswerWithoutEffectIsSaid()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.script(kPut, kEdgePage);
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(done.error().message.contains("still as it was"_L1));
    QCOMPARE(world.transport.callNames().count(kPut), 1);
}

void TokenUpdateTest::aLostAnswerAndNoReadIsUnknown()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.script(kGet, kEdgePage);
    world.transport.script(kPut, kEdgePage);
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::OutcomeUnknown);
    QCOMPARE(world.transport.callNames().count(kPut), 1);
    QCOMPARE(world.actions.front().error->code, Error::Code::OutcomeUnknown);
}

void TokenUpdateTest::anUnreadableTokenAfterwardsIsSaid()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.refuse(kGet, 403, 9109, u"Unauthorized to access requested resource"_s);
    world.transport.succeed(kPut, ChangesWorld::live(kOldId, u"ci-prod"_s));
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(done);
    QCOMPARE(done->written, Written::NotCompared);
    QVERIFY(done->warnings.front().contains("read back"_L1));
    QCOMPARE(done->token.name, u"ci-prod"_s);
}

void TokenUpdateTest::aRefusalChangesNothing()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.refuse(kPut, 400, 1001, u"expires_on must be in the future"_s);
    const auto done = await(world.changes.update(rename(), {}));
    QVERIFY(!done);
    QCOMPARE(done.error().cfRay, u"8f00ba4-TST"_s);
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kPut}));
}

void TokenUpdateTest::somebodyElsesChangeIsNoticed()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    UpdateRequest request = rename();
    request.seenModifiedOn = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    const auto done = await(world.changes.update(request, {}));
    QVERIFY(!done);
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
}

void TokenUpdateTest::theBootstrapTokenKeepsItsLimits()
{
    ChangesWorld world;
    UpdateRequest request = rename();
    request.address.tokenId = kTokenId;
    request.enabled = Enabled::No;
    const auto done = await(world.changes.update(request, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::PermissionDenied);
    QCOMPARE(world.transport.callNames(), QStringList{u"GET "_s + ChangesWorld::path(kTokenId)});
}

void TokenUpdateTest::theAllowListBinds()
{
    ChangesWorld world({kAccountB});
    world.transport.succeed(kGet, ChangesWorld::live());
    const auto users = await(world.changes.update(rename(), {})); // reaches account A
    QVERIFY(!users);
    QCOMPARE(users.error().code, Error::Code::PermissionDenied);
    UpdateRequest foreign = rename();
    foreign.address = {.tokenId = kOldId, .accountId = kAccountA};
    const auto accounts = await(world.changes.update(foreign, {}));
    QVERIFY(!accounts);
    QCOMPARE(accounts.error().code, Error::Code::PermissionDenied);
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
    QCOMPARE(world.actions.size(), size_t(2));
}

void TokenUpdateTest::anEndCanBeAMoment()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    UpdateRequest request{.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User},
                          .expiresOn = QDateTime(QDate(2027, 1, 5), QTime(0, 0), Qt::UTC),
                          .apply = UpdateRequest::Apply::PreviewOnly};
    const auto done = await(world.changes.update(request, {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->changes.size(), size_t(1));
    QCOMPARE(done->changes.front().after, QStringList{u"2027-01-05T00:00:00Z"_s});
    world.transport.succeed(kGet, ChangesWorld::live());
    request.expiresOn = QDateTime(QDate(2020, 1, 5), QTime(0, 0), Qt::UTC);
    const auto past = await(world.changes.update(request, {}));
    QVERIFY(!past);
    QCOMPARE(past.error().field, u"expiresIn"_s);
}

QTEST_GUILESS_MAIN(TokenUpdateTest)
#include "tst_tokenupdate.moc"
