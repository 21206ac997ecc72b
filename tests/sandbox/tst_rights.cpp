// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** What a valid token may do, where requests lead, and how many there may be. */
class RightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rights_data();
    void rights();
    void denyWins();
    void routes_data();
    void routes();
    void budgetCountsDown();
    void everyAnswerHasARay();

private:
    /** A user-owned token with these policies; returns its secret. */
    static QByteArray make(SandboxFixture &cloudflare, const QJsonArray &policies, const QJsonObject &more = {});
};

QByteArray RightsTest::make(SandboxFixture &cloudflare, const QJsonArray &policies, const QJsonObject &more)
{
    QJsonObject body = cloudflare.body(u"probe"_s, policies);
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return cloudflare.post("/user/tokens", body).object().value(u"value"_s).toString().toLatin1();
}

void RightsTest::rights_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("scope");
    QTest::addColumn<int>("code"); // 0: allowed
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, const QString &group,
                        Scope scope,
                        int code) { QTest::newRow(name) << method << path << group << int(scope) << code; };
    row("read tokens", "GET", "/user/tokens", u"API Tokens Read"_s, Scope::User, 0);
    row("read groups", "GET", "/user/tokens/permission_groups", u"API Tokens Read"_s, Scope::User, 0);
    row("reader may not write", "POST", "/user/tokens", u"API Tokens Read"_s, Scope::User, 9109);
    row("reader may not roll", "PUT", "/user/tokens/{bootstrap}/value", u"API Tokens Read"_s, Scope::User, 9109);
    row("reader may not remove", "DELETE", "/user/tokens/{bootstrap}", u"API Tokens Read"_s, Scope::User, 9109);
    row("others may not read", "GET", "/user/tokens", u"DNS Write"_s, Scope::Zone, 9109);
    row("others may not write", "POST", "/user/tokens", u"DNS Write"_s, Scope::Zone, 9109);
    row("account's tokens", "GET", "/accounts/{0}/tokens", u"Account API Tokens Read"_s, Scope::Account, 0);
    row("another account's", "GET", "/accounts/{1}/tokens", u"Account API Tokens Read"_s, Scope::Account, 10000);
    row("account reader may not write", "POST", "/accounts/{0}/tokens", u"Account API Tokens Read"_s, Scope::Account,
        10000);
    row("user right is no account right", "GET", "/accounts/{0}/tokens", u"API Tokens Read"_s, Scope::User, 10000);
    row("user", "GET", "/user", u"User Details Read"_s, Scope::User, 0);
    row("user, write", "GET", "/user", u"User Details Write"_s, Scope::User, 0);
    row("user, no right", "GET", "/user", u"Memberships Read"_s, Scope::User, 9109);
    row("memberships", "GET", "/memberships", u"Memberships Read"_s, Scope::User, 0);
    row("memberships, no right", "GET", "/memberships", u"User Details Read"_s, Scope::User, 9109);
    row("account, any right", "GET", "/accounts/{0}", u"Pages Write"_s, Scope::Account, 0);
    row("account, another", "GET", "/accounts/{1}", u"Pages Write"_s, Scope::Account, 10000);
    row("zone, any right", "GET", "/zones/{zone}", u"DNS Read"_s, Scope::Zone, 0);
    row("zone, account right only", "GET", "/zones/{zone}", u"Pages Write"_s, Scope::Account, 9109);
    row("addresses", "GET", "/ips", u"Pages Write"_s, Scope::Account, 0);
}

void RightsTest::rights()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QString, group);
    QFETCH(int, scope);
    QFETCH(int, code);
    SandboxFixture cloudflare;
    path.replace("{0}", cloudflare.account(0)).replace("{1}", cloudflare.account(1));
    path.replace("{zone}", cloudflare.world().zones().at(0).id.toLatin1());
    path.replace("{bootstrap}", cloudflare.world().bootstrapId().toLatin1());
    const QHash<int, QString> resources{
        {int(Scope::User), "com.cloudflare.api.user."_L1 + cloudflare.world().user().id},
        {int(Scope::Account), cloudflare.accountResource(0)},
        {int(Scope::Zone), cloudflare.zoneResource(0)}};
    const QByteArray secret = make(cloudflare, {cloudflare.policy(group, Scope(scope), resources.value(scope))});
    QVERIFY(!secret.isEmpty());
    const Answer answer =
        cloudflare.send({.method = method, .path = path, .body = cloudflare.body(u"made"_s), .secret = secret});
    if (code == 0)
        QCOMPARE(answer.status(), 200);
    else
        COMPARE_REFUSAL(answer, 403, code);
}

void RightsTest::denyWins()
{
    SandboxFixture cloudflare;
    const QJsonObject all = cloudflare.policy(u"Zone Read"_s, Scope::Zone, u"com.cloudflare.api.account.zone.*"_s);
    QJsonObject but = cloudflare.policy(u"Zone Read"_s, Scope::Zone, cloudflare.zoneResource(0));
    but.insert(u"effect"_s, u"deny"_s);
    const QByteArray secret = make(cloudflare, {all, but});
    QCOMPARE(cloudflare.get("/zones", secret).list().size(), cloudflare.world().zones().size() - 1);
    COMPARE_REFUSAL(cloudflare.get("/zones/" + cloudflare.world().zones().at(0).id.toLatin1(), secret), 403, 9109);
    QCOMPARE(cloudflare.get("/zones/" + cloudflare.world().zones().at(1).id.toLatin1(), secret).status(), 200);
}

void RightsTest::routes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, int status, int code) {
        QTest::newRow(name) << method << path << status << code;
    };
    const QByteArray id = "0123456789abcdef0123456789abcdef";
    row("unknown path", "GET", "/user/keys", 404, 7000);
    row("nothing", "GET", "", 404, 7000);
    row("roll is no POST", "POST", "/user/tokens/" + id + "/roll", 404, 7000);
    row("wrong method", "PATCH", "/user/tokens", 405, 7001);
    row("empty id, GET is the list", "GET", "/user/tokens/", 200, 0);
    row("empty id, PUT", "PUT", "/user/tokens/", 405, 7001);
    row("empty id, DELETE", "DELETE", "/user/tokens/", 405, 7001);
    row("short id", "GET", "/user/tokens/abc", 400, 7003);
    row("upper-case id", "GET", "/user/tokens/" + id.toUpper(), 400, 7003);
    row("account id", "GET", "/accounts/abc/tokens", 400, 7003);
    row("unknown account", "GET", "/accounts/" + id + "/tokens", 404, 7003);
    row("unknown token", "GET", "/user/tokens/" + id, 404, 1003);
    row("unknown zone", "GET", "/zones/" + id, 403, 9109);
    row("unknown membership", "GET", "/memberships/" + id, 404, 1003);
    row("dots reach another endpoint", "GET", "/user/tokens/../../zones", 200, 0);
}

void RightsTest::routes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(int, code);
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.send({.method = method, .path = path});
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.code(), code);
}

void RightsTest::budgetCountsDown()
{
    SandboxFixture cloudflare({.requestsPerWindow = 3});
    const Answer first = cloudflare.get("/user/tokens/verify");
    QCOMPARE(first.header("Ratelimit"), QByteArray("\"default\";r=2;t=300"));
    QCOMPARE(first.header("Ratelimit-Policy"), QByteArray("\"default\";q=3;w=300"));
    cloudflare.clock.advance(std::chrono::seconds(100));
    QCOMPARE(cloudflare.get("/zones").header("ratelimit"), QByteArray("\"default\";r=1;t=200"));
    QCOMPARE(cloudflare.get("/zones").header("Ratelimit"), QByteArray("\"default\";r=0;t=200"));
    const Answer blocked = cloudflare.get("/zones");
    COMPARE_REFUSAL(blocked, 429, 971);
    QCOMPARE(blocked.header("Retry-After"), QByteArray("300"));
    QCOMPARE(cloudflare.get(cloudflare.accountTokens(), cloudflare.accountBootstrap()).status(), 200); // its own budget
    cloudflare.clock.advance(std::chrono::seconds(299));
    QCOMPARE(cloudflare.get("/zones").status(), 429);
    cloudflare.clock.advance(std::chrono::seconds(1));
    QCOMPARE(cloudflare.get("/zones").status(), 200);
}

void RightsTest::everyAnswerHasARay()
{
    SandboxFixture cloudflare;
    const QByteArray good = cloudflare.get("/zones").header("cf-ray");
    const QByteArray bad = cloudflare.get("/nowhere").header("CF-RAY");
    QCOMPARE(good.size(), 20);
    QCOMPARE(bad.size(), 20);
    QVERIFY(good != bad);
}

QTEST_GUILESS_MAIN(RightsTest)
#include "tst_rights.moc"
