// SPDX-License-Identifier: GPL-3.0-or-later
// The twenty known defects of the server this one follows, each with a test that it is not here. Where one can't occur
// here by design, the test states what holds instead. The rules alone: tests/catalog/tst_originaldefects.
#include "tests/e2e/daemon/defectworld.h"

#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAccountKey = u"com.cloudflare.api.account."_s;
const QString kZoneKey = u"com.cloudflare.api.account.zone."_s;

} // namespace

class LiveDefectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void d01_theRateLimitIsRead();
    void d02_tooManyCallsAre429();
    void d03_everyAnswerHasACorrelationId();
    void d04_idsAreNoPaths();
    void d05_theAllowListHoldsForUserTokens();
    void d06_noUserTokenInsteadOfAnAccounts();
    void d07_everyTemplateResolves_data();
    void d07_everyTemplateResolves();
    void d08_groupsHaveTheScopeTheyAreFor();
    void d09_tokenManagersAreMadeInTheDashboard();
    void d10_onePolicyPerScope();
    void d11_accountTokensNestTheirZones();
    void d12_rotationKeepsTheSecret();
    void d13_accountTokensVerify();
    void d14_addressesAreChecked();
    void d15_endsAreCalendarSafeAndWholeSeconds();
    void d16_ipLimitsAreUsableFromHere();
    void d17_secretsAreInOneAnswerOnly();
    void d18_thereIsNoDefaultKey();
    void d19_allPagesAreRead();
    void d20_namesAreMatchedExactly();

private:
    DefectWorld m_world;
    QString m_accountId;
    QString m_otherAccountId;
};

void LiveDefectsTest::initTestCase()
{
    QVERIFY(m_world.start());
    const QJsonArray accounts = m_world.succeed(u"list_accounts"_s, {})["accounts"_L1].toArray();
    m_accountId = accounts[0]["id"_L1].toString();
    m_otherAccountId = accounts[1]["id"_L1].toString();
    QCOMPARE(m_otherAccountId.size(), 32);
}

void LiveDefectsTest::d01_theRateLimitIsRead()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(m_world.startDaemon(daemon, {{u"RATE_LIMIT_PER_MINUTE"_s, u"2"_s}}));
    const QByteArray body = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_token",)"
                            R"("arguments":{"name":"limited","template":"dns_read","type":"user"}}})";
    QCOMPARE(m_world.fetch(daemon.url(), body).status, 200);
    QCOMPARE(m_world.fetch(daemon.url(), body).status, 200);
    QCOMPARE(m_world.fetch(daemon.url(), body).status, 429);
}

void LiveDefectsTest::d02_tooManyCallsAre429()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(m_world.startDaemon(daemon, {{u"RATE_LIMIT_PER_MINUTE"_s, u"1"_s}}));
    const QByteArray body = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_token",)"
                            R"("arguments":{"name":"limited","template":"dns_read","type":"user"}}})";
    static_cast<void>(m_world.fetch(daemon.url(), body));
    const Reply refused = m_world.fetch(daemon.url(), body);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("x-ratelimit-remaining"), QByteArray("0"));
    QVERIFY(refused.headers.value("x-ratelimit-reset").toLongLong() > 0);
    QVERIFY(refused.headers.value("retry-after").toInt() > 0);
    QVERIFY(refused.json.contains("error"_L1));
}

void LiveDefectsTest::d03_everyAnswerHasACorrelationId()
{
    for (const QString &path : {u"/health"_s, u"/templates"_s, u"/nowhere"_s}) {
        QUrl url = m_world.daemon().url();
        url.setPath(path);
        QVERIFY2(!m_world.fetch(url).headers.value("x-correlation-id").isEmpty(), qPrintable(path));
    }
    const QByteArray list = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})";
    QVERIFY(!m_world.fetch(m_world.daemon().url(), list).headers.value("x-correlation-id").isEmpty());
    QVERIFY(!m_world.fetch(m_world.daemon().url(), "{").headers.value("x-correlation-id").isEmpty());
}

void LiveDefectsTest::d04_idsAreNoPaths()
{
    const QJsonObject before = m_world.state();
    const QString zone = u"../../zones/"_s + m_accountId;
    const QString foreign = u"../../accounts/%1/tokens/%1"_s.arg(m_otherAccountId);
    for (const QString &path : {zone, foreign, u"%2e%2e"_s, QString()}) {
        for (const QString &tool : {u"get_token"_s, u"revoke_token"_s, u"rotate_token"_s}) {
            const QJsonObject result = m_world.call(tool, {{u"type"_s, u"user"_s}, {u"tokenId"_s, path}});
            QVERIFY2(result["isError"_L1].toBool() && textOf(result).contains(u"tokenId"_s),
                     jsonOf(result).constData());
        }
        const QJsonObject result = m_world.call(u"get_account"_s, {{u"accountId"_s, path}});
        QVERIFY2(result["isError"_L1].toBool() && textOf(result).contains(u"accountId"_s), jsonOf(result).constData());
    }
    QCOMPARE(m_world.state()["requests"_L1], before["requests"_L1]); // nothing was even asked
}

void LiveDefectsTest::d05_theAllowListHoldsForUserTokens()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(m_world.startDaemon(daemon, {{u"ALLOWED_ACCOUNT_IDS"_s, m_accountId}}));
    const int before = m_world.state()["tokens"_L1]["total"_L1].toInt();
    const auto tryToMake = [&](const QJsonObject &reach) {
        QJsonObject arguments = reach;
        arguments.insert("type"_L1, u"user"_s);
        arguments.insert("name"_L1, u"too far"_s);
        return textOf(m_world.client().call(daemon.url(), kKey, u"create_token"_s, arguments));
    };
    const QJsonArray dns{u"DNS Write"_s};
    for (const QJsonObject &reach :
         {QJsonObject{{u"template"_s, u"full_access"_s}, {u"accountId"_s, m_otherAccountId}},
          QJsonObject{{u"permissions"_s, dns}, {u"resourceScope"_s, u"all_accounts"_s}},
          QJsonObject{{u"permissions"_s, dns}, {u"zoneIds"_s, QJsonArray{QString(32, u'f')}}}}) {
        const QString text = tryToMake(reach);
        QVERIFY2(text.contains(u"ALLOWED_ACCOUNT_IDS"_s), qPrintable(text));
    }
    QCOMPARE(m_world.state()["tokens"_L1]["total"_L1].toInt(), before);
    const QString made = tryToMake({{u"template"_s, u"dns_only"_s}});
    QVERIFY2(made.contains(kAccountKey + m_accountId), qPrintable(made)); // the allowed one, not every account
}

void LiveDefectsTest::d06_noUserTokenInsteadOfAnAccounts()
{
    const int before = m_world.state()["tokens"_L1]["total"_L1].toInt();
    const QJsonObject result = m_world.call(
        u"create_token"_s, {{u"type"_s, u"account"_s}, {u"name"_s, u"whose"_s}, {u"template"_s, u"dns_only"_s}});
    QVERIFY2(textOf(result).contains(u"accountId is required"_s), jsonOf(result).constData());
    QCOMPARE(m_world.state()["tokens"_L1]["total"_L1].toInt(), before);
}

void LiveDefectsTest::d07_everyTemplateResolves_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"full_access", "workers_deploy", "pages_deploy", "dns_only", "dns_read", "cache_purge",
                           "analytics_read", "zero_trust_admin", "waf_admin"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void LiveDefectsTest::d07_everyTemplateResolves()
{
    QFETCH(QString, id);
    for (const QJsonObject &owner : {QJsonObject{{u"type"_s, u"user"_s}}, QJsonObject{{u"accountId"_s, m_accountId}}}) {
        QJsonObject arguments = owner;
        arguments.insert("templateId"_L1, id);
        const QJsonObject found = m_world.succeed(u"get_template"_s, arguments);
        const QJsonArray resolved = found["resolvedPermissions"_L1].toArray();
        QVERIFY(!resolved.isEmpty());
        QCOMPARE(resolved.size(), found["permissions"_L1].toArray().size());
    }
}

void LiveDefectsTest::d08_groupsHaveTheScopeTheyAreFor()
{
    const auto scopeOf = [&](const QString &templateId, const QString &name) {
        QStringList scopes;
        for (const QJsonValue &one :
             m_world.succeed(u"get_template"_s, {{u"templateId"_s, templateId}})["resolvedPermissions"_L1].toArray()) {
            if (one["name"_L1].toString() == name)
                scopes += one["scope"_L1].toString();
        }
        return scopes.join(u' ');
    };
    QCOMPARE(scopeOf(u"waf_admin"_s, u"Zone WAF Write"_s), u"com.cloudflare.api.account.zone"_s);
    QCOMPARE(scopeOf(u"waf_admin"_s, u"Account WAF Write"_s), QString());
    QCOMPARE(scopeOf(u"zero_trust_admin"_s, u"Access: Apps and Policies Write"_s), u"com.cloudflare.api.account"_s);
}

void LiveDefectsTest::d09_tokenManagersAreMadeInTheDashboard()
{
    const QJsonObject before = m_world.state();
    const QJsonObject result = m_world.call(
        u"create_token"_s, {{u"type"_s, u"user"_s}, {u"name"_s, u"no"_s}, {u"template"_s, u"api_tokens_manage"_s}});
    QVERIFY2(textOf(result).contains(u"https://dash.cloudflare.com/"_s), jsonOf(result).constData());
    QCOMPARE(m_world.state()["tokens"_L1], before["tokens"_L1]);
}

void LiveDefectsTest::d10_onePolicyPerScope()
{
    const QJsonArray policies =
        m_world.create(m_accountId, {{u"template"_s, u"full_access"_s}})["policies"_L1].toArray();
    QCOMPARE(policies.size(), 3);
    QSet<QString> kinds;
    for (const QJsonValue &policy : policies) {
        const QString resource = policy["resources"_L1][0].toString();
        QCOMPARE(policy["resources"_L1].toArray().size(), 1);
        kinds += resource.contains(kZoneKey) ? u"zone"_s : resource.startsWith(kAccountKey) ? u"account"_s : u"user"_s;
    }
    QCOMPARE(kinds, (QSet<QString>{u"zone"_s, u"account"_s, u"user"_s}));
}

void LiveDefectsTest::d11_accountTokensNestTheirZones()
{
    const QJsonArray policies =
        m_world.create(m_accountId, {{u"type"_s, u"account"_s}, {u"template"_s, u"dns_only"_s}})["policies"_L1]
            .toArray();
    QCOMPARE(policies.size(), 1);
    QCOMPARE(policies[0]["resources"_L1].toArray(), QJsonArray{kAccountKey + m_accountId + u'/' + kZoneKey + u'*'});
}

void LiveDefectsTest::d12_rotationKeepsTheSecret()
{
    // In the sandbox of its own: a new secret is held in a keychain before the old token may go, and it has one.
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment({{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}});
    QVERIFY(daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s}));
    const auto ask = [&](const QString &tool, const QJsonObject &arguments) {
        const QJsonObject result = m_world.client().call(daemon.url(), kKey, tool, arguments);
        if (result["isError"_L1].toBool(true))
            qWarning().noquote() << textOf(result);
        return result["structuredContent"_L1].toObject();
    };
    const QJsonObject old = ask(
        u"create_token"_s,
        {{u"type"_s, u"user"_s}, {u"name"_s, u"old"_s}, {u"template"_s, u"dns_only"_s}, {u"expiresIn"_s, u"30d"_s}});
    QUrl faults(daemon.member("sandboxApi"));
    faults.setPath(u"/sandbox/faults"_s);
    const QJsonObject fault{{u"status"_s, 500}, {u"method"_s, u"DELETE"_s}};
    QCOMPARE(m_world.client().post(faults, fault, {}).status / 100, 2);
    const QJsonObject rotated =
        ask(u"rotate_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, old["id"_L1]}, {u"revokeOld"_s, true}});
    QCOMPARE(rotated["oldToken"_L1]["revoked"_L1], QJsonValue(false));
    QVERIFY(!rotated["warnings"_L1].toArray().isEmpty());
    const QString secret = rotated["newToken"_L1]["secret"_L1].toString();
    QVERIFY(ask(u"verify_token"_s, {{u"token"_s, secret}})["valid"_L1].toBool());
    QVERIFY(rotated["newToken"_L1]["expiresOn"_L1].toString() >= old["expiresOn"_L1].toString());
    // A start that is still to come is not dropped.
    const QString start = QDate::currentDate().addDays(30).toString(Qt::ISODate);
    const QJsonObject later =
        ask(u"create_token"_s,
            {{u"type"_s, u"user"_s}, {u"name"_s, u"later"_s}, {u"template"_s, u"dns_only"_s}, {u"notBefore"_s, start}});
    const QJsonObject replaced = ask(u"rotate_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, later["id"_L1]}});
    const QJsonObject fresh = ask(u"get_token"_s, {{u"tokenId"_s, replaced["newToken"_L1]["id"_L1]}});
    QCOMPARE(fresh["not_before"_L1].toString(), start + u"T00:00:00Z"_s);
}

void LiveDefectsTest::d13_accountTokensVerify()
{
    const QString secret =
        m_world.create(m_accountId, {{u"type"_s, u"account"_s}, {u"template"_s, u"dns_only"_s}})["secret"_L1]
            .toString();
    QVERIFY(secret.startsWith(u"cfat_"_s));
    const QJsonObject found = m_world.succeed(u"verify_token"_s, {{u"token"_s, secret}});
    QVERIFY2(found["valid"_L1].toBool(), jsonOf(found).constData());
}

void LiveDefectsTest::d14_addressesAreChecked()
{
    for (const QString &wrong : {u"999.1.1.1/99"_s, u"abc"_s, u"::1/999"_s, u"1.2.3.4/33"_s}) {
        const QJsonObject result =
            m_world.call(u"create_token"_s,
                         {{u"name"_s, u"ip"_s}, {u"template"_s, u"dns_only"_s}, {u"ipAllow"_s, QJsonArray{wrong}}});
        QVERIFY2(result["isError"_L1].toBool() && textOf(result).contains(wrong), jsonOf(result).constData());
    }
    const QJsonObject made = m_world.create(
        m_accountId, {{u"template"_s, u"dns_only"_s}, {u"ipAllow"_s, QJsonArray{u"192.0.2.7"_s, u"2001:DB8::/32"_s}}});
    const QJsonObject token = m_world.succeed(u"get_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, made["id"_L1]}});
    const QJsonArray kept = token["condition"_L1]["request_ip"_L1]["in"_L1].toArray();
    QCOMPARE(kept, (QJsonArray{u"192.0.2.7/32"_s, u"2001:db8::/32"_s}));
}

void LiveDefectsTest::d15_endsAreCalendarSafeAndWholeSeconds()
{
    const QDate before = QDateTime::currentDateTimeUtc().date().addMonths(1);
    const QJsonObject plan = m_world.succeed(u"preview_token"_s, {{u"name"_s, u"month"_s},
                                                                  {u"template"_s, u"dns_only"_s},
                                                                  {u"accountId"_s, m_accountId},
                                                                  {u"expiresIn"_s, u"1m"_s}});
    const QDate after = QDateTime::currentDateTimeUtc().date().addMonths(1); // clipped to the month's last day
    const QString sent = plan["request"_L1]["body"_L1]["expires_on"_L1].toString();
    QCOMPARE(sent.size(), qsizetype(20)); // YYYY-MM-DDTHH:MM:SSZ
    const QDate end = QDate::fromString(sent.left(10), Qt::ISODate);
    QVERIFY2(end == before || end == after, qPrintable(sent));
}

void LiveDefectsTest::d16_ipLimitsAreUsableFromHere()
{
    // This server runs where its user is: calls come from that machine's own address, so a limit to it works.
    const auto statusFrom = [&](const QString &network) {
        const QJsonObject made =
            m_world.create(m_accountId, {{u"permissions"_s, QJsonArray{u"Account Settings Read"_s}},
                                         {u"ipAllow"_s, QJsonArray{network}}});
        return m_world.client()
            .get(QUrl(m_world.cloudflare().member("api") + u"/accounts"_s),
                 {{"Authorization", "Bearer " + made["secret"_L1].toString().toLatin1()}})
            .status;
    };
    QCOMPARE(statusFrom(u"127.0.0.0/8"_s), 200);
    QCOMPARE(statusFrom(u"192.0.2.0/24"_s), 403);
}

void LiveDefectsTest::d17_secretsAreInOneAnswerOnly()
{
    const QJsonObject made = m_world.create(m_accountId, {{u"template"_s, u"dns_only"_s}});
    const QByteArray secret = made["secret"_L1].toString().toLatin1();
    QVERIFY(secret.size() > 40);
    QVERIFY(made["warning"_L1].toString().contains(u"will not be shown again"_s));
    const QJsonObject one = m_world.call(u"get_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, made["id"_L1]}});
    QVERIFY(jsonOf(one).contains(made["id"_L1].toString().toLatin1()));
    QVERIFY(!jsonOf(one).contains(secret));
    QVERIFY(!jsonOf(m_world.call(u"list_tokens"_s, {{u"type"_s, u"user"_s}})).contains(secret));
    QVERIFY(!m_world.daemon().standardError().contains(secret));
}

void LiveDefectsTest::d18_thereIsNoDefaultKey()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment({{u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, m_world.cloudflare().member("bootstrapToken")}});
    QVERIFY(daemon.start({u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s, u"--api-base"_s,
                          m_world.cloudflare().member("api")}));
    const QJsonObject list{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, u"tools/list"_s}};
    for (const QByteArray &key : {QByteArray("test-key"), QByteArray("your-mcp-api-key"), QByteArray()})
        QCOMPARE(m_world.client().post(daemon.url(), list, {{"X-API-Key", key}}).status, 401);
}

void LiveDefectsTest::d19_allPagesAreRead()
{
    QCOMPARE(m_world.succeed(u"list_accounts"_s, {})["count"_L1].toInt(), 60);
    const QJsonObject before = m_world.state();
    QJsonObject byAccount = before["tokens"_L1]["accounts"_L1].toObject();
    const auto largest = std::max_element(byAccount.begin(), byAccount.end(), [](const auto &one, const auto &other) {
        return one.toInt() < other.toInt();
    });
    const QJsonObject listed = m_world.succeed(u"list_tokens"_s, {{u"accountId"_s, largest.key()}});
    QVERIFY2(listed["total"_L1].toInt() > 50, "no account has more than a page");
    QCOMPARE(listed["tokens"_L1].toArray().size(), listed["total"_L1].toInt());
    // An account's permission groups come from the account's own list.
    QVERIFY(m_world.succeed(u"list_permission_groups"_s, {{u"accountId"_s, largest.key()}})["count"_L1].toInt() > 0);
    const QJsonObject routes = m_world.state()["requests"_L1]["byRoute"_L1].toObject();
    const QString route = u"GET /accounts/{account_id}/tokens/permission_groups"_s;
    QVERIFY(routes[route].toInt() > before["requests"_L1]["byRoute"_L1][route].toInt());
}

void LiveDefectsTest::d20_namesAreMatchedExactly()
{
    for (const QString &word : {u"DNS"_s, u"WAF Write"_s, u"Durable Objects Write"_s}) {
        const QJsonObject result = m_world.call(
            u"preview_token"_s,
            {{u"name"_s, u"guess"_s}, {u"accountId"_s, m_accountId}, {u"permissions"_s, QJsonArray{word}}});
        QVERIFY2(result["isError"_L1].toBool() && textOf(result).contains(word), jsonOf(result).constData());
    }
}

QTEST_GUILESS_MAIN(LiveDefectsTest)
#include "tst_livedefects.moc"
