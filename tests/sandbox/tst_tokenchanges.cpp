// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** Update, roll and delete. */
class TokenChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updateReplacesEverything();
    void updateKeepsWhatIsNotReplaced();
    void rollChangesTheSecretOnly();
    void removes();
    void tokensOfOthersAreNotFound();
};

void TokenChangesTest::updateReplacesEverything()
{
    SandboxFixture cloudflare;
    const sandbox::SandboxToken limited = cloudflare.seeded(u"backup-r2-nightly"_s);
    QVERIFY(limited.condition && limited.expiresOn.isValid());
    const QByteArray path = cloudflare.accountTokens() + '/' + limited.id.toLatin1();
    cloudflare.clock.advance(std::chrono::hours(1));
    const Answer changed = cloudflare.put(path, cloudflare.body(u"renamed"_s));
    QCOMPARE(changed.status(), 200);
    QCOMPARE(changed.object().value(u"name"_s), QJsonValue(u"renamed"_s));
    QVERIFY(!changed.object().contains(u"condition"_s));
    QVERIFY(!changed.object().contains(u"expires_on"_s));
    QVERIFY(changed.object().value(u"policies"_s).toArray().isEmpty());
    QCOMPARE(changed.object().value(u"modified_on"_s), QJsonValue(u"2026-11-23T13:00:00Z"_s));
    QVERIFY(!changed.object().contains(u"value"_s));
    QCOMPARE(cloudflare.put(path, {{u"name"_s, u"no policies"_s}}).code(), 1001);
}

void TokenChangesTest::updateKeepsWhatIsNotReplaced()
{
    SandboxFixture cloudflare;
    const QString id = cloudflare.seeded(u"partner-logpush"_s).id;
    const QByteArray path = cloudflare.accountTokens() + '/' + id.toLatin1();
    QJsonObject body = cloudflare.body(u"partner-logpush"_s);
    QCOMPARE(cloudflare.put(path, body).object().value(u"status"_s), QJsonValue(u"disabled"_s));
    body.insert(u"status"_s, u"active"_s);
    QCOMPARE(cloudflare.put(path, body).object().value(u"status"_s), QJsonValue(u"active"_s));
    body.insert(u"status"_s, u"disabled"_s);
    QCOMPARE(cloudflare.put(path, body).object().value(u"status"_s), QJsonValue(u"disabled"_s));
    QVERIFY(!cloudflare.world().token(id)->isUsable(cloudflare.clock.now()));

    // An expired token can be renamed with the expiry it has, and given a new one.
    const sandbox::SandboxToken &expired = cloudflare.seeded(u"old-migration-2024"_s);
    const QByteArray expiredPath = "/user/tokens/" + expired.id.toLatin1();
    QJsonObject renamed = cloudflare.body(u"older"_s);
    renamed.insert(u"expires_on"_s, expired.expiresOn.toString(Qt::ISODate));
    QCOMPARE(cloudflare.put(expiredPath, renamed).object().value(u"status"_s), QJsonValue(u"expired"_s));
    renamed.insert(u"expires_on"_s, u"2027-01-01T00:00:00Z"_s);
    QCOMPARE(cloudflare.put(expiredPath, renamed).object().value(u"status"_s), QJsonValue(u"active"_s));

    const QByteArray exposed =
        cloudflare.accountTokens(2) + '/' + cloudflare.seeded(u"leaked-in-demo-repo"_s).id.toLatin1();
    COMPARE_REFUSAL(cloudflare.put(exposed, cloudflare.body(u"x"_s)), 400, 1001);
}

void TokenChangesTest::rollChangesTheSecretOnly()
{
    SandboxFixture cloudflare;
    const sandbox::SandboxToken before = cloudflare.seeded(u"old-jenkins"_s);
    QCOMPARE(before.secret.size(), 40); // the old form
    const Answer rolled = cloudflare.put("/user/tokens/" + before.id.toLatin1() + "/value", {});
    QCOMPARE(rolled.status(), 200);
    QVERIFY(rolled.result().isString());
    const QByteArray secret = rolled.result().toString().toLatin1();
    QVERIFY(secret.startsWith("cfut_"));
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/verify", before.secret), 401, 1000);
    QCOMPARE(cloudflare.get("/user/tokens/verify", secret).object().value(u"id"_s), QJsonValue(before.id));
    const sandbox::SandboxToken *after = cloudflare.world().token(before.id);
    QCOMPARE(after->name, before.name);
    QCOMPARE(after->issuedOn, before.issuedOn);
    QVERIFY(after->modifiedOn > before.modifiedOn);

    // The bootstrap token can roll itself; its old value is worth nothing at once.
    const Answer own = cloudflare.put("/user/tokens/" + cloudflare.world().bootstrapId().toLatin1() + "/value", {});
    QCOMPARE(own.status(), 200);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens"), 403, 9109);
    QCOMPARE(cloudflare.get("/user/tokens", own.result().toString().toLatin1()).status(), 200);
}

void TokenChangesTest::removes()
{
    SandboxFixture cloudflare;
    const sandbox::SandboxToken token = cloudflare.seeded(u"old-jenkins"_s);
    const QByteArray path = "/user/tokens/" + token.id.toLatin1();
    const Answer removed = cloudflare.remove(path);
    QCOMPARE(removed.status(), 200);
    QCOMPARE(removed.object(), QJsonObject({{u"id"_s, token.id}}));
    COMPARE_REFUSAL(cloudflare.get(path), 404, 1003);
    COMPARE_REFUSAL(cloudflare.remove(path), 404, 1003);
    COMPARE_REFUSAL(cloudflare.put(path, cloudflare.body(u"x"_s)), 404, 1003);
    COMPARE_REFUSAL(cloudflare.put(path + "/value", {}), 404, 1003);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/verify", token.secret), 401, 1000);
}

void TokenChangesTest::tokensOfOthersAreNotFound()
{
    SandboxFixture cloudflare;
    const QByteArray ofHarbour = cloudflare.seeded(u"ci-dns-preview"_s).id.toLatin1();
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/" + ofHarbour), 404, 1003);
    COMPARE_REFUSAL(cloudflare.get(cloudflare.accountTokens(1) + '/' + ofHarbour), 404, 1003);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens(0) + '/' + ofHarbour).status(), 200);
}

QTEST_GUILESS_MAIN(TokenChangesTest)
#include "tst_tokenchanges.moc"
