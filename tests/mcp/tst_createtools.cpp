// SPDX-License-Identifier: GPL-3.0-or-later
// create_token's arguments and preview_token, down to what would go out to Cloudflare.
#include "tests/mcp/toolbench.h"

#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPost = u"POST /client/v4/user/tokens"_s;
const QString kAccountKey = u"com.cloudflare.api.account."_s;
const QString kZoneKey = u"com.cloudflare.api.account.zone."_s;
const QString kDnsWrite = u"10000000000000000000000000000001"_s;
const QString kScriptsWrite = u"10000000000000000000000000000002"_s;
const QString kTokensWrite = u"10000000000000000000000000000003"_s;

QJsonObject group(const QString &id, const QString &name, const QString &scope)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"scopes"_s, QJsonArray{scope}}};
}

QJsonArray offered()
{
    return {group(kDnsWrite, u"DNS Write"_s, model::scope::zone),
            group(kScriptsWrite, u"Workers Scripts Write"_s, model::scope::account),
            group(kTokensWrite, u"API Tokens Write"_s, model::scope::user)};
}

} // namespace

class CreateToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void previewsWithoutAnEffect();
    void aPreviewIsWhatIsSent_data();
    void aPreviewIsWhatIsSent();
    void refuses_data();
    void refuses();
    void theAllowListBindsUserTokens_data();
    void theAllowListBindsUserTokens();
    void aRefusedPermissionCanBeLeftOut();
    void everyAttemptIsReportedOnce();

private:
    QJsonObject sentBody() const { return QJsonDocument::fromJson(m_bench->cloudflare.calls().back().body).object(); }

    std::unique_ptr<ToolBench> m_bench;
};

void CreateToolsTest::init()
{
    m_bench = std::make_unique<ToolBench>();
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount, kOtherAccount});
    m_bench->cloudflare.succeed(u"GET /client/v4/user/tokens/permission_groups"_s, offered());
}

void CreateToolsTest::previewsWithoutAnEffect()
{
    const QJsonObject result = m_bench->succeed(u"preview_token"_s, {{u"name"_s, u"ci"_s},
                                                                     {u"permissions"_s, QJsonArray{u"dns edit"_s}},
                                                                     {u"accountId"_s, kAccount},
                                                                     {u"notBefore"_s, u"2026-12-01"_s},
                                                                     {u"expiresIn"_s, u"90d"_s},
                                                                     {u"ipAllow"_s, QJsonArray{u"192.0.2.7"_s}}});
    QCOMPARE(result.value("expiresOn"_L1).toString(), u"2027-02-21T12:00:00Z"_s);
    QCOMPARE(result.value("notBefore"_L1).toString(), u"2026-12-01T00:00:00Z"_s);
    QVERIFY(!result["access"_L1].toArray().isEmpty());
    QVERIFY(!result["explanations"_L1].toArray().isEmpty());
    const QJsonObject resources{{kAccountKey + kAccount, QJsonObject{{kZoneKey + u'*', u"*"_s}}}};
    const QJsonObject policy{{u"effect"_s, u"allow"_s},
                             {u"resources"_s, resources},
                             {u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, kDnsWrite}}}}};
    const QJsonObject addresses{{u"in"_s, QJsonArray{u"192.0.2.7/32"_s}}};
    const QJsonObject body{{u"name"_s, u"ci"_s},
                           {u"policies"_s, QJsonArray{policy}},
                           {u"condition"_s, QJsonObject{{u"request_ip"_s, addresses}}},
                           {u"not_before"_s, u"2026-12-01T00:00:00Z"_s},
                           {u"expires_on"_s, u"2027-02-21T12:00:00Z"_s}};
    QCOMPARE(result["request"_L1].toObject(),
             (QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/user/tokens"_s}, {u"body"_s, body}}));
    for (const QString &call : m_bench->cloudflare.callNames())
        QVERIFY2(call.startsWith(u"GET "_s), qPrintable(call));
    QVERIFY(m_bench->actions().empty());
}

void CreateToolsTest::aPreviewIsWhatIsSent_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QStringList>("resources");
    const QJsonArray scripts{u"Workers Scripts Write"_s};
    const auto row = [](const char *name, const QJsonObject &arguments, const QStringList &resources) {
        QTest::newRow(name) << arguments << resources;
    };
    row("ids", {{u"permissionGroupIds"_s, QJsonArray{kScriptsWrite}}}, {kAccountKey + u'*'});
    row("ids on one account", {{u"permissionGroupIds"_s, QJsonArray{kScriptsWrite}}, {u"accountId"_s, kAccount}},
        {kAccountKey + kAccount});
    row("all accounts", {{u"permissions"_s, scripts}, {u"resourceScope"_s, u"all_accounts"_s}}, {kAccountKey + u'*'});
    row("specific account",
        {{u"permissions"_s, scripts}, {u"resourceScope"_s, u"specific_account"_s}, {u"accountId"_s, kAccount}},
        {kAccountKey + kAccount});
    row("all zones", {{u"permissions"_s, QJsonArray{u"DNS Write"_s}}, {u"resourceScope"_s, u"all_zones"_s}},
        {kZoneKey + u'*'});
    row("template wins over ids",
        {{u"template"_s, u"dns_only"_s}, {u"permissionGroupIds"_s, QJsonArray{kScriptsWrite}}}, {kZoneKey + u'*'});
    row("template and more", {{u"template"_s, u"dns_only"_s}, {u"permissions"_s, scripts}, {u"accountId"_s, kAccount}},
        {kAccountKey + kAccount, kAccountKey + kAccount});
    row("empty lists are none",
        {{u"permissions"_s, scripts},
         {u"permissionGroupIds"_s, QJsonArray()},
         {u"leaveOut"_s, QJsonArray()},
         {u"zoneIds"_s, QJsonArray()},
         {u"buckets"_s, QJsonArray()},
         {u"ipAllow"_s, QJsonArray()},
         {u"ipDeny"_s, QJsonArray()}},
        {kAccountKey + u'*'});
    row("doubles are one",
        {{u"permissionGroupIds"_s, QJsonArray{kDnsWrite, kDnsWrite}},
         {u"zoneIds"_s, QJsonArray{kZone, kZone}},
         {u"ipAllow"_s, QJsonArray{u"192.0.2.1"_s, u"192.0.2.1"_s}}},
        {kZoneKey + kZone});
    row("chosen zones", {{u"template"_s, u"dns_only"_s}, {u"zoneIds"_s, QJsonArray{kZone}}}, {kZoneKey + kZone});
}

void CreateToolsTest::aPreviewIsWhatIsSent()
{
    QFETCH(QJsonObject, arguments);
    QFETCH(QStringList, resources);
    m_bench->cloudflare.succeed(kPost, QJsonObject{{u"id"_s, kTokenId}, {u"name"_s, u"ci"_s}, {u"value"_s, kSecret}});
    arguments.insert("name"_L1, u"ci"_s);
    arguments.insert("type"_L1, u"user"_s);
    const QJsonObject preview = m_bench->succeed(u"preview_token"_s, arguments);
    const QJsonObject planned = preview["request"_L1]["body"_L1].toObject();
    QStringList keys;
    for (const QJsonValue &policy : planned.value("policies"_L1).toArray())
        keys += policy["resources"_L1].toObject().keys();
    QCOMPARE(keys, resources);
    QVERIFY(!m_bench->succeed(u"create_token"_s, arguments).isEmpty());
    QCOMPARE(sentBody(), planned);
}

void CreateToolsTest::refuses_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("says");
    const QJsonArray dns{u"DNS Write"_s};
    const auto row = [](const char *name, const QJsonObject &arguments, const QString &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("lifetime", {{u"template"_s, u"dns_only"_s}, {u"expiresIn"_s, u"30"_s}},
        uR"(Invalid expiration format: "30". Use formats like "1h", "7d", "30d", "3m", "1y", or "never".)"_s);
    row("no lifetime", {{u"template"_s, u"dns_only"_s}, {u"expiresIn"_s, u"0d"_s}},
        u"Expiration amount must be greater than 0"_s);
    row("template", {{u"template"_s, u"dns-only"_s}}, u"Template not found: dns-only"_s);
    row("nothing to do", {}, u"Either template or permissionGroupIds is required"_s);
    row("account left open", {{u"type"_s, u"account"_s}, {u"template"_s, u"dns_only"_s}}, u"accountId is required"_s);
    row("unknown word", {{u"permissions"_s, QJsonArray{u"DNS Wriet"_s}}}, u"DNS Write"_s);
    row("unknown id", {{u"permissionGroupIds"_s, QJsonArray{kZone}}}, kZone);
    row("manages tokens", {{u"permissions"_s, QJsonArray{u"API Tokens Write"_s}}}, u"https://dash.cloudflare.com/"_s);
    row("manages tokens, by template", {{u"template"_s, u"api_tokens_manage"_s}}, u"https://dash.cloudflare.com/"_s);
    row("which account", {{u"permissions"_s, dns}, {u"resourceScope"_s, u"specific_account"_s}},
        u"accountId is required"_s);
    row("contradiction", {{u"permissions"_s, dns}, {u"resourceScope"_s, u"all_accounts"_s}, {u"accountId"_s, kAccount}},
        u"contradict"_s);
    row("accounts on zones",
        {{u"permissions"_s, QJsonArray{u"Workers Scripts Write"_s}}, {u"resourceScope"_s, u"all_zones"_s}},
        u"acts on accounts"_s);
    row("start", {{u"template"_s, u"dns_only"_s}, {u"notBefore"_s, u"soon"_s}}, u"\"soon\" is no time"_s);
    row("ends before it starts",
        {{u"template"_s, u"dns_only"_s}, {u"notBefore"_s, u"2027-01-01"_s}, {u"expiresIn"_s, u"1d"_s}},
        u"before it starts"_s);
    row("all left out", {{u"permissions"_s, dns}, {u"leaveOut"_s, dns}}, u"Nothing would be left"_s);
    row("left out for nothing", {{u"permissions"_s, dns}, {u"leaveOut"_s, QJsonArray{u"DNS Read"_s}}},
        u"would not get"_s);
    row("every bucket", {{u"permissions"_s, dns}, {u"buckets"_s, QJsonArray{u"logs"_s}}}, u"bucket"_s);
}

void CreateToolsTest::refuses()
{
    QFETCH(QJsonObject, arguments);
    QFETCH(QString, says);
    arguments.insert("name"_L1, u"ci"_s);
    for (const QString &tool : {u"preview_token"_s, u"create_token"_s}) {
        const QString text = m_bench->fail(tool, arguments);
        QVERIFY2(text.contains(says), qPrintable(tool + u": "_s + text));
    }
    QVERIFY(!m_bench->cloudflare.callNames().contains(kPost));
    QCOMPARE(m_bench->actions().size(), size_t(1));
    QVERIFY(m_bench->actions().front().error.has_value());
}

void CreateToolsTest::theAllowListBindsUserTokens_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("every account") << QJsonObject{{u"resourceScope"_s, u"all_accounts"_s}} << false;
    QTest::newRow("a foreign account") << QJsonObject{{u"accountId"_s, kOtherAccount}} << false;
    QTest::newRow("a foreign zone") << QJsonObject{{u"accountId"_s, kAccount},
                                                   {u"zoneIds"_s, QJsonArray{kOtherAccount}}}
                                    << false;
    QTest::newRow("the only account in play") << QJsonObject() << true;
    QTest::newRow("one of its zones") << QJsonObject{{u"zoneIds"_s, QJsonArray{kZone}}} << true;
}

void CreateToolsTest::theAllowListBindsUserTokens()
{
    QFETCH(QJsonObject, arguments);
    QFETCH(bool, allowed);
    m_bench = std::make_unique<ToolBench>(QStringList{kAccount});
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount, kOtherAccount});
    m_bench->cloudflare.succeed(u"GET /client/v4/user/tokens/permission_groups"_s, offered());
    m_bench->cloudflare.succeed(u"GET /client/v4/zones"_s,
                                QJsonArray{QJsonObject{{u"id"_s, kZone}, {u"name"_s, u"a.example"_s}}});
    arguments.insert("name"_L1, u"ci"_s);
    arguments.insert("type"_L1, u"user"_s);
    arguments.insert("permissions"_L1, QJsonArray{u"DNS Write"_s});
    if (allowed) {
        QVERIFY(!m_bench->succeed(u"preview_token"_s, arguments).isEmpty());
        return;
    }
    const QString text = m_bench->fail(u"create_token"_s, arguments);
    QVERIFY2(text.contains(u"ALLOWED_ACCOUNT_IDS"_s), qPrintable(text));
    QVERIFY(!m_bench->cloudflare.callNames().contains(kPost));
    QCOMPARE(m_bench->actions().front().error->code, base::Error::Code::PermissionDenied);
}

void CreateToolsTest::aRefusedPermissionCanBeLeftOut()
{
    m_bench->cloudflare.refuse(
        kPost, 400, 1001, uR"(Failed common permission check against resources. (Permission group: \"DNS Write\"))"_s);
    m_bench->cloudflare.succeed(kPost, QJsonObject{{u"id"_s, kTokenId}, {u"name"_s, u"ci"_s}, {u"value"_s, kSecret}});
    QJsonObject arguments{{u"name"_s, u"ci"_s},
                          {u"type"_s, u"user"_s},
                          {u"permissions"_s, QJsonArray{u"DNS Write"_s, u"Workers Scripts Write"_s}}};
    const QString text = m_bench->fail(u"create_token"_s, arguments);
    QVERIFY2(text.contains(u"leaveOut: [\"DNS Write\"]"_s), qPrintable(text));
    QCOMPARE(m_bench->cloudflare.callNames().count(kPost), 1); // nothing tries again by itself
    arguments.insert("leaveOut"_L1, QJsonArray{u"DNS Write"_s});
    QVERIFY(!m_bench->succeed(u"create_token"_s, arguments).isEmpty());
    QCOMPARE(sentBody()["policies"_L1].toArray().size(), 1);
}

void CreateToolsTest::everyAttemptIsReportedOnce()
{
    m_bench->cloudflare.succeed(kPost, QJsonObject{{u"id"_s, kTokenId}, {u"name"_s, u"ci"_s}, {u"value"_s, kSecret}});
    QVERIFY(!m_bench->succeed(u"create_token"_s, {{u"name"_s, u" ci "_s}, {u"template"_s, u"dns_only"_s}}).isEmpty());
    QCOMPARE(m_bench->actions().size(), size_t(1));
    const tokens::TokenAction &action = m_bench->actions().front();
    QCOMPARE(action.operation, u"create_token"_s);
    QCOMPARE(action.actor.correlationId, QByteArray("ctm-test"));
    QCOMPARE(action.tokenName, u"ci"_s);
    QCOMPARE(action.tokenId, kTokenId);
    QVERIFY(!action.error);
}

QTEST_GUILESS_MAIN(CreateToolsTest)
#include "tst_createtools.moc"
