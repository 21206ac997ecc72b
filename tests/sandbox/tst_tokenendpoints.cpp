// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** The eight operations on tokens, for both kinds of owner. */
class TokenEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndShowsTheSecretOnce();
    void createdSecretVerifies();
    void wrongBodies_data();
    void wrongBodies();
    void updateReplacesEverything();
    void updateKeepsWhatIsNotReplaced();
    void policiesComeBackInAnotherOrder();
    void rollChangesTheSecretOnly();
    void removes();
    void listsPageByPage();
    void expiredAreListedOnDemand();
    void wrongPages_data();
    void wrongPages();
    void quota();
    void permissionGroups();
    void tokensOfOthersAreNotFound();
};

void TokenEndpointsTest::createsAndShowsTheSecretOnce()
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

void TokenEndpointsTest::createdSecretVerifies()
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

void TokenEndpointsTest::wrongBodies_data()
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

void TokenEndpointsTest::wrongBodies()
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

void TokenEndpointsTest::updateReplacesEverything()
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

void TokenEndpointsTest::updateKeepsWhatIsNotReplaced()
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

void TokenEndpointsTest::policiesComeBackInAnotherOrder()
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

void TokenEndpointsTest::rollChangesTheSecretOnly()
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

void TokenEndpointsTest::removes()
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

void TokenEndpointsTest::listsPageByPage()
{
    SandboxFixture cloudflare;
    QStringList ids;
    for (int page = 1; page <= 4; ++page) {
        const Answer answer = cloudflare.get(cloudflare.accountTokens()
                                             + "?include_expired=true&per_page=5&page=" + QByteArray::number(page));
        const QJsonObject info = answer.json.value(u"result_info"_s).toObject();
        QCOMPARE(info.value(u"page"_s).toInt(), page);
        QCOMPARE(info.value(u"per_page"_s).toInt(), 5);
        QCOMPARE(info.value(u"count"_s).toInt(), answer.list().size());
        QCOMPARE(info.value(u"total_count"_s).toInt(), 16);
        QCOMPARE(info.value(u"total_pages"_s).toInt(), 4);
        for (const auto &token : answer.list())
            ids.append(token.toObject().value(u"id"_s).toString());
    }
    QCOMPARE(ids.size(), 16);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 16);
    QVERIFY(cloudflare.get(cloudflare.accountTokens() + "?page=9").list().isEmpty());
    const Answer newestFirst =
        cloudflare.get(cloudflare.accountTokens() + "?include_expired=true&direction=desc&per_page=50");
    QCOMPARE(newestFirst.list().at(0).toObject().value(u"id"_s), QJsonValue(ids.constLast()));
    QCOMPARE(cloudflare.get("/user/tokens").json.value(u"result_info"_s).toObject().value(u"per_page"_s).toInt(), 20);
}

void TokenEndpointsTest::expiredAreListedOnDemand()
{
    SandboxFixture cloudflare;
    const auto names = [&](const QByteArray &query) {
        QHash<QString, QString> statuses;
        for (const auto &token : cloudflare.get(cloudflare.accountTokens(1) + "?per_page=50" + query).list())
            statuses.insert(token.toObject().value(u"name"_s).toString(),
                            token.toObject().value(u"status"_s).toString());
        return statuses;
    };
    QVERIFY(!names("").contains(u"preview-deploys"_s));
    QCOMPARE(names("&include_expired=true").value(u"preview-deploys"_s), u"expired"_s);
    QCOMPARE(names("").value(u"purge-on-publish"_s), u"active"_s);
    cloudflare.clock.advance(std::chrono::hours(24 * 9)); // its last second
    QVERIFY(!names("").contains(u"purge-on-publish"_s));
    QCOMPARE(names("&include_expired=true").value(u"purge-on-publish"_s), u"expired"_s);
    const Answer northgate = cloudflare.get(cloudflare.accountTokens(2) + "?include_expired=true");
    QVERIFY(northgate.reply.body.contains("\"revoked (exposed)\""));
    QVERIFY(!cloudflare.get(cloudflare.accountTokens(2)).reply.body.contains("exposed"));
}

void TokenEndpointsTest::wrongPages_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"per_page=4", "per_page=51", "per_page=many", "page=0", "page=-1", "page=", "per_page=20.5"})
        QTest::newRow(query) << QByteArray(query);
}

void TokenEndpointsTest::wrongPages()
{
    QFETCH(QByteArray, query);
    SandboxFixture cloudflare;
    COMPARE_REFUSAL(cloudflare.get("/user/tokens?" + query), 400, 1001);
    COMPARE_REFUSAL(cloudflare.get("/zones?" + query), 400, 1001);
}

void TokenEndpointsTest::quota()
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

void TokenEndpointsTest::permissionGroups()
{
    SandboxFixture cloudflare;
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups").list().size(), 332);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens() + "/permission_groups").list().size(), 326);
    const Answer named = cloudflare.get("/user/tokens/permission_groups?name=Logs%20Read");
    QCOMPARE(named.list().size(), 2);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?name=Logs+Read&scope=com.cloudflare.api.account.zone")
                 .list()
                 .size(),
             1);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?scope=com.cloudflare.api.user").list().size(), 6);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?name=WAF%20Write").list().size(), 0);
    const QJsonObject group = named.list().at(0).toObject();
    QCOMPARE(group.value(u"description"_s), QJsonValue(u"Grants read access to Logs"_s));
    QCOMPARE(group.value(u"category"_s), QJsonValue(u"analytics_and_logs"_s));
    QCOMPARE(group.value(u"is_selectable"_s), QJsonValue(true));
}

void TokenEndpointsTest::tokensOfOthersAreNotFound()
{
    SandboxFixture cloudflare;
    const QByteArray ofHarbour = cloudflare.seeded(u"ci-dns-preview"_s).id.toLatin1();
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/" + ofHarbour), 404, 1003);
    COMPARE_REFUSAL(cloudflare.get(cloudflare.accountTokens(1) + '/' + ofHarbour), 404, 1003);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens(0) + '/' + ofHarbour).status(), 200);
}

QTEST_GUILESS_MAIN(TokenEndpointsTest)
#include "tst_tokenendpoints.moc"
