// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** Creating tokens, for both kinds of owner. */
class TokenCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndShowsTheSecretOnce();
    void createdSecretVerifies();
    void wrongBodies_data();
    void wrongBodies();
    void policiesComeBackInAnotherOrder();
    void quota();
};

void TokenCreationTest::createsAndShowsTheSecretOnce()
{
    SandboxFixture cloudflare;
    QJsonObject body =
        cloudflare.body(u"ci-dns"_s, {cloudflare.policy(u"DNS Write"_s, Scope::Zone, cloudflare.zoneResource(0))});
    body.insert(u"expires_on"_s, u"2026-12-24T08:00:00Z"_s);
    body.insert(u"condition"_s, QJsonObject{{u"request_ip"_s, QJsonObject{{u"in"_s, QJsonArray{u"192.0.2.0/24"_s}}}}});
    const Answer made = cloudflare.post("/user/tokens", body);
    QCOMPARE(made.status(), 200);
    static const QRegularExpression kSecret(u"^cfut_[A-Za-z0-9_-]{40}[0-9a-f]{8}$"_s);
    QVERIFY(kSecret.match(made.object().value(u"value"_s).toString()).hasMatch());
    QCOMPARE(made.object().value(u"status"_s), QJsonValue(u"active"_s));
    QCOMPARE(made.object().value(u"issued_on"_s), QJsonValue(u"2026-11-23T12:00:00Z"_s));
    QVERIFY(made.object().value(u"last_used_on"_s).isNull());

    const Answer shown = cloudflare.get("/user/tokens/" + made.object().value(u"id"_s).toString().toLatin1());
    QVERIFY(!shown.object().contains(u"value"_s));
    QJsonObject expected = made.object();
    expected.remove(u"value"_s);
    QCOMPARE(shown.object(), expected);
    QCOMPARE(shown.object().value(u"condition"_s), body.value(u"condition"_s));
    QCOMPARE(shown.object().value(u"expires_on"_s), body.value(u"expires_on"_s));
    const QJsonObject policy = shown.object().value(u"policies"_s).toArray().at(0).toObject();
    QCOMPARE(policy.value(u"id"_s).toString().size(), 32);
    QCOMPARE(policy.value(u"permission_groups"_s).toArray().at(0).toObject().value(u"name"_s),
             QJsonValue(u"DNS Write"_s));

    const Answer forAccount = cloudflare.post(cloudflare.accountTokens(), cloudflare.body(u"of-account"_s));
    QVERIFY(forAccount.object().value(u"value"_s).toString().startsWith("cfat_"_L1));
    QVERIFY(forAccount.object().contains(u"creator_email_at_creation"_s));
}

void TokenCreationTest::createdSecretVerifies()
{
    SandboxFixture cloudflare;
    const Answer made = cloudflare.post("/user/tokens", cloudflare.body(u"fresh"_s));
    const QByteArray secret = made.object().value(u"value"_s).toString().toLatin1();
    const Answer verified = cloudflare.get("/user/tokens/verify", secret);
    QCOMPARE(verified.status(), 200);
    QCOMPARE(verified.object().value(u"id"_s), made.object().value(u"id"_s));
    const QJsonObject message = verified.json.value(u"messages"_s).toArray().at(0).toObject();
    QCOMPARE(message.value(u"code"_s), QJsonValue(10000));
    QVERIFY(message.contains(u"type"_s) && message.value(u"type"_s).isNull());
    // Using it moved its last use.
    const Answer shown = cloudflare.get("/user/tokens/" + made.object().value(u"id"_s).toString().toLatin1());
    QCOMPARE(shown.object().value(u"last_used_on"_s), QJsonValue(u"2026-11-23T12:00:00Z"_s));
}

void TokenCreationTest::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &body, int code, const QString &said) {
        QTest::newRow(name) << body << code << said;
    };
    row("not JSON", "{\"name\":", 6007, u"Malformed"_s);
    row("empty", "", 6007, u"Malformed"_s);
    row("a list", "[]", 1001, u"object"_s);
    row("no name", R"({"policies":[]})", 1001, u"name"_s);
    row("name is a number", R"({"name":7,"policies":[]})", 1001, u"name"_s);
    row("empty name", R"({"name":"","policies":[]})", 400, u"name must have a length"_s);
    row("long name", R"({"name":")" + QByteArray(121, 'n') + R"(","policies":[]})", 400, u"name must have a length"_s);
    row("no policies", R"({"name":"n"})", 1001, u"policies"_s);
    row("policies is an object", R"({"name":"n","policies":{}})", 1001, u"policies"_s);
    row("policy is a string", R"({"name":"n","policies":["all"]})", 1001, u"policy"_s);
    row("effect", R"({"name":"n","policies":[{"effect":"maybe","resources":{},"permission_groups":[]}]})", 1001,
        u"effect"_s);
    row("no groups", R"({"name":"n","policies":[{"effect":"allow","resources":{"x":"*"},"permission_groups":[]}]})",
        1001, u"permission_groups"_s);
    row("unknown group",
        R"({"name":"n","policies":[{"effect":"allow","resources":{"x":"*"},"permission_groups":[{"id":"0"}]}]})", 1001,
        u"permission group not found"_s);
    row("past expiry", R"({"name":"n","policies":[],"expires_on":"2026-11-23T11:59:59Z"})", 1001, u"expires_on"_s);
    row("expiry is a date", R"({"name":"n","policies":[],"expires_on":"2027-01-01"})", 1001, u"expires_on"_s);
    row("expiry is a number", R"({"name":"n","policies":[],"expires_on":1800000000})", 1001, u"expires_on"_s);
    row("fractions", R"({"name":"n","policies":[],"not_before":"2027-01-01T00:00:00.000Z"})", 1001, u"not_before"_s);
    row("ends before it starts",
        R"({"name":"n","policies":[],"not_before":"2027-02-01T00:00:00Z","expires_on":"2027-01-01T00:00:00Z"})", 1001,
        u"not_before"_s);
    row("address without a length", R"({"name":"n","policies":[],"condition":{"request_ip":{"in":["192.0.2.1"]}}})",
        1001, u"CIDR"_s);
    row("length too long", R"({"name":"n","policies":[],"condition":{"request_ip":{"in":["192.0.2.1/33"]}}})", 1001,
        u"CIDR"_s);
    row("no address", R"({"name":"n","policies":[],"condition":{"request_ip":{"not_in":["office/24"]}}})", 1001,
        u"CIDR"_s);
    row("octet", R"({"name":"n","policies":[],"condition":{"request_ip":{"in":["192.0.2.256/32"]}}})", 1001, u"CIDR"_s);
    row("condition is a list", R"({"name":"n","policies":[],"condition":[]})", 1001, u"condition"_s);
    row("status", R"({"name":"n","policies":[],"status":"on"})", 1001, u"status"_s);
}

void TokenCreationTest::wrongBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, said);
    SandboxFixture cloudflare;
    const qsizetype before = cloudflare.world().tokenCount();
    const Answer answer = cloudflare.send({.method = "POST", .path = "/user/tokens", .rawBody = body});
    COMPARE_REFUSAL(answer, 400, code);
    QVERIFY2(answer.message().contains(said), qPrintable(answer.message()));
    QCOMPARE(cloudflare.world().tokenCount(), before);
}

void TokenCreationTest::policiesComeBackInAnotherOrder()
{
    SandboxFixture cloudflare;
    QJsonObject pair = cloudflare.policy(u"DNS Write"_s, Scope::Zone, cloudflare.zoneResource(0));
    const QString dns = cloudflare.group(u"DNS Write"_s, Scope::Zone);
    const QString zone = cloudflare.group(u"Zone Read"_s, Scope::Zone);
    QVERIFY(zone > dns);
    pair.insert(u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, zone}}, QJsonObject{{u"id"_s, dns}}});
    const QJsonObject pages = cloudflare.policy(u"Pages Write"_s, Scope::Account, cloudflare.accountResource());
    const Answer made = cloudflare.post("/user/tokens", cloudflare.body(u"two"_s, {pair, pages}));
    const QJsonArray policies = made.object().value(u"policies"_s).toArray();
    QCOMPARE(policies.size(), 2);
    QCOMPARE(policies.at(0).toObject().value(u"resources"_s), pages.value(u"resources"_s));
    const QJsonArray groups = policies.at(1).toObject().value(u"permission_groups"_s).toArray();
    QCOMPARE(groups.at(0).toObject().value(u"id"_s), QJsonValue(dns));
    QCOMPARE(groups.at(1).toObject().value(u"id"_s), QJsonValue(zone));
}

void TokenCreationTest::quota()
{
    SandboxFixture cloudflare;
    const auto have = cloudflare.world().tokensOf({}, sandbox::SandboxWorld::Listing::WithExpired).size();
    for (qsizetype i = have; i < 50; ++i)
        QCOMPARE(cloudflare.post("/user/tokens", cloudflare.body(u"n"_s)).status(), 200);
    const Answer full = cloudflare.post("/user/tokens", cloudflare.body(u"n"_s));
    COMPARE_REFUSAL(full, 400, 1001);
    QVERIFY(full.message().contains("maximum"_L1));
    QCOMPARE(cloudflare.post(cloudflare.accountTokens(), cloudflare.body(u"n"_s)).status(), 200);
    QCOMPARE(cloudflare.remove("/user/tokens/" + cloudflare.seeded(u"old-jenkins"_s).id.toLatin1()).status(), 200);
    QCOMPARE(cloudflare.post("/user/tokens", cloudflare.body(u"n"_s)).status(), 200);
}

QTEST_GUILESS_MAIN(TokenCreationTest)
#include "tst_tokencreation.moc"
