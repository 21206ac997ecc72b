// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/sandboxedworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::RotateOutcome;
using tokens::RotateRequest;
using tokens::TokenAddress;
using tokens::UpdateOutcome;
using tokens::UpdateRequest;

namespace {

using Counts = QMap<QString, int>;
const QString kOne = u"/user/tokens/{token_id}"_s;
const QString kAll = u"/user/tokens"_s;
const QString kUsers = u"office-vpn-dyndns"_s; // with IP limits, never expires
const QString kMixed = u"laptop-wrangler"_s;   // account, zone and user policies

} // namespace

class ChangesAtSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void updatesWithThreeCalls();
    void anUpdateKeepsEveryPolicy();
    void aDroppedPolicyIsNoticed();
    void aLostPutIsNotRepeated_data();
    void aLostPutIsNotRepeated();
    void disablesAndEnables();
    void rolls();
    void aLostRollIsNotRepeated();
    void revokesWithOneCall();
    void aLostDeletionSucceeds();
    void rotates_data();
    void rotates();
    void aLostPostIsFoundAndNotRepeated();
    void aFailingDeleteKeepsTheSecret();
    void aFailingVerifyKeepsTheOldOne();
    void anIgnoredConditionKeepsTheOldOne();
    void aFullQuotaChangesNothing();
    void foreignAccountsAreOutOfReach();

private:
    std::unique_ptr<SandboxedWorld> m_world;
};

void ChangesAtSandboxTest::init()
{
    m_world = std::make_unique<SandboxedWorld>();
    m_world->asked();
}

void ChangesAtSandboxTest::updatesWithThreeCalls()
{
    const UpdateRequest request{.address = m_world->addressOf(kUsers), .name = u"renamed"_s, .expiresIn = u"30d"_s};
    const auto done = await(m_world->changes.update(request, {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->written, UpdateOutcome::Written::AsAsked);
    QCOMPARE(m_world->asked(), (Counts{{u"GET "_s + kOne, 2}, {u"PUT "_s + kOne, 1}}));
    const sandbox::SandboxToken &token = *m_world->server.world().token(request.address.tokenId);
    QCOMPARE(token.name, u"renamed"_s);
    QVERIFY(token.expiresOn.isValid());
    QVERIFY(token.condition.has_value());
}

void ChangesAtSandboxTest::anUpdateKeepsEveryPolicy()
{
    const TokenAddress address = m_world->addressOf(kMixed);
    const auto before = await(m_world->api.getToken(Owner::user(), address.tokenId));
    QVERIFY(before && before->policies.size() > 1);
    const auto done = await(m_world->changes.update({.address = address, .name = u"laptop"_s}, {}));
    QVERIFY(done);
    QCOMPARE(done->written, UpdateOutcome::Written::AsAsked);
    const auto after = await(m_world->api.getToken(Owner::user(), address.tokenId));
    QVERIFY(after && model::sameGrants(before->policies, after->policies));
    QCOMPARE(after->name, u"laptop"_s);
}

void ChangesAtSandboxTest::aDroppedPolicyIsNoticed()
{
    m_world->transport.dropsLastPolicy = true;
    const auto done = await(m_world->changes.update({.address = m_world->addressOf(kMixed), .name = u"laptop"_s}, {}));
    QVERIFY(done);
    QCOMPARE(done->written, UpdateOutcome::Written::Unlike);
    QVERIFY(done->warnings.join(u' ').contains("permissions"_L1));
}

void ChangesAtSandboxTest::aLostPutIsNotRepeated_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("happened");
    QTest::newRow("dropped after") << QByteArray(R"("kind":"drop-after")") << true;
    QTest::newRow("dropped before") << QByteArray(R"("kind":"drop-before")") << false;
    QTest::newRow("edge page after") << QByteArray(R"("kind":"html","after":true)") << true;
    QTest::newRow("cut off") << QByteArray(R"("kind":"truncate")") << true;
}

void ChangesAtSandboxTest::aLostPutIsNotRepeated()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, happened);
    m_world->fault("{" + kind + R"(,"method":"PUT"})");
    const UpdateRequest request{.address = m_world->addressOf(kUsers), .name = u"renamed"_s};
    const auto done = await(m_world->changes.update(request, {}));
    QCOMPARE(done.has_value(), happened);
    if (!done)
        QCOMPARE(done.error().code, Error::Code::OutcomeUnknown);
    QCOMPARE(m_world->server.world().token(request.address.tokenId)->name, happened ? u"renamed"_s : kUsers);
    QCOMPARE(m_world->asked().value(u"PUT "_s + kOne), 1);
}

void ChangesAtSandboxTest::disablesAndEnables()
{
    const TokenAddress address = m_world->addressOf(kUsers);
    QVERIFY(await(m_world->changes.update({.address = address, .enabled = model::Enabled::No}, {})));
    QCOMPARE(m_world->server.world().token(address.tokenId)->state, sandbox::TokenState::Disabled);
    QVERIFY(await(m_world->changes.update({.address = address, .name = u"still off"_s}, {})));
    QCOMPARE(m_world->server.world().token(address.tokenId)->state, sandbox::TokenState::Disabled);
    QVERIFY(await(m_world->changes.update({.address = address, .enabled = model::Enabled::Yes}, {})));
    QCOMPARE(m_world->server.world().token(address.tokenId)->state, sandbox::TokenState::Active);
}

void ChangesAtSandboxTest::rolls()
{
    const TokenAddress address = m_world->addressOf(u"deploy-workers-prod"_s);
    const QByteArray old = m_world->server.world().token(address.tokenId)->secret;
    const auto rolled = await(m_world->changes.roll(address, {}));
    QVERIFY(rolled);
    const QByteArray now = m_world->server.world().token(address.tokenId)->secret;
    QVERIFY(now != old);
    QCOMPARE(rolled->secret.reveal(), now);
    const auto held = await(m_world->store.read(rolled->keychainItem));
    QVERIFY(held && *held && (*held)->equals(rolled->secret));
    const QString route = u"/accounts/{account_id}/tokens/{token_id}"_s;
    QCOMPARE(m_world->asked(), (Counts{{u"GET "_s + route, 1}, {u"PUT %1/value"_s.arg(route), 1}}));
}

void ChangesAtSandboxTest::aLostRollIsNotRepeated()
{
    m_world->fault(R"({"kind":"drop-after","method":"PUT"})");
    const auto rolled = await(m_world->changes.roll(m_world->addressOf(kUsers), {}));
    QVERIFY(!rolled);
    QCOMPARE(rolled.error().code, Error::Code::OutcomeUnknown);
    QCOMPARE(m_world->asked().value(u"PUT %1/value"_s.arg(kOne)), 1);
}

void ChangesAtSandboxTest::revokesWithOneCall()
{
    const TokenAddress address = m_world->addressOf(kUsers);
    QVERIFY(await(m_world->changes.revoke(address, {})));
    QCOMPARE(m_world->server.world().token(address.tokenId), nullptr);
    QCOMPARE(m_world->asked(), (Counts{{u"DELETE "_s + kOne, 1}}));
    const auto again = await(m_world->changes.revoke(address, {}));
    QVERIFY(again);
    QCOMPARE(again->gone, tokens::RevokeOutcome::Gone::Before);
}

void ChangesAtSandboxTest::aLostDeletionSucceeds()
{
    m_world->fault(R"({"kind":"drop-after","method":"DELETE","times":1})");
    const TokenAddress address = m_world->addressOf(kUsers);
    QVERIFY(await(m_world->changes.revoke(address, {})));
    QCOMPARE(m_world->server.world().token(address.tokenId), nullptr);
}

void ChangesAtSandboxTest::rotates_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"office-vpn-dyndns", "laptop-wrangler", "k8s-external-dns", "staging-pages",
                             "old-migration-2024", "terraform-main", "siem-audit-pull"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ChangesAtSandboxTest::rotates()
{
    QFETCH(QString, name);
    const TokenAddress address = m_world->addressOf(name);
    const sandbox::SandboxToken old = *m_world->server.world().token(address.tokenId);
    const auto done = await(m_world->changes.rotate({.address = address, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->warnings, QStringList());
    QCOMPARE(done->oldToken, RotateOutcome::OldToken::Revoked);
    QCOMPARE(m_world->server.world().token(old.id), nullptr);
    const sandbox::SandboxToken *fresh = m_world->server.world().tokenBySecret(done->created.secret.reveal());
    QVERIFY(fresh);
    QCOMPARE(fresh->accountId, old.accountId);
    QCOMPARE(fresh->policies.size(), old.policies.size());
    QCOMPARE(fresh->condition.has_value(), old.condition.has_value());
    QCOMPARE(fresh->expiresOn.isValid(), old.expiresOn.isValid());
    QVERIFY(fresh->isUsable(m_world->clock.now()));
    const QString base = old.accountId.isEmpty() ? kAll : u"/accounts/{account_id}/tokens"_s;
    QCOMPARE(m_world->asked(), (Counts{{u"GET %1/{token_id}"_s.arg(base), 2},
                                       {u"GET %1/verify"_s.arg(base), 1},
                                       {u"POST "_s + base, 1},
                                       {u"DELETE %1/{token_id}"_s.arg(base), 1}}));
}

void ChangesAtSandboxTest::aLostPostIsFoundAndNotRepeated()
{
    m_world->fault(R"({"kind":"drop-after","method":"POST"})");
    const TokenAddress address = m_world->addressOf(kUsers);
    const auto done = await(m_world->changes.rotate({.address = address, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::OutcomeUnknown);
    const sandbox::SandboxToken &orphan = m_world->seeded(kUsers + u" (rotated)"_s);
    QVERIFY2(done.error().message.contains(orphan.id), qPrintable(done.error().message));
    const Counts asked = m_world->asked();
    QCOMPARE(asked.value(u"POST "_s + kAll), 1);
    QVERIFY(!asked.contains(u"DELETE "_s + kOne));
    QVERIFY(m_world->server.world().token(address.tokenId));
}

void ChangesAtSandboxTest::aFailingDeleteKeepsTheSecret()
{
    m_world->fault(R"({"kind":"status","status":403,"method":"DELETE"})");
    const TokenAddress address = m_world->addressOf(kUsers);
    const auto done = await(m_world->changes.rotate({.address = address, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY(done);
    QCOMPARE(done->oldToken, RotateOutcome::OldToken::Kept);
    QVERIFY(m_world->server.world().tokenBySecret(done->created.secret.reveal()));
    QVERIFY(m_world->server.world().token(address.tokenId));
    const auto held = await(m_world->store.read(done->keychainItem));
    QVERIFY(held && *held && (*held)->equals(done->created.secret));
}

void ChangesAtSandboxTest::aFailingVerifyKeepsTheOldOne()
{
    m_world->fault(R"({"kind":"status","status":401,"code":1000,"method":"GET","path":"/user/tokens/verify"})");
    const TokenAddress address = m_world->addressOf(kUsers);
    const auto done = await(m_world->changes.rotate({.address = address, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY(done);
    QCOMPARE(done->oldToken, RotateOutcome::OldToken::Kept);
    QCOMPARE(done->verified, RotateOutcome::Verified::No);
    QVERIFY(m_world->server.world().token(address.tokenId));
    QVERIFY(!m_world->asked().contains(u"DELETE "_s + kOne));
}

void ChangesAtSandboxTest::anIgnoredConditionKeepsTheOldOne()
{
    m_world->transport.ignored = u"condition"_s;
    const TokenAddress address = m_world->addressOf(kUsers);
    const auto done = await(m_world->changes.rotate({.address = address, .old = RotateRequest::Old::Revoke}, {}));
    QVERIFY(done);
    QCOMPARE(done->oldToken, RotateOutcome::OldToken::Kept);
    QVERIFY(done->warnings.join(u' ').contains("IP limits"_L1));
    QVERIFY(m_world->server.world().token(address.tokenId));
}

void ChangesAtSandboxTest::aFullQuotaChangesNothing()
{
    sandbox::SandboxWorld &world = m_world->server.world();
    while (world.tokensOf({}, sandbox::SandboxWorld::Listing::WithExpired).size() < world.quota({}))
        Q_UNUSED(world.create({}, {.name = u"filler"_s}));
    const auto done = await(m_world->changes.rotate({.address = m_world->addressOf(kUsers)}, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::QuotaExceeded);
    QVERIFY(done.error().message.contains("no room"_L1));
}

void ChangesAtSandboxTest::foreignAccountsAreOutOfReach()
{
    const QString fernhill = m_world->server.world().accounts().at(1).id;
    m_world = std::make_unique<SandboxedWorld>(QStringList{fernhill});
    const QString here = m_world->server.world().accounts().at(1).id;
    const bool sameWorld = here == fernhill; // the seed decides the ids
    QVERIFY(sameWorld);
    for (const QString &name : {u"deploy-workers-prod"_s, kUsers, u"old-migration-2024"_s}) {
        const TokenAddress address = m_world->addressOf(name);
        const auto revoked = await(m_world->changes.revoke(address, {}));
        QVERIFY2(!revoked, qPrintable(name));
        QCOMPARE(revoked.error().code, Error::Code::PermissionDenied);
        QVERIFY(m_world->server.world().token(address.tokenId));
    }
    QVERIFY(await(m_world->changes.revoke(m_world->addressOf(u"staging-pages"_s), {})));
}

QTEST_GUILESS_MAIN(ChangesAtSandboxTest)
#include "tst_changesatsandbox.moc"
