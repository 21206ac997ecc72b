// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/changesworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::TokenAddress;

namespace {

const QString kGet = u"GET "_s + ChangesWorld::path(kOldId);
const QString kPut = u"PUT "_s + ChangesWorld::path(kOldId);
const QString kRoll = u"PUT "_s + ChangesWorld::path(kOldId, u"/value"_s);
const QString kPost = u"POST "_s + kTokens;

TokenAddress users()
{
    return {.tokenId = kOldId, .kind = Owner::Kind::User};
}

} // namespace

/** What no change may do to a token: lose a part that can't be read, run into another change, or lose a secret. */
class ChangeSafetyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCantBeReadIsNotWritten_data();
    void whatCantBeReadIsNotWritten();
    void twoUpdatesAtOnce();
    void twoRollsAtOnce();
    void aPreviewBesideAChange();
    void anUnclaimedSecretIsKept();
    void aRotationIsUnderWayUntilTheSecretIsSafe();
    void enablingWhatCantBeEnabled_data();
    void enablingWhatCantBeEnabled();
};

void ChangeSafetyTest::whatCantBeReadIsNotWritten_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no policies") << u"policies"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null policies") << u"policies"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("condition") << u"condition"_s << QJsonValue(QJsonArray{u"new form"_s});
    QTest::newRow("expiry") << u"expires_on"_s << QJsonValue(1800000000);
    QTest::newRow("start") << u"not_before"_s << QJsonValue(u"soon"_s);
    QTest::newRow("name") << u"name"_s << QJsonValue(QJsonArray{u"ci"_s});
    QTest::newRow("status") << u"status"_s << QJsonValue(1);
}

void ChangeSafetyTest::whatCantBeReadIsNotWritten()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    ChangesWorld world;
    QJsonObject live = ChangesWorld::live();
    live.insert(member, value);
    world.transport.succeed(kGet, live);
    world.transport.succeed(kPut, live);
    world.transport.succeed(kPost, ChangesWorld::with(live, u"value"_s, QString::fromLatin1(kNewSecret)));
    const auto updated = await(world.changes.update({.address = users(), .name = u"x"_s}, {}));
    QVERIFY(!updated);
    QCOMPARE(updated.error().code, Error::Code::ProtocolError);
    QVERIFY2(updated.error().message.contains(member), qPrintable(updated.error().message));
    const auto rotated = await(world.changes.rotate({.address = users()}, {}));
    QVERIFY(!rotated);
    QCOMPARE(rotated.error().code, Error::Code::ProtocolError);
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kGet}));
}

void ChangeSafetyTest::twoUpdatesAtOnce()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kPut, ChangesWorld::live());
    world.transport.hold(kGet);
    auto one = world.changes.update({.address = users(), .name = u"renamed"_s}, {});
    auto two = world.changes.update({.address = users(), .ipAllow = QStringList{u"192.0.2.1"_s}}, {});
    QCOMPARE(world.transport.callNames(), QStringList{kGet});
    world.transport.release();
    QVERIFY(await(std::move(one)));
    const auto refused = await(std::move(two));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains("Nothing was done"_L1), qPrintable(refused.error().message));
    QCOMPARE(world.transport.callNames().count(kPut), 1);
    QCOMPARE(world.actions.size(), size_t(2)); // a refused attempt is one as well
    QVERIFY(await(world.changes.update({.address = users(), .name = u"renamed"_s}, {})));
}

void ChangeSafetyTest::twoRollsAtOnce()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kRoll, QString::fromLatin1(kNewSecret));
    world.transport.hold(kRoll);
    auto one = world.changes.roll(users(), {});
    auto two = world.changes.roll(users(), {});
    auto three = world.changes.revoke(users(), {});
    auto four = world.changes.rotate({.address = users()}, {});
    world.transport.release();
    QVERIFY(await(std::move(one)));
    QVERIFY(!await(std::move(two)));
    QVERIFY(!await(std::move(three)));
    QVERIFY(!await(std::move(four)));
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kRoll}));
}

void ChangeSafetyTest::aPreviewBesideAChange()
{
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kRoll, QString::fromLatin1(kNewSecret));
    world.transport.hold(kRoll);
    auto one = world.changes.roll(users(), {});
    const auto preview = await(world.changes.update(
        {.address = users(), .name = u"x"_s, .apply = tokens::UpdateRequest::Apply::PreviewOnly}, {}));
    QVERIFY(preview);
    world.transport.release();
    QVERIFY(await(std::move(one)));
}

void ChangeSafetyTest::anUnclaimedSecretIsKept()
{
    ChangesWorld world;
    world.transport.succeed(
        kPost, ChangesWorld::with(ChangesWorld::live(kNewId), u"value"_s, QString::fromLatin1(kNewSecret)));
    world.transport.hold(kPost);
    base::CancelSource cancel;
    auto task = world.maker.make(Owner::user(), {.name = u"ci"_s}, cancel.token());
    cancel.cancel();
    world.transport.release();
    QVERIFY(await(std::move(task)));
    QCOMPARE(world.keychain.held(kNewId), kNewSecret);
    QCOMPARE(world.maker.making(), 0);
}

// Without a keychain the answer is the only place of the secret: the program must not end before it is given.
void ChangeSafetyTest::aRotationIsUnderWayUntilTheSecretIsSafe()
{
    const QString verify = u"GET /v4/user/tokens/verify"_s;
    ChangesWorld world;
    world.keychain.fault = FaultyStore::Fault::Unavailable;
    world.transport.succeed(kGet, ChangesWorld::live());
    world.transport.succeed(kPost, ChangesWorld::with(ChangesWorld::live(kNewId, u"ci (rotated)"_s), u"value"_s,
                                                      QString::fromLatin1(kNewSecret)));
    world.transport.hold(verify);
    base::CancelSource cancel;
    auto task = world.changes.rotate({.address = users()}, {}, cancel.token());
    QCOMPARE(world.transport.callNames(), (QStringList{kGet, kPost, verify}));
    QCOMPARE(world.changes.underWay(), 1);
    cancel.cancel();
    world.transport.release();
    const auto rotated = await(std::move(task));
    QVERIFY(rotated);
    QCOMPARE(rotated->created.secret.reveal(), kNewSecret);
    QCOMPARE(world.changes.underWay(), 0);
    QCOMPARE(world.transport.callNames().count(verify), 1); // nobody waits: no further attempts
}

void ChangeSafetyTest::enablingWhatCantBeEnabled_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<std::optional<QString>>("expiresIn");
    QTest::addColumn<bool>("fine");
    QTest::newRow("expired") << u"expired"_s << std::optional<QString>() << false;
    QTest::newRow("expired, new expiry") << u"expired"_s << std::optional<QString>(u"30d"_s) << true;
    QTest::newRow("exposed") << u"exposed"_s << std::optional<QString>() << false;
    QTest::newRow("exposed, new expiry") << u"exposed"_s << std::optional<QString>(u"30d"_s) << false;
    QTest::newRow("active") << u"active"_s << std::optional<QString>() << true;
}

void ChangeSafetyTest::enablingWhatCantBeEnabled()
{
    QFETCH(const QString, status);
    QFETCH(const std::optional<QString>, expiresIn);
    QFETCH(const bool, fine);
    ChangesWorld world;
    world.transport.succeed(kGet, ChangesWorld::with(ChangesWorld::live(), u"status"_s, status));
    const auto preview = await(world.changes.update({.address = users(),
                                                     .expiresIn = expiresIn,
                                                     .enabled = model::Enabled::Yes,
                                                     .apply = tokens::UpdateRequest::Apply::PreviewOnly},
                                                    {}));
    QCOMPARE(preview.has_value(), fine);
    if (!fine)
        QCOMPARE(preview.error().field, u"enabled"_s);
}

QTEST_GUILESS_MAIN(ChangeSafetyTest)
#include "tst_changesafety.moc"
