// SPDX-License-Identifier: GPL-3.0-or-later
// The tools that read, beyond what tst_tools shows of them all.
#include "tests/mcp/samplefeatures.h"
#include "tests/mcp/toolbench.h"

#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kUserTokens = u"GET /client/v4/user/tokens"_s;
const QString kAccountTokens = u"GET /client/v4/accounts/%1/tokens"_s.arg(kAccount);
const QString kUserGroups = u"GET /client/v4/user/tokens/permission_groups"_s;
const QString kZoneScope = u"com.cloudflare.api.account.zone"_s;
const QString kAccountScope = u"com.cloudflare.api.account"_s;

QJsonObject group(const QString &id, const QString &name, const QString &scope)
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"description"_s, u"Grants "_s + name},
            {u"scopes"_s, QJsonArray{scope}},
            {u"category"_s, u"dns_and_zones"_s}};
}

QString idOf(int number)
{
    return QString::number(number).rightJustified(32, u'0');
}

QJsonObject token(int number, const QString &name, const QJsonObject &more = {})
{
    QJsonObject json{{u"id"_s, idOf(number)},
                     {u"name"_s, name},
                     {u"status"_s, u"active"_s},
                     {u"issued_on"_s, u"2026-01-01T00:00:00Z"_s},
                     {u"policies"_s, QJsonArray()}};
    for (auto member = more.begin(); member != more.end(); ++member)
        json.insert(member.key(), member.value());
    return json;
}

QJsonArray policiesOn(const QString &resource)
{
    return {QJsonObject{{u"effect"_s, u"allow"_s},
                        {u"resources"_s, QJsonObject{{resource, u"*"_s}}},
                        {u"permission_groups"_s, QJsonArray{group(kZone, u"DNS Write"_s, kZoneScope)}}}};
}

QStringList namesIn(const QJsonObject &result)
{
    QStringList names;
    for (const QJsonValue &one : result.value("tokens"_L1).toArray())
        names += one["name"_L1].toString();
    return names;
}

} // namespace

class ReadToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadListsAreLogged();
    void init();
    void listsPermissionGroups();
    void filtersPermissionGroups_data();
    void filtersPermissionGroups();
    void getsATemplate();
    void theDashboardsTemplateSaysWhere();
    void aTemplateThatMissesAGroupSaysWhich();
    void namesTheTemplatesThereAre();
    void filtersTokens_data();
    void filtersTokens();
    void filtersRefuseAPage();
    void aLongListIsCutAndSaysSo();
    void withholdsWhatReachesForeignAccounts();
    void getsATokenInPlainWords();
    void anAccountsTokenCantReadUsers();
    void getsAnAccount();
    void theAllowListHoldsForAccounts();
    void listsZonesOfAllowedAccounts();

private:
    std::unique_ptr<ToolBench> m_bench;
};

void ReadToolsTest::init()
{
    m_bench = std::make_unique<ToolBench>();
    m_bench->acceptBootstrap();
}

void ReadToolsTest::listsPermissionGroups()
{
    m_bench->cloudflare.succeed(kUserGroups, QJsonArray{group(kZone, u"DNS Write"_s, kZoneScope)});
    const QJsonObject result = m_bench->succeed(u"list_permission_groups"_s, {});
    QCOMPARE(result.value("count"_L1).toInt(), 1);
    QCOMPARE(result["groups"_L1][0].toObject(), group(kZone, u"DNS Write"_s, kZoneScope));
}

void ReadToolsTest::filtersPermissionGroups_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << QString() << 2;
    QTest::newRow("name, any case") << u"workers SCRIPTS"_s << 1;
    QTest::newRow("description") << u"grants dns"_s << 1;
    QTest::newRow("none") << u"billing"_s << 0;
}

void ReadToolsTest::filtersPermissionGroups()
{
    QFETCH(QString, filter);
    m_bench->cloudflare.succeed(u"GET /client/v4/accounts/%1/tokens/permission_groups"_s.arg(kAccount),
                                QJsonArray{group(kZone, u"DNS Write"_s, kZoneScope),
                                           group(kTokenId, u"Workers Scripts Write"_s, kAccountScope)});
    const QJsonObject result =
        m_bench->succeed(u"list_permission_groups"_s, {{u"accountId"_s, kAccount}, {u"filter"_s, filter}});
    QTEST(result.value("count"_L1).toInt(-1), "count");
}

void ReadToolsTest::getsATemplate()
{
    m_bench->cloudflare.succeed(
        kUserGroups, QJsonArray{group(kZone, u"DNS Write"_s, kZoneScope), group(kTokenId, u"DNS Read"_s, kZoneScope)});
    const QJsonObject result = m_bench->succeed(u"get_template"_s, {{u"templateId"_s, u"dns_only"_s}});
    QCOMPARE(result.value("resourceScope"_L1).toString(), u"all_zones"_s);
    const QJsonObject wanted{{u"name"_s, u"DNS Write"_s}, {u"scope"_s, kZoneScope}, {u"patterns"_s, QJsonArray()}};
    QCOMPARE(result.value("permissions"_L1).toArray(), QJsonArray{wanted});
    const QJsonObject found{{u"id"_s, kZone}, {u"name"_s, u"DNS Write"_s}, {u"scope"_s, kZoneScope}};
    QCOMPARE(result.value("resolvedPermissions"_L1).toArray(), QJsonArray{found});
}

void ReadToolsTest::theDashboardsTemplateSaysWhere()
{
    m_bench->cloudflare.succeed(kUserGroups, QJsonArray());
    const QJsonObject result = m_bench->succeed(u"get_template"_s, {{u"templateId"_s, u"api_tokens_manage"_s}});
    QCOMPARE(result.value("resolvedPermissions"_L1).toArray().size(), 0);
    QVERIFY(QJsonDocument(result).toJson().contains("https://dash.cloudflare.com/"));
}

void ReadToolsTest::aTemplateThatMissesAGroupSaysWhich()
{
    m_bench->cloudflare.succeed(kUserGroups, QJsonArray{group(kZone, u"DNS Records Write"_s, kZoneScope)});
    const QString text = m_bench->fail(u"get_template"_s, {{u"templateId"_s, u"dns_only"_s}});
    QVERIFY2(text.contains(u"\"DNS Write\""_s), qPrintable(text));
}

void ReadToolsTest::namesTheTemplatesThereAre()
{
    const QString text = m_bench->fail(u"get_template"_s, {{u"templateId"_s, u"dns-only"_s}});
    QVERIFY2(text.contains(u"Template not found: dns-only"_s), qPrintable(text));
    QVERIFY2(text.contains(u" dns_only,"_s), qPrintable(text)); // the ids there are
}

void ReadToolsTest::filtersTokens_data()
{
    QTest::addColumn<QJsonObject>("filter");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QJsonObject() << QStringList{u"CI deploy"_s, u"old"_s, u"ended"_s, u"off"_s};
    QTest::newRow("name") << QJsonObject{{u"nameContains"_s, u"ci d"_s}} << QStringList{u"CI deploy"_s};
    QTest::newRow("expired, whatever Cloudflare says")
        << QJsonObject{{u"status"_s, u"expired"_s}} << QStringList{u"ended"_s};
    QTest::newRow("disabled") << QJsonObject{{u"status"_s, u"disabled"_s}} << QStringList{u"off"_s};
    QTest::newRow("expires soon") << QJsonObject{{u"expiresWithin"_s, u"30d"_s}} << QStringList{u"CI deploy"_s};
    QTest::newRow("not that soon") << QJsonObject{{u"expiresWithin"_s, u"24h"_s}} << QStringList();
    QTest::newRow("unused") << QJsonObject{{u"unusedFor"_s, u"90d"_s}} << QStringList{u"old"_s, u"ended"_s, u"off"_s};
    QTest::newRow("both") << QJsonObject{{u"unusedFor"_s, u"90d"_s}, {u"status"_s, u"active"_s}}
                          << QStringList{u"old"_s};
}

void ReadToolsTest::filtersTokens()
{
    QFETCH(QJsonObject, filter);
    m_bench->cloudflare.succeed(kUserTokens,
                                QJsonArray{token(1, u"CI deploy"_s,
                                                 {{u"expires_on"_s, u"2026-12-01T00:00:00Z"_s},
                                                  {u"last_used_on"_s, u"2026-11-22T00:00:00Z"_s}}),
                                           token(2, u"old"_s, {{u"last_used_on"_s, u"2026-03-01T00:00:00Z"_s}}),
                                           token(3, u"ended"_s, {{u"expires_on"_s, u"2026-11-01T00:00:00Z"_s}}),
                                           token(4, u"off"_s, {{u"status"_s, u"disabled"_s}})});
    filter.insert("type"_L1, u"user"_s);
    const QJsonObject result = m_bench->succeed(u"list_tokens"_s, filter);
    QTEST(namesIn(result), "names");
    QCOMPARE(result.value("total"_L1).toInt(), namesIn(result).size());
    QCOMPARE(result.value("returned"_L1).toInt(), namesIn(result).size());
    QVERIFY(!result.contains("more"_L1));
}

void ReadToolsTest::filtersRefuseAPage()
{
    const QString text =
        m_bench->fail(u"list_tokens"_s, {{u"type"_s, u"user"_s}, {u"page"_s, 1}, {u"nameContains"_s, u"ci"_s}});
    QVERIFY2(text.contains(u"whole lists"_s), qPrintable(text));
    const QString never = m_bench->fail(u"list_tokens"_s, {{u"unusedFor"_s, u"never"_s}});
    QVERIFY2(never.contains(u"unusedFor"_s), qPrintable(never));
}

void ReadToolsTest::aLongListIsCutAndSaysSo()
{
    QJsonArray many;
    for (int number = 1; number <= 30; ++number)
        many.append(token(number, u"t%1"_s.arg(number)));
    m_bench->cloudflare.succeed(kUserTokens, many, {{u"total_count"_s, 30}});
    const QJsonObject result = m_bench->succeed(u"list_tokens"_s, {{u"type"_s, u"user"_s}, {u"limit"_s, 10}});
    QCOMPARE(result["tokens"_L1].toArray().size(), 10);
    QCOMPARE(result.value("returned"_L1).toInt(), 10);
    QCOMPARE(result.value("total"_L1).toInt(), 30);
    const QString more = result.value("more"_L1).toString();
    QVERIFY2(more.startsWith(u"20 "_s) && more.contains(u"page 1"_s), qPrintable(more));
}

void ReadToolsTest::withholdsWhatReachesForeignAccounts()
{
    m_bench = std::make_unique<ToolBench>(QStringList{kAccount});
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount, kOtherAccount});
    const auto on = [](const QString &account) {
        return QJsonObject{{u"policies"_s, policiesOn(u"com.cloudflare.api.account."_s + account)}};
    };
    m_bench->cloudflare.succeed(kUserTokens,
                                QJsonArray{token(1, u"ours"_s, on(kAccount)), token(2, u"theirs"_s, on(kOtherAccount)),
                                           token(3, u"everybody's"_s, on(u"*"_s))});
    m_bench->cloudflare.succeed(kAccountTokens, QJsonArray());
    const QJsonObject result = m_bench->succeed(u"list_tokens"_s, {});
    QCOMPARE(namesIn(result), QStringList{u"ours"_s});
    QCOMPARE(result.value("total"_L1).toInt(), 1);
    QVERIFY(result.value("withheld"_L1).toString().startsWith(u"2 tokens"_s));
    // Nor can such a token be read by its id.
    const QString id = idOf(2);
    m_bench->cloudflare.succeed(kUserTokens + u'/' + id, token(2, u"theirs"_s, on(kOtherAccount)));
    const QString text = m_bench->fail(u"get_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, id}});
    QVERIFY2(text.contains(u"ALLOWED_ACCOUNT_IDS"_s) && !text.contains(u"theirs"_s), qPrintable(text));
}

void ReadToolsTest::getsATokenInPlainWords()
{
    m_bench->haveAccounts({kAccount});
    QVERIFY(!m_bench->succeed(u"list_accounts"_s, {}).isEmpty()); // so that its name is known
    const QString id = idOf(1);
    m_bench->cloudflare.succeed(
        kAccountTokens + u'/' + id,
        token(1, u"ci"_s,
              {{u"policies"_s, policiesOn(u"com.cloudflare.api.account."_s + kAccount)}, {u"value"_s, kSecret}}));
    const QJsonObject result =
        m_bench->succeed(u"get_token"_s, {{u"type"_s, u"account"_s}, {u"accountId"_s, kAccount}, {u"tokenId"_s, id}});
    QCOMPARE(result.value("issued_on"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(result["owner"_L1]["accountId"_L1].toString(), kAccount);
    const QString access = result["access"_L1][0].toString();
    QVERIFY2(access.contains(u"DNS"_s) && access.contains(u"Acme"_s), qPrintable(access));
    QVERIFY(!QJsonDocument(result).toJson().contains(kSecret.toLatin1()));
}

void ReadToolsTest::anAccountsTokenCantReadUsers()
{
    ToolBench bench({}, u"cfat_Ym9vdHN0cmFwYm9vdHN0cmFwYm9vdHN0cmFwYm9vdDEy"_s);
    bench.haveAccounts({kAccount});
    const QString tokens = u"GET /client/v4/accounts/%1/tokens"_s.arg(kAccount);
    bench.cloudflare.succeed(tokens + u"/verify"_s, QJsonObject{{u"id"_s, kTokenId}, {u"status"_s, u"active"_s}});
    const QJsonObject writes{{u"id"_s, kTokenId}, {u"name"_s, u"Account API Tokens Write"_s}};
    bench.cloudflare.succeed(
        tokens + u'/' + kTokenId,
        token(1, u"bootstrap"_s,
              {{u"id"_s, kTokenId},
               {u"policies"_s,
                QJsonArray{QJsonObject{{u"effect"_s, u"allow"_s}, {u"permission_groups"_s, QJsonArray{writes}}}}}}));
    const QString text = bench.fail(u"list_tokens"_s, {{u"type"_s, u"user"_s}});
    QVERIFY2(text.contains(u"belongs to the account Acme"_s), qPrintable(text));
    QVERIFY(!bench.cloudflare.callNames().contains(kUserTokens));
}

void ReadToolsTest::getsAnAccount()
{
    const QJsonObject account{{u"id"_s, kAccount},
                              {u"name"_s, u"Acme"_s},
                              {u"type"_s, u"standard"_s},
                              {u"settings"_s, QJsonObject{{u"enforce_twofactor"_s, true}}}};
    m_bench->cloudflare.succeed(u"GET /client/v4/accounts/"_s + kAccount, account);
    QCOMPARE(m_bench->succeed(u"get_account"_s, {{u"accountId"_s, kAccount}}), account);
}

void ReadToolsTest::theAllowListHoldsForAccounts()
{
    m_bench = std::make_unique<ToolBench>(QStringList{kAccount});
    m_bench->acceptBootstrap();
    for (const QString &tool : {u"get_account"_s, u"list_zones"_s, u"list_tokens"_s, u"list_permission_groups"_s}) {
        const QString text = m_bench->fail(tool, {{u"accountId"_s, kOtherAccount}});
        QVERIFY2(text.contains(u"ALLOWED_ACCOUNT_IDS"_s), qPrintable(tool + text));
    }
    for (const QString &call : m_bench->cloudflare.callNames())
        QVERIFY2(!call.contains(kOtherAccount), qPrintable(call));
}

void ReadToolsTest::listsZonesOfAllowedAccounts()
{
    m_bench = std::make_unique<ToolBench>(QStringList{kAccount});
    m_bench->acceptBootstrap();
    QJsonArray zones;
    for (const QString &name : {u"one.example"_s, u"two.example"_s}) {
        zones.append(QJsonObject{{u"id"_s, QString(32, name.front() == u'o' ? u'1' : u'2')},
                                 {u"name"_s, name},
                                 {u"account"_s, QJsonObject{{u"id"_s, kAccount}, {u"name"_s, u"Acme"_s}}}});
    }
    m_bench->cloudflare.succeed(u"GET /client/v4/zones"_s, zones, {{u"total_count"_s, 2}});
    const QJsonObject result = m_bench->succeed(u"list_zones"_s, {{u"nameContains"_s, u"TWO"_s}});
    QCOMPARE(result.value("total"_L1).toInt(), 1);
    const QJsonObject zone{{u"id"_s, QString(32, u'2')},
                           {u"name"_s, u"two.example"_s},
                           {u"accountId"_s, kAccount},
                           {u"accountName"_s, u"Acme"_s}};
    QCOMPARE(result["zones"_L1].toArray(), QJsonArray{zone});
    QVERIFY(m_bench->cloudflare.calls().back().url.query().contains(u"account.id="_s + kAccount));
    QCOMPARE(m_bench->succeed(u"list_zones"_s, {{u"limit"_s, 1}}).value("returned"_L1).toInt(), 1);
}

void ReadToolsTest::unreadListsAreLogged()
{
    m_bench->haveAccounts({kAccount});
    m_bench->cloudflare.succeed(kUserTokens, QJsonArray{token(1, u"mine"_s)});
    m_bench->cloudflare.refuse(kAccountTokens, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto channel = std::make_shared<RecordingChannel>();
    for (const QString &tool : {u"list_tokens"_s, u"audit_tokens"_s}) {
        channel->loggers.clear();
        QVERIFY(await(m_bench->tools().find(tool)->tool.handler({.channel = channel}, {})));
        QCOMPARE(channel->loggers, QStringList(u"cloudflare"_s));
    }
}

QTEST_GUILESS_MAIN(ReadToolsTest)
#include "tst_readtools.moc"
