// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/rotationworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::RotateOutcome;
using tokens::RotateRequest;
using OldToken = RotateOutcome::OldToken;
using Verified = RotateOutcome::Verified;

class TokenRotationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesAndRevokes();
    void keepsTheOldOneUnlessAsked();
    void withoutAnyKeychainTheAnswerMustDo();
    void copiesOnlyWhatATokenIs();
    void givesAFreshExpiry_data();
    void givesAFreshExpiry();
    void namesTheNewOne_data();
    void namesTheNewOne();
    void aStartToComeIsKept();
    void waitsForPropagation();
    void verifiesOnTheRightPath();
    void cancelling_data();
    void cancelling();
    void theBootstrapTokenIsNotRotated();
    void aTokenManagerIsNotRotated();
    void theAllowListBinds();
    void theProgramWaitsUntilTheSecretIsHeld();
};

void TokenRotationTest::replacesAndRevokes()
{
    RotationWorld world;
    world.goesWell();
    const auto done = world.rotate(revokingOld());
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->oldToken, OldToken::Revoked);
    QCOMPARE(done->verified, Verified::Yes);
    QCOMPARE(done->created.secret.reveal(), kNewSecret);
    QCOMPARE(done->keychainItem, u"token/"_s + kNewId);
    QCOMPARE(done->warnings, QStringList());
    QCOMPARE(world.keychain.held(kNewId), kNewSecret);
    QCOMPARE(world.transport.callNames(), (QStringList{kGetOld, kPost, kVerify, kGetNew, kDelete}));
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
    QCOMPARE(world.inventory.tokens().front().id, kNewId);
    QCOMPARE(world.actions.size(), size_t(1));
    QCOMPARE(world.actions.front().tokenId, kOldId);
    QCOMPARE(world.actions.front().newTokenId, kNewId);
}

void TokenRotationTest::keepsTheOldOneUnlessAsked()
{
    RotationWorld world;
    world.goesWell();
    world.keychain.fault = FaultyStore::Fault::Unavailable; // then the answer is the only place, and that is fine
    const auto done = world.rotate({.address = revokingOld().address});
    QVERIFY(done);
    QCOMPARE(done->oldToken, OldToken::Kept);
    QCOMPARE(done->verified, Verified::Yes);
    QCOMPARE(done->created.secret.reveal(), kNewSecret);
    QVERIFY(!world.transport.callNames().contains(kDelete));
}

void TokenRotationTest::withoutAnyKeychainTheAnswerMustDo()
{
    RotateRequest request = revokingOld();
    request.withoutKeychain = RotateRequest::WithoutKeychain::AnswerOnly;
    RotationWorld headless;
    headless.goesWell();
    headless.keychain.fault = FaultyStore::Fault::Unavailable;
    const auto done = headless.rotate(request);
    QVERIFY(done);
    QCOMPARE(done->oldToken, OldToken::Revoked);
    QCOMPARE(done->created.secret.reveal(), kNewSecret);
    QCOMPARE(headless.transport.callNames(), (QStringList{kGetOld, kPost, kVerify, kGetNew, kDelete}));
    QVERIFY(done->warnings.join(u' ').contains("not in the keychain"_L1));

    RotationWorld locked; // that keychain is somebody's to unlock
    locked.goesWell();
    locked.keychain.fault = FaultyStore::Fault::RefusesWrites;
    const auto refused = locked.rotate(request);
    QVERIFY(!refused);
    QCOMPARE(locked.transport.callNames(), QStringList{kGetOld});
}

// D12: nothing that only answers hold goes into the request.
void TokenRotationTest::copiesOnlyWhatATokenIs()
{
    QJsonObject old = ChangesWorld::with(ChangesWorld::live(), u"not_before"_s, u"2026-11-02T00:00:00Z"_s);
    old.insert("last_used_on"_L1, u"2026-11-20T00:00:00Z"_s);
    old.insert("creator_email_at_creation"_L1, u"someone@example.com"_s);
    RotationWorld world(old);
    world.goesWell();
    QVERIFY(world.rotate(revokingOld()));
    const QJsonObject body = world.bodyOf(kPost);
    QCOMPARE(body.keys(), (QStringList{u"condition"_s, u"expires_on"_s, u"name"_s, u"policies"_s}));
    QCOMPARE(body.value("condition"_L1), ChangesWorld::live().value("condition"_L1));
    for (const QJsonValue &policy : body.value("policies"_L1).toArray())
        QVERIFY(!policy.toObject().contains("id"_L1));
}

void TokenRotationTest::givesAFreshExpiry_data()
{
    QTest::addColumn<QJsonValue>("issued");
    QTest::addColumn<QJsonValue>("expires");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("result"); // empty: never
    const QJsonValue issued(u"2026-11-01T12:00:00Z"_s);
    QTest::newRow("D12: near its end") << issued << QJsonValue(u"2026-11-24T12:00:00Z"_s) << QString()
                                       << u"2026-12-16T12:00:00Z"_s;
    QTest::newRow("D12: expired") << issued << QJsonValue(u"2026-11-02T12:00:00Z"_s) << QString()
                                  << u"2026-11-24T12:00:00Z"_s;
    QTest::newRow("never stays never") << issued << QJsonValue() << QString() << QString();
    QTest::newRow("asked for") << issued << QJsonValue(u"2026-11-24T12:00:00Z"_s) << u"90d"_s
                               << u"2027-02-21T12:00:00Z"_s;
    QTest::newRow("never, given one") << issued << QJsonValue() << u"1h"_s << u"2026-11-23T13:00:00Z"_s;
    QTest::newRow("given none") << issued << QJsonValue(u"2026-11-24T12:00:00Z"_s) << u"never"_s << QString();
}

void TokenRotationTest::givesAFreshExpiry()
{
    QFETCH(QJsonValue, issued);
    QFETCH(QJsonValue, expires);
    QFETCH(QString, asked);
    QFETCH(QString, result);
    QJsonObject old = ChangesWorld::with(ChangesWorld::live(), u"issued_on"_s, issued);
    old.insert("expires_on"_L1, expires);
    RotationWorld world(old);
    world.goesWell();
    RotateRequest request = revokingOld();
    if (!asked.isEmpty())
        request.wishes.expiresIn = asked;
    QVERIFY(world.rotate(request));
    QCOMPARE(world.bodyOf(kPost).value("expires_on"_L1).toString(), result);
}

void TokenRotationTest::namesTheNewOne_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("name");
    QTest::newRow("default") << u"ci"_s << QString() << u"ci (rotated)"_s;
    QTest::newRow("asked for") << u"ci"_s << u" deploy "_s << u"deploy"_s;
    QTest::newRow("long") << QString(120, u'x') << QString() << QString(110, u'x') + u" (rotated)"_s;
}

void TokenRotationTest::namesTheNewOne()
{
    QFETCH(QString, old);
    QFETCH(QString, asked);
    QFETCH(QString, name);
    RotationWorld world(ChangesWorld::live(kOldId, old));
    world.goesWell();
    RotateRequest request = revokingOld();
    request.wishes.newName = asked;
    QVERIFY(world.rotate(request));
    QCOMPARE(world.bodyOf(kPost).value("name"_L1).toString(), name);
}

void TokenRotationTest::aStartToComeIsKept()
{
    RotationWorld world(ChangesWorld::with(ChangesWorld::live(), u"not_before"_s, u"2026-11-30T00:00:00Z"_s));
    world.goesWell();
    const auto done = world.rotate(revokingOld());
    QVERIFY(done);
    QCOMPARE(world.bodyOf(kPost).value("not_before"_L1).toString(), u"2026-11-30T00:00:00Z"_s);
    QCOMPARE(done->oldToken, OldToken::Kept); // the new one can't be verified before
    QVERIFY(done->warnings.join(u' ').contains("2026-11-30"_L1));
}

void TokenRotationTest::waitsForPropagation()
{
    RotationWorld world;
    world.goesWell();
    world.transport.instead(kVerify);
    for (int i = 0; i < 3; ++i)
        world.transport.refuse(kVerify, 401, 1000, u"Invalid API Token"_s);
    world.transport.succeed(kVerify, tokenJson(kNewId, {}));
    const auto done = world.rotate(revokingOld());
    QVERIFY(done);
    QCOMPARE(done->oldToken, OldToken::Revoked);
    QCOMPARE(world.transport.callNames().count(kVerify), 4);
}

void TokenRotationTest::verifiesOnTheRightPath()
{
    ChangesWorld world;
    const QString base = u"/v4/accounts/%1/tokens"_s.arg(kAccountA);
    world.transport.succeed(u"GET %1/%2"_s.arg(base, kOldId), ChangesWorld::live());
    world.transport.succeed(u"POST "_s + base,
                            ChangesWorld::with(replacement(), u"value"_s, QString::fromLatin1(kAccountToken)));
    world.transport.succeed(u"GET %1/verify"_s.arg(base), tokenJson(kNewId, {}));
    world.transport.succeed(u"GET %1/%2"_s.arg(base, kNewId), replacement());
    world.transport.succeed(u"DELETE %1/%2"_s.arg(base, kOldId), QJsonObject{{u"id"_s, kOldId}});
    const auto done = await(world.changes.rotate(
        {.address = {.tokenId = kOldId, .accountId = kAccountA}, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY(done);
    QCOMPARE(done->oldToken, OldToken::Revoked);
    const QStringList names = world.transport.callNames();
    const qsizetype verify = names.indexOf(u"GET %1/verify"_s.arg(base));
    QVERIFY(verify >= 0);
    QCOMPARE(world.transport.calls().at(static_cast<size_t>(verify)).bearer.reveal(), kAccountToken);
}

void TokenRotationTest::cancelling_data()
{
    QTest::addColumn<QString>("heldCall");
    QTest::addColumn<bool>("made");
    QTest::newRow("while reading") << kGetOld << false;
    QTest::newRow("while creating") << kPost << true;
    QTest::newRow("while verifying") << kVerify << true;
    QTest::newRow("while reading back") << kGetNew << true;
}

void TokenRotationTest::cancelling()
{
    QFETCH(QString, heldCall);
    QFETCH(bool, made);
    RotationWorld world;
    world.goesWell();
    world.transport.hold(heldCall);
    base::CancelSource cancel;
    auto task = world.changes.rotate(revokingOld(), {}, cancel.token());
    QTRY_VERIFY(world.transport.callNames().contains(heldCall));
    cancel.cancel();
    world.transport.release();
    const auto done = await(std::move(task));
    QCOMPARE(done.has_value(), made);
    QVERIFY(!world.transport.callNames().contains(kDelete));
    QCOMPARE(world.transport.callNames().contains(kPost), made);
    QCOMPARE(world.keychain.held(kNewId), made ? kNewSecret : QByteArray());
}

void TokenRotationTest::theBootstrapTokenIsNotRotated()
{
    ChangesWorld world;
    const auto done = await(world.changes.rotate({.address = {.tokenId = kTokenId, .kind = Owner::Kind::User}}, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::PermissionDenied);
    QVERIFY(done.error().message.contains("dashboard"_L1));
    QCOMPARE(world.transport.callNames().filter(u"POST"_s), QStringList());
}

void TokenRotationTest::aTokenManagerIsNotRotated()
{
    const QJsonObject manager =
        policyJson(u"686d18d5ac6c441c867cbf6771e58a0a"_s, u"com.cloudflare.api.user."_s + kUserTag);
    RotationWorld world(ChangesWorld::with(ChangesWorld::live(), u"policies"_s, QJsonArray{manager}));
    world.goesWell();
    const auto done = world.rotate(revokingOld());
    QVERIFY(!done);
    QVERIFY(done.error().message.contains("dashboard"_L1));
    QCOMPARE(world.transport.callNames(), QStringList{kGetOld});
}

void TokenRotationTest::theAllowListBinds()
{
    RotationWorld world({kAccountB}, ChangesWorld::live());
    world.goesWell();
    const auto done = world.rotate(revokingOld());
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::PermissionDenied);
    QCOMPARE(world.transport.callNames(), QStringList{kGetOld});
}

void TokenRotationTest::theProgramWaitsUntilTheSecretIsHeld()
{
    RotationWorld world;
    world.goesWell();
    world.transport.hold(kPost);
    auto creating = world.changes.rotate(revokingOld(), {});
    QTRY_VERIFY(world.transport.callNames().contains(kPost));
    QVERIFY(world.changes.underWay() > 0);
    world.transport.release();
    QVERIFY(await(std::move(creating)));
    QCOMPARE(world.changes.underWay(), 0);
}

QTEST_GUILESS_MAIN(TokenRotationTest)
#include "tst_tokenrotation.moc"
