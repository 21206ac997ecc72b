// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/rotationworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using OldToken = tokens::RotateOutcome::OldToken;
using Fault = FaultyStore::Fault;

/** One thing that goes wrong during a rotation. */
struct RotationFault
{
    void (*spoil)(RotationWorld &world);
    QLatin1StringView word; ///< in the warning or error
};

Q_DECLARE_METATYPE(RotationFault)

/** A fault at every step of a rotation. */
class RotationFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecretSurvivesEveryFault_data();
    void theSecretSurvivesEveryFault();
    void faultsBeforeTheCreationChangeNothing_data();
    void faultsBeforeTheCreationChangeNothing();
    void aLostCreationIsFoundAndNotRepeated();
};

// D12: whatever fails after the creation, the new token's secret is in the answer, and the old token lives.
void RotationFaultsTest::theSecretSurvivesEveryFault_data()
{
    QTest::addColumn<RotationFault>("fault");
    const auto row = [](const char *name, QLatin1StringView word, void (*spoil)(RotationWorld &)) {
        QTest::newRow(name) << RotationFault{spoil, word};
    };
    row("keychain refuses", "kept"_L1, [](RotationWorld &w) {
        w.keychain.fault = Fault::RefusesWrites;
        w.keychain.writesBeforeFault = 1; // the proof goes well
    });
    row("keychain forgets", "kept"_L1, [](RotationWorld &w) {
        w.keychain.fault = Fault::ForgetsWrites;
        w.keychain.writesBeforeFault = 1;
    });
    row("keychain can't be read", "kept"_L1, [](RotationWorld &w) {
        w.keychain.fault = Fault::FailsReads;
        w.keychain.writesBeforeFault = 2; // the proof is read back
    });
    row("verify: edge page", "verified"_L1,
        [](RotationWorld &w) { w.transport.instead(kVerify).script(kVerify, kEdgePage); });
    row("verify: invalid", "verified"_L1,
        [](RotationWorld &w) { w.transport.instead(kVerify).refuse(kVerify, 401, 1000, u"Invalid API Token"_s); });
    row("verify: lost", "verified"_L1, [](RotationWorld &w) {
        w.transport.instead(kVerify).script(kVerify, Error{.code = Error::Code::Timeout, .message = u"No answer."_s});
    });
    row("verify: not active", "verified"_L1, [](RotationWorld &w) {
        w.transport.instead(kVerify).succeed(kVerify,
                                             ChangesWorld::with(tokenJson(kNewId, {}), u"status"_s, u"disabled"_s));
    });
    row("verify: another token", "verified"_L1,
        [](RotationWorld &w) { w.transport.instead(kVerify).succeed(kVerify, tokenJson(kTokenId, {})); });
    row("read back: refused", "read back"_L1,
        [](RotationWorld &w) { w.transport.instead(kGetNew).refuse(kGetNew, 403, 10000, u"Authentication error"_s); });
    row("read back: edge page", "read back"_L1,
        [](RotationWorld &w) { w.transport.instead(kGetNew).script(kGetNew, kEdgePage); });
    row("policies dropped", "permissions"_L1, [](RotationWorld &w) {
        w.transport.instead(kGetNew).succeed(kGetNew, ChangesWorld::with(replacement(), u"policies"_s, QJsonArray{}));
    });
    row("condition ignored", "IP limits"_L1, [](RotationWorld &w) {
        w.transport.instead(kGetNew).succeed(kGetNew, ChangesWorld::with(replacement(), u"condition"_s, QJsonObject{}));
    });
    row("delete: edge page", "still works"_L1,
        [](RotationWorld &w) { w.transport.instead(kDelete).script(kDelete, kEdgePage); });
    row("delete: refused", "still works"_L1,
        [](RotationWorld &w) { w.transport.instead(kDelete).refuse(kDelete, 400, 1001, u"managed by Cloudflare"_s); });
    row("delete: forbidden", "still works"_L1,
        [](RotationWorld &w) { w.transport.instead(kDelete).refuse(kDelete, 403, 10000, u"Authentication error"_s); });
    row("delete: rate limit", "still works"_L1,
        [](RotationWorld &w) { w.transport.instead(kDelete).refuse(kDelete, 429, 971, u"Please wait"_s); });
}

void RotationFaultsTest::theSecretSurvivesEveryFault()
{
    QFETCH(RotationFault, fault);
    RotationWorld world;
    world.goesWell();
    fault.spoil(world);
    const auto done = world.rotate(revokingOld());
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->created.secret.reveal(), kNewSecret);
    QCOMPARE(done->created.token.id, kNewId);
    QCOMPARE(done->oldToken, OldToken::Kept);
    const QString warnings = done->warnings.join(u' ');
    QVERIFY2(warnings.contains(fault.word), qPrintable(warnings));
    QVERIFY(!warnings.contains(QString::fromLatin1(kNewSecret)));
    if (!done->keychainItem.isEmpty())
        QCOMPARE(world.keychain.held(kNewId), kNewSecret);
    QCOMPARE(world.transport.callNames().count(kPost), 1);
    QCOMPARE(world.actions.size(), size_t(1));
    QVERIFY(!world.actions.front().error);
    QCOMPARE(world.actions.front().newTokenId, kNewId);
}

void RotationFaultsTest::faultsBeforeTheCreationChangeNothing_data()
{
    QTest::addColumn<RotationFault>("fault");
    const auto row = [](const char *name, QLatin1StringView word, void (*spoil)(RotationWorld &)) {
        QTest::newRow(name) << RotationFault{spoil, word};
    };
    row("no keychain", "Rotate without revokeOld"_L1, [](RotationWorld &w) { w.keychain.fault = Fault::Unavailable; });
    row("keychain refuses", "Rotate without revokeOld"_L1,
        [](RotationWorld &w) { w.keychain.fault = Fault::RefusesWrites; });
    row("keychain can't be read", "Rotate without revokeOld"_L1,
        [](RotationWorld &w) { w.keychain.fault = Fault::FailsReads; });
    row("quota", "no room"_L1, [](RotationWorld &w) {
        w.transport.instead(kPost).refuse(kPost, 400, 1001, u"maximum number of tokens reached: 50"_s);
    });
    row("refused group", "grant one of the permissions"_L1, [](RotationWorld &w) {
        w.transport.instead(kPost).refuse(kPost, 400, 1001, u"Failed common permission check against resources."_s);
    });
    row("never reached", "Not reached"_L1, [](RotationWorld &w) {
        w.transport.instead(kPost).script(kPost, Error{.code = Error::Code::Unavailable, .message = u"Not reached."_s});
    });
}

void RotationFaultsTest::faultsBeforeTheCreationChangeNothing()
{
    QFETCH(RotationFault, fault);
    RotationWorld world;
    world.goesWell();
    fault.spoil(world);
    const auto done = world.rotate(revokingOld());
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(fault.word), qPrintable(done.error().message));
    QVERIFY(!world.transport.callNames().contains(kDelete));
    QVERIFY(world.transport.callNames().count(kPost) <= 1);
    QCOMPARE(world.changes.underWay(), 0);
    QVERIFY(world.actions.front().error);
}

void RotationFaultsTest::aLostCreationIsFoundAndNotRepeated()
{
    RotationWorld world;
    world.transport.script(kPost, kEdgePage);
    world.transport.succeed(u"GET "_s + kTokens,
                            QJsonArray{ChangesWorld::with(replacement(), u"issued_on"_s, u"2026-11-23T12:00:01Z"_s)});
    const auto done = world.rotate(revokingOld());
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(done.error().message.contains(kNewId));
    QCOMPARE(world.transport.callNames().count(kPost), 1);
    QVERIFY(!world.transport.callNames().contains(kDelete));
}

QTEST_GUILESS_MAIN(RotationFaultsTest)
#include "tst_rotationfaults.moc"
