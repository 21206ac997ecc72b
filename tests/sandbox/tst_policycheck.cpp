// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** What a token may be given. */
class PolicyCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resources_data();
    void resources();
    void subTokenRule();
    void updateMayKeepTokenRights();
    void creatorReachesOneZoneOnlyWithTheGroup();
    void failedCheckNamesTheGroup();

private:
    enum class Owner { User, Account };
};

void PolicyCheckTest::resources_data()
{
    QTest::addColumn<QString>("owner"); // "user", or "account": Harbour Labs
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("resources");
    QTest::addColumn<int>("code"); // 0: accepted
    const auto row = [](const char *name, const QString &owner, const QString &group, Scope scope,
                        const QString &resources,
                        int code) { QTest::newRow(name) << owner << group << int(scope) << resources << code; };
    const QString user = u"user"_s;
    const QString account = u"account"_s;
    const QString dns = u"DNS Write"_s;
    const QString pages = u"Pages Write"_s;
    const QString nested = u"{'com.cloudflare.api.account.%1':{'com.cloudflare.api.account.zone.*':'*'}}"_s;
    row("one zone", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.ZONE0':'*'}"_s, 0);
    row("two zones", user, dns, Scope::Zone,
        u"{'com.cloudflare.api.account.zone.ZONE0':'*','com.cloudflare.api.account.zone.ZONE1':'*'}"_s, 0);
    row("zones of an account", user, dns, Scope::Zone, nested.arg(u"ACCOUNT0"_s), 0);
    row("one zone, nested", user, dns, Scope::Zone,
        u"{'com.cloudflare.api.account.ACCOUNT0':{'com.cloudflare.api.account.zone.ZONE0':'*'}}"_s, 0);
    row("zone of another account, nested", user, dns, Scope::Zone,
        u"{'com.cloudflare.api.account.ACCOUNT1':{'com.cloudflare.api.account.zone.ZONE0':'*'}}"_s, 1001);
    row("every zone", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.*':'*'}"_s, 0);
    row("one account", user, pages, Scope::Account, u"{'com.cloudflare.api.account.ACCOUNT1':'*'}"_s, 0);
    row("every account", user, pages, Scope::Account, u"{'com.cloudflare.api.account.*':'*'}"_s, 0);
    row("yourself", user, u"User Details Read"_s, Scope::User, u"{'com.cloudflare.api.user.USER':'*'}"_s, 0);
    row("bucket", user, u"Workers R2 Storage Bucket Item Read"_s, Scope::Bucket,
        u"{'com.cloudflare.edge.r2.bucket.ACCOUNT0_default_media':'*'}"_s, 0);
    row("every bucket", user, u"Workers R2 Storage Bucket Item Read"_s, Scope::Bucket,
        u"{'com.cloudflare.edge.r2.bucket.*':'*'}"_s, 9109);
    row("bucket elsewhere", user, u"Workers R2 Storage Bucket Item Read"_s, Scope::Bucket,
        u"{'com.cloudflare.edge.r2.bucket.ACCOUNT0_mars_media':'*'}"_s, 1001);
    row("zone group on an account", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.ACCOUNT0':'*'}"_s, 1001);
    row("account group on zones", user, pages, Scope::Account, nested.arg(u"ACCOUNT0"_s), 1001);
    row("unknown zone", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.NOBODY':'*'}"_s, 1001);
    row("unknown account", user, pages, Scope::Account, u"{'com.cloudflare.api.account.NOBODY':'*'}"_s, 1001);
    row("somebody else", user, u"User Details Read"_s, Scope::User, u"{'com.cloudflare.api.user.NOBODY':'*'}"_s, 1001);
    row("nothing", user, dns, Scope::Zone, u"{}"_s, 1001);
    row("made-up key", user, dns, Scope::Zone, u"{'com.cloudflare.api.zone.ZONE0':'*'}"_s, 1001);
    row("made-up value", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.ZONE0':'read'}"_s, 1001);
    row("value is a number", user, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.ZONE0':1}"_s, 1001);
    row("account's zones", account, dns, Scope::Zone, nested.arg(u"ACCOUNT0"_s), 0);
    row("account itself", account, pages, Scope::Account, u"{'com.cloudflare.api.account.ACCOUNT0':'*'}"_s, 0);
    row("account's zone", account, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.ZONE0':'*'}"_s, 0);
    row("bare wildcard for an account", account, dns, Scope::Zone, u"{'com.cloudflare.api.account.zone.*':'*'}"_s,
        1001);
    row("other account for an account", account, pages, Scope::Account,
        u"{'com.cloudflare.api.account.ACCOUNT1':'*'}"_s, 1001);
    row("every account for an account", account, pages, Scope::Account, u"{'com.cloudflare.api.account.*':'*'}"_s,
        1001);
    row("user group for an account", account, u"User Details Read"_s, Scope::User,
        u"{'com.cloudflare.api.user.USER':'*'}"_s, 1001);
    row("withheld by the role", user, u"Billing Write"_s, Scope::Account,
        u"{'com.cloudflare.api.account.ACCOUNT2':'*'}"_s, 1001);
    row("not withheld by the role", user, u"Billing Write"_s, Scope::Account,
        u"{'com.cloudflare.api.account.ACCOUNT0':'*'}"_s, 0);
}

void PolicyCheckTest::resources()
{
    QFETCH(QString, owner);
    QFETCH(QString, group);
    QFETCH(int, scope);
    QFETCH(QString, resources);
    QFETCH(int, code);
    SandboxFixture cloudflare;
    const auto &world = cloudflare.world();
    resources.replace(u'\'', u'"');
    for (int i = 0; i < 3; ++i)
        resources.replace(u"ACCOUNT%1"_s.arg(i), world.accounts().at(i).id);
    resources.replace(u"ZONE0"_s, world.zones().at(0).id).replace(u"ZONE1"_s, world.zones().at(1).id);
    resources.replace(u"USER"_s, world.user().id).replace(u"NOBODY"_s, QString(32, u'9'));
    QJsonObject policy = cloudflare.policy(group, Scope(scope), {});
    policy.insert(u"resources"_s, QJsonDocument::fromJson(resources.toUtf8()).object());
    const QByteArray path = owner == "user"_L1 ? QByteArray("/user/tokens") : cloudflare.accountTokens(0);
    const Answer answer = cloudflare.post(path, cloudflare.body(u"n"_s, {policy}));
    QCOMPARE(answer.status(), code == 0 ? 200 : code == 9109 ? 403 : 400);
    QCOMPARE(answer.code(), code);
}

void PolicyCheckTest::subTokenRule()
{
    SandboxFixture cloudflare;
    const QString user = "com.cloudflare.api.user."_L1 + cloudflare.world().user().id;
    const QJsonObject manage = cloudflare.policy(u"API Tokens Write"_s, Scope::User, user);
    const Answer refused = cloudflare.post("/user/tokens", cloudflare.body(u"n"_s, {manage}));
    COMPARE_REFUSAL(refused, 400, 1001);
    QCOMPARE(refused.message(), u"sub-token is not allowed to have permissions to manage other tokens"_s);
    const QJsonObject ofAccount =
        cloudflare.policy(u"Account API Tokens Write"_s, Scope::Account, cloudflare.accountResource());
    COMPARE_REFUSAL(cloudflare.post(cloudflare.accountTokens(), cloudflare.body(u"n"_s, {ofAccount})), 400, 1001);
    const QJsonObject read = cloudflare.policy(u"API Tokens Read"_s, Scope::User, user);
    QCOMPARE(cloudflare.post("/user/tokens", cloudflare.body(u"n"_s, {read})).status(), 200);
    // An update can't smuggle it in either.
    const QByteArray plain = "/user/tokens/" + cloudflare.seeded(u"old-jenkins"_s).id.toLatin1();
    COMPARE_REFUSAL(cloudflare.put(plain, cloudflare.body(u"n"_s, {manage})), 400, 1001);
}

void PolicyCheckTest::updateMayKeepTokenRights()
{
    SandboxFixture cloudflare;
    const QByteArray path = "/user/tokens/" + cloudflare.world().bootstrapId().toLatin1();
    const QJsonObject manage = cloudflare.policy(u"API Tokens Write"_s, Scope::User,
                                                 "com.cloudflare.api.user."_L1 + cloudflare.world().user().id);
    const QJsonObject more = cloudflare.policy(u"DNS Write"_s, Scope::Zone, cloudflare.zoneResource(0));
    QCOMPARE(cloudflare.put(path, cloudflare.body(u"wider"_s, {manage, more})).status(), 200);
    QCOMPARE(cloudflare.get("/user/tokens").status(), 200);
    QCOMPARE(cloudflare.get("/user").code(), 9109); // what the body left out is gone
}

void PolicyCheckTest::creatorReachesOneZoneOnlyWithTheGroup()
{
    SandboxFixture cloudflare;
    const QByteArray own = cloudflare.accountBootstrap();
    const auto send = [&](const QJsonObject &policy) {
        return cloudflare.post(cloudflare.accountTokens(), cloudflare.body(u"n"_s, {policy}), own);
    };
    const Answer refused = send(cloudflare.policy(u"DNS Write"_s, Scope::Zone, cloudflare.zoneResource(0)));
    COMPARE_REFUSAL(refused, 400, 1001);
    QVERIFY(refused.message().contains("\"DNS Write\""_L1));
    QCOMPARE(send(cloudflare.policy(u"Zone Read"_s, Scope::Zone, cloudflare.zoneResource(0))).status(), 200);
    QCOMPARE(send(cloudflare.policy(u"DNS Write"_s, Scope::Zone, cloudflare.accountResource(),
                                    QJsonObject{{u"com.cloudflare.api.account.zone.*"_s, u"*"_s}}))
                 .status(),
             200);
}

void PolicyCheckTest::failedCheckNamesTheGroup()
{
    SandboxFixture cloudflare;
    const Answer answer =
        cloudflare.post("/user/tokens", cloudflare.body(u"n"_s, {cloudflare.policy(u"Billing Write"_s, Scope::Account,
                                                                                   cloudflare.accountResource(2))}));
    QCOMPARE(answer.message(),
             u"Failed common permission check against resources. (Permission group: \"Billing Write\")"_s);
}

QTEST_GUILESS_MAIN(PolicyCheckTest)
#include "tst_policycheck.moc"
