// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** Who gets in: headers, unusable tokens, verify, time and address limits. */
class AuthenticationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authorizationHeaders_data();
    void authorizationHeaders();
    void unusableTokens_data();
    void unusableTokens();
    void verifyPerPath();
    void tokensEndAndStartByTheClock();
    void addressLimits_data();
    void addressLimits();
    void emptyAddressListsLockOut();
    void oldSpellingIsIgnored();

private:
    /** A user-owned token with these policies; returns its secret. */
    static QByteArray make(SandboxFixture &cloudflare, const QJsonArray &policies, const QJsonObject &more = {});
};

QByteArray AuthenticationTest::make(SandboxFixture &cloudflare, const QJsonArray &policies, const QJsonObject &more)
{
    QJsonObject body = cloudflare.body(u"probe"_s, policies);
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return cloudflare.post("/user/tokens", body).object().value(u"value"_s).toString().toLatin1();
}

void AuthenticationTest::authorizationHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray unknown = "cfut_0123456789012345678901234567890123456789deadbeef";
    QTest::newRow("unknown token") << "Bearer " + unknown << 403 << 9109;
    QTest::newRow("lower-case scheme") << "bearer " + unknown << 403 << 9109;
    QTest::newRow("no scheme") << unknown << 400 << 6003;
    QTest::newRow("basic") << QByteArray("Basic dXNlcjpwYXNzd29yZA==") << 400 << 6003;
    QTest::newRow("empty token") << QByteArray("Bearer ") << 400 << 6003;
    QTest::newRow("quotes") << "Bearer \"" + unknown + '"' << 400 << 6003;
    QTest::newRow("space inside") << "Bearer " + unknown.left(20) + ' ' + unknown.mid(20) << 400 << 6003;
    QTest::newRow("too long") << "Bearer " + QByteArray(300, 'x') << 400 << 6003;
}

void AuthenticationTest::authorizationHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(int, code);
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.send({.path = "/user/tokens", .headers = {{"Authorization", header}}});
    COMPARE_REFUSAL(answer, status, code);
    const QJsonArray chain = answer.error().value(u"error_chain"_s).toArray();
    QCOMPARE(chain.at(0).toObject().value(u"code"_s).toInt(), code == 6003 ? 6111 : 0);

    http::HttpRequest bare = cloudflare.requestFor({.path = "/user/tokens"});
    bare.headers.clear();
    COMPARE_REFUSAL(cloudflare.raw(bare), 400, 9106);
    bare.headers = {{"X-Auth-Key", "0123456789abcdef"}, {"X-Auth-Email", "a@b.example"}};
    COMPARE_REFUSAL(cloudflare.raw(bare), 403, 9103);
}

void AuthenticationTest::unusableTokens_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("expired") << u"old-migration-2024"_s;
    QTest::newRow("disabled") << u"contractor-2025"_s;
    QTest::newRow("exposed") << u"leaked-in-demo-repo"_s;
    QTest::newRow("not yet valid") << u"launch-day-switch"_s;
}

void AuthenticationTest::unusableTokens()
{
    QFETCH(QString, name);
    SandboxFixture cloudflare;
    const sandbox::SandboxToken token = cloudflare.seeded(name);
    const QByteArray base =
        token.accountId.isEmpty() ? QByteArray("/user/tokens") : "/accounts/" + token.accountId.toLatin1() + "/tokens";
    COMPARE_REFUSAL(cloudflare.get(base + "/verify", token.secret), 401, 1000);
    const Answer zones = cloudflare.get("/zones", token.secret);
    COMPARE_REFUSAL(zones, 403, 9109);
    QCOMPARE(zones.message(), u"Invalid access token"_s);
    QCOMPARE(cloudflare.world().token(token.id)->lastUsedOn, token.lastUsedOn);
}

void AuthenticationTest::verifyPerPath()
{
    SandboxFixture cloudflare;
    QCOMPARE(cloudflare.get("/user/tokens/verify").status(), 200);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens() + "/verify", cloudflare.accountBootstrap()).status(), 200);
    COMPARE_REFUSAL(cloudflare.get(cloudflare.accountTokens() + "/verify"), 401, 1000);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/verify", cloudflare.accountBootstrap()), 401, 1000);
    COMPARE_REFUSAL(cloudflare.get(cloudflare.accountTokens(1) + "/verify", cloudflare.accountBootstrap(0)), 401, 1000);
}

void AuthenticationTest::tokensEndAndStartByTheClock()
{
    SandboxFixture cloudflare;
    const QByteArray secret = make(
        cloudflare, {}, {{u"not_before"_s, u"2026-11-23T12:10:00Z"_s}, {u"expires_on"_s, u"2026-11-23T12:20:00Z"_s}});
    QCOMPARE(cloudflare.get("/user/tokens/verify", secret).status(), 401);
    cloudflare.clock.advance(std::chrono::minutes(10));
    const Answer valid = cloudflare.get("/user/tokens/verify", secret);
    QCOMPARE(valid.status(), 200);
    QCOMPARE(valid.object().value(u"not_before"_s), QJsonValue(u"2026-11-23T12:10:00Z"_s));
    QCOMPARE(valid.object().value(u"expires_on"_s), QJsonValue(u"2026-11-23T12:20:00Z"_s));
    cloudflare.clock.advance(std::chrono::minutes(10));
    QCOMPARE(cloudflare.get("/user/tokens/verify", secret).status(), 401);
}

void AuthenticationTest::addressLimits_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("admitted");
    QTest::newRow("inside") << QByteArray("192.0.2.77") << true;
    QTest::newRow("inside, mapped") << QByteArray("::ffff:192.0.2.77") << true;
    QTest::newRow("inside, IPv6") << QByteArray("2001:db8:1::9") << true;
    QTest::newRow("taken out") << QByteArray("192.0.2.13") << false;
    QTest::newRow("outside") << QByteArray("198.51.100.1") << false;
    QTest::newRow("outside, IPv6") << QByteArray("2001:db8:2::9") << false;
    QTest::newRow("the peer itself") << QByteArray() << false;
    QTest::newRow("no address") << QByteArray("office") << false;
}

void AuthenticationTest::addressLimits()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, admitted);
    SandboxFixture cloudflare;
    const QJsonObject lists{{u"in"_s, QJsonArray{u"192.0.2.0/24"_s, u"2001:db8:1::/48"_s}},
                            {u"not_in"_s, QJsonArray{u"192.0.2.13/32"_s}}};
    const QByteArray secret =
        make(cloudflare, {cloudflare.policy(u"Zone Read"_s, Scope::Zone, cloudflare.zoneResource(0))},
             {{u"condition"_s, QJsonObject{{u"request_ip"_s, lists}}}});
    http::HeaderList headers{{"Authorization", "Bearer " + secret}};
    if (!address.isEmpty())
        headers.append({"X-Sandbox-Client-IP", address});
    const Answer answer = cloudflare.send({.path = "/zones", .headers = headers});
    if (admitted) {
        QCOMPARE(answer.list().size(), 1);
    } else {
        COMPARE_REFUSAL(answer, 403, 9109);
        QVERIFY(answer.message().startsWith("Cannot use the access token from location: "_L1));
    }
    QCOMPARE(cloudflare.send({.path = "/user/tokens/verify", .headers = headers}).status(), 200);
}

void AuthenticationTest::emptyAddressListsLockOut()
{
    SandboxFixture cloudflare;
    const QJsonObject empty{{u"request_ip"_s, QJsonObject{{u"in"_s, QJsonArray()}, {u"not_in"_s, QJsonArray()}}}};
    const QByteArray secret = make(cloudflare, {}, {{u"condition"_s, empty}});
    COMPARE_REFUSAL(cloudflare.get("/zones", secret), 403, 9109);
}

void AuthenticationTest::oldSpellingIsIgnored()
{
    SandboxFixture cloudflare;
    const QJsonObject old{{u"request.ip"_s, QJsonObject{{u"in"_s, QJsonArray{u"192.0.2.0/24"_s}}}}};
    const QByteArray secret = make(cloudflare, {}, {{u"condition"_s, old}});
    QCOMPARE(cloudflare.get("/zones", secret).status(), 200);
}

QTEST_GUILESS_MAIN(AuthenticationTest)
#include "tst_authentication.moc"
