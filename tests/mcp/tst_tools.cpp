// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/toolbench.h"

#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kUserTokens = u"/client/v4/user/tokens"_s;
const QString kAccountTokens = u"/client/v4/accounts/%1/tokens"_s.arg(kAccount);

QJsonObject rawToken(const QString &id, const QString &name)
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"status"_s, u"active"_s},
            {u"issued_on"_s, u"2026-11-01T00:00:00Z"_s},
            {u"creator_email_at_creation"_s, u"a@example.com"_s},
            {u"value"_s, kSecret}, // Cloudflare never lists it; if it did, it would still not get through
            {u"policies"_s, QJsonArray()}};
}

QString textOf(const QJsonObject &result)
{
    return result["content"_L1][0]["text"_L1].toString();
}

} // namespace

class ToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ToolBench>(); }
    void definitions();
    void marksTheTokenToVerifyAsSecret();
    void onlyReadersSayTheyRead();
    void listsTemplates();
    void listsAccounts();
    void listsEverybodysTokens();
    void listsOnePage();
    void saysWhatCouldNotBeRead();
    void refusesListArguments_data();
    void refusesListArguments();
    void createsAToken();
    void createsWithOneAccountInPlay();
    void tellsRefusalsOfCloudflare();
    void refusesCreateArguments_data();
    void refusesCreateArguments();
    void verifiesATokenThatIsValid();
    void verifiesATokenThatIsNot();
    void neverRepeatsATokenToVerify_data();
    void neverRepeatsATokenToVerify();
    void saysThatNothingIsConnected();

private:
    /** The structured result of a call that has to succeed and to fit the tool's own output schema. */
    QJsonObject succeed(const QString &tool, const QJsonObject &arguments) { return m_bench->succeed(tool, arguments); }
    void scriptCreate(const QString &path);

    std::unique_ptr<ToolBench> m_bench;
};

void ToolsTest::definitions()
{
    QStringList names;
    for (const auto &entry : m_bench->tools().entries()) {
        const mcp::Tool &tool = entry.tool;
        names += tool.name;
        QVERIFY2(!tool.title.isEmpty() && tool.description.endsWith(u'.'), qPrintable(tool.name));
        QCOMPARE(tool.inputSchema.value("type"_L1), QJsonValue(u"object"_s));
        QCOMPARE(tool.inputSchema.value("additionalProperties"_L1), QJsonValue(false));
        QCOMPARE(tool.outputSchema.value("type"_L1), QJsonValue(u"object"_s));
        QVERIFY2(mcp::Schema::compile(tool.outputSchema).has_value(), qPrintable(tool.name));
        const QJsonObject arguments = tool.inputSchema.value("properties"_L1).toObject();
        for (auto argument = arguments.begin(); argument != arguments.end(); ++argument)
            QVERIFY2(!argument.value()["description"_L1].toString().isEmpty(), qPrintable(argument.key()));
    }
    const QStringList promised{u"list_permission_groups"_s,
                               u"list_templates"_s,
                               u"get_template"_s,
                               u"list_tokens"_s,
                               u"get_token"_s,
                               u"create_token"_s,
                               u"preview_token"_s,
                               u"verify_token"_s,
                               u"list_accounts"_s,
                               u"get_account"_s,
                               u"list_zones"_s,
                               u"update_token"_s,
                               u"roll_token"_s,
                               u"rotate_token"_s,
                               u"revoke_token"_s};
    for (const QString &name : promised)
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(names.removeDuplicates(), 0);
}

void ToolsTest::marksTheTokenToVerifyAsSecret()
{
    const QJsonObject schema = m_bench->tools().find(u"verify_token"_s)->tool.inputSchema;
    QCOMPARE(schema["properties"_L1]["token"_L1]["writeOnly"_L1], QJsonValue(true));
}

void ToolsTest::onlyReadersSayTheyRead()
{
    for (const auto &entry : m_bench->tools().entries()) {
        const bool reads = entry.tool.toolClass == mcp::ToolClass::Read;
        const QJsonObject hints = mcp::toJson(entry.tool).value("annotations"_L1).toObject();
        QCOMPARE(hints.value("readOnlyHint"_L1).toBool(), reads);
        const bool destroys =
            entry.tool.toolClass == mcp::ToolClass::Revoke || entry.tool.toolClass == mcp::ToolClass::Change;
        QCOMPARE(hints.value("destructiveHint"_L1).toBool(), destroys);
        QCOMPARE(hints.value("openWorldHint"_L1).toBool(), entry.tool.name != "list_templates"_L1);
    }
}

void ToolsTest::listsTemplates()
{
    const QJsonObject result = succeed(u"list_templates"_s, {});
    const QJsonArray list = result.value("templates"_L1).toArray();
    QCOMPARE(result.value("count"_L1).toInt(), list.size());
    QHash<QString, QJsonObject> byId;
    for (const QJsonValue &one : list)
        byId.insert(one["id"_L1].toString(), one.toObject());
    const QJsonObject dns{{u"id"_s, u"dns_only"_s},
                          {u"name"_s, u"DNS Only"_s},
                          {u"description"_s, byId.value(u"dns_only"_s).value("description"_L1)},
                          {u"resourceScope"_s, u"all_zones"_s},
                          {u"permissionCount"_s, 1}};
    QCOMPARE(byId.value(u"dns_only"_s), dns);
    QCOMPARE(byId.value(u"workers_deploy"_s).value("resourceScope"_L1).toString(), u"all_accounts"_s);
    QVERIFY(m_bench->cloudflare.calls().empty());
}

void ToolsTest::listsAccounts()
{
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount, kOtherAccount});
    const QJsonObject result = succeed(u"list_accounts"_s, {});
    QCOMPARE(result.value("count"_L1).toInt(), 2);
    const QJsonObject first{{u"id"_s, kAccount}, {u"name"_s, u"Acme"_s}, {u"type"_s, u"standard"_s}};
    QCOMPARE(result["accounts"_L1][0].toObject(), first);
}

void ToolsTest::listsEverybodysTokens()
{
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount});
    m_bench->cloudflare.succeed(u"GET "_s + kUserTokens, QJsonArray{rawToken(kTokenId, u"mine"_s)});
    m_bench->cloudflare.succeed(u"GET "_s + kAccountTokens, QJsonArray{rawToken(kZone, u"theirs"_s)});
    const QJsonObject result = succeed(u"list_tokens"_s, {});
    QCOMPARE(result.value("total"_L1).toInt(), 2);
    QCOMPARE(result.value("unread"_L1), QJsonValue(QJsonArray()));
    const QJsonObject mine = result["tokens"_L1][0].toObject();
    QCOMPARE(mine.value("name"_L1).toString(), u"mine"_s);
    QCOMPARE(mine.value("issued_on"_L1).toString(), u"2026-11-01T00:00:00Z"_s);
    QCOMPARE(mine.value("creator_email_at_creation"_L1).toString(), u"a@example.com"_s);
    QCOMPARE(mine.value("owner"_L1).toObject(), (QJsonObject{{u"type"_s, u"user"_s}}));
    QCOMPARE(result["tokens"_L1][1]["owner"_L1].toObject(),
             (QJsonObject{{u"type"_s, u"account"_s}, {u"accountId"_s, kAccount}}));
    QVERIFY(!QString::fromUtf8(mcp::compactJson(result)).contains(kSecret));
}

void ToolsTest::listsOnePage()
{
    m_bench->acceptBootstrap();
    m_bench->cloudflare.succeed(u"GET "_s + kAccountTokens, QJsonArray{rawToken(kTokenId, u"one"_s)},
                                {{u"total_count"_s, 31}});
    const QJsonObject result =
        succeed(u"list_tokens"_s, {{u"accountId"_s, kAccount}, {u"page"_s, 3}, {u"perPage"_s, 10}});
    QCOMPARE(result.value("total"_L1).toInt(), 31);
    QCOMPARE(result["tokens"_L1].toArray().size(), 1);
    const QString query = m_bench->cloudflare.calls().back().url.query();
    QVERIFY2(query.contains(u"page=3"_s) && query.contains(u"per_page=10"_s), qPrintable(query));
    QVERIFY(!succeed(u"list_tokens"_s, {{u"accountId"_s, kAccount}, {u"page"_s, 1}, {u"perPage"_s, 100}}).isEmpty());
    QVERIFY(m_bench->cloudflare.calls().back().url.query().contains(u"per_page=50"_s)); // the most there is
}

void ToolsTest::saysWhatCouldNotBeRead()
{
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount});
    m_bench->cloudflare.succeed(u"GET "_s + kUserTokens, QJsonArray{rawToken(kTokenId, u"mine"_s)});
    m_bench->cloudflare.refuse(u"GET "_s + kAccountTokens, 403, 9109, u"Unauthorized to access requested resource"_s);
    const QJsonObject result = succeed(u"list_tokens"_s, {});
    QCOMPARE(result.value("total"_L1).toInt(), 1);
    QCOMPARE(result["unread"_L1].toArray().size(), 1);
}

void ToolsTest::refusesListArguments_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("field");
    QTest::newRow("account without id") << QJsonObject{{u"type"_s, u"account"_s}} << u"accountId"_s;
    QTest::newRow("user with account") << QJsonObject{{u"type"_s, u"user"_s}, {u"accountId"_s, kAccount}}
                                       << u"accountId"_s;
    QTest::newRow("page of everybody") << QJsonObject{{u"page"_s, 1}} << u"page"_s;
    QTest::newRow("page 0") << QJsonObject{{u"type"_s, u"user"_s}, {u"page"_s, 0}} << u"page"_s;
    QTest::newRow("0 per page") << QJsonObject{{u"type"_s, u"user"_s}, {u"page"_s, 1}, {u"perPage"_s, 0}}
                                << u"perPage"_s;
    QTest::newRow("path in id") << QJsonObject{{u"accountId"_s, u"../../user"_s}} << u"accountId"_s;
}

void ToolsTest::refusesListArguments()
{
    QFETCH(QJsonObject, arguments);
    const QJsonObject result = m_bench->call(u"list_tokens"_s, arguments);
    QVERIFY(result.value("isError"_L1).toBool());
    QTEST(result["_meta"_L1]["tokensmith/error"_L1]["field"_L1].toString(), "field");
    QVERIFY(m_bench->cloudflare.calls().empty());
}

void ToolsTest::scriptCreate(const QString &path)
{
    const QString dnsWrite = u"4755a26eedb94da69e1066d98aa820be"_s;
    const QJsonObject group{{u"id"_s, dnsWrite},
                            {u"name"_s, u"DNS Write"_s},
                            {u"scopes"_s, QJsonArray{u"com.cloudflare.api.account.zone"_s}}};
    m_bench->cloudflare.succeed(u"GET %1/permission_groups"_s.arg(path), QJsonArray{group});
    const QJsonObject policy{
        {u"id"_s, kZone},
        {u"effect"_s, u"allow"_s},
        {u"resources"_s, QJsonObject{{u"com.cloudflare.api.account."_s + kAccount,
                                      QJsonObject{{u"com.cloudflare.api.account.zone."_s + kZone, u"*"_s}}}}},
        {u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, dnsWrite}, {u"name"_s, u"DNS Write"_s}}}}};
    m_bench->cloudflare.succeed(u"POST "_s + path, QJsonObject{{u"id"_s, kTokenId},
                                                               {u"name"_s, u"ci"_s},
                                                               {u"status"_s, u"active"_s},
                                                               {u"issued_on"_s, u"2026-11-23T12:00:00Z"_s},
                                                               {u"expires_on"_s, u"2026-12-23T12:00:00Z"_s},
                                                               {u"policies"_s, QJsonArray{policy}},
                                                               {u"value"_s, kSecret}});
}

void ToolsTest::createsAToken()
{
    m_bench->acceptBootstrap();
    scriptCreate(kAccountTokens);
    const QJsonObject result = succeed(u"create_token"_s, {{u"type"_s, u"account"_s},
                                                           {u"accountId"_s, kAccount},
                                                           {u"name"_s, u"ci"_s},
                                                           {u"template"_s, u"dns_only"_s},
                                                           {u"zoneIds"_s, QJsonArray{kZone}},
                                                           {u"expiresIn"_s, u"30d"_s},
                                                           {u"ipAllow"_s, QJsonArray{u"192.0.2.1"_s}}});
    const QJsonObject policy{
        {u"effect"_s, u"allow"_s},
        {u"permissions"_s, QJsonArray{u"DNS Write"_s}},
        {u"resources"_s,
         QJsonArray{u"com.cloudflare.api.account.%1/com.cloudflare.api.account.zone.%2"_s.arg(kAccount, kZone)}}};
    const QJsonObject expected{{u"id"_s, kTokenId},
                               {u"name"_s, u"ci"_s},
                               {u"status"_s, u"active"_s},
                               {u"issuedOn"_s, u"2026-11-23T12:00:00Z"_s},
                               {u"expiresOn"_s, u"2026-12-23T12:00:00Z"_s},
                               {u"secret"_s, kSecret},
                               {u"warning"_s, u"IMPORTANT: Save this secret now - it will not be shown again!"_s},
                               {u"policies"_s, QJsonArray{policy}},
                               {u"warnings"_s, result.value("warnings"_L1)}};
    QCOMPARE(result, expected);
    // The script's answer has no IP condition, so the person has to hear of it.
    QCOMPARE(result["warnings"_L1].toArray().size(), 1);

    const QJsonObject sent = QJsonDocument::fromJson(m_bench->cloudflare.calls().back().body).object();
    QCOMPARE(sent.value("name"_L1).toString(), u"ci"_s);
    QCOMPARE(sent.value("expires_on"_L1).toString(), u"2026-12-23T12:00:00Z"_s);
    QCOMPARE(sent["condition"_L1]["request_ip"_L1]["in"_L1].toArray(), QJsonArray{u"192.0.2.1/32"_s});
    const QJsonObject zones{{u"com.cloudflare.api.account.zone."_s + kZone, u"*"_s}}; // an account token's are nested
    QCOMPARE(sent["policies"_L1][0]["resources"_L1].toObject(),
             QJsonObject({{u"com.cloudflare.api.account."_s + kAccount, zones}}));
}

void ToolsTest::createsWithOneAccountInPlay()
{
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount});
    scriptCreate(kUserTokens);
    const QJsonObject result = succeed(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_only"_s}});
    QCOMPARE(result.value("secret"_L1).toString(), kSecret);
    const QJsonObject sent = QJsonDocument::fromJson(m_bench->cloudflare.calls().back().body).object();
    QCOMPARE(sent["policies"_L1][0]["resources"_L1].toObject().keys(),
             QStringList{u"com.cloudflare.api.account."_s + kAccount});
}

void ToolsTest::tellsRefusalsOfCloudflare()
{
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount});
    scriptCreate(kUserTokens);
    m_bench->cloudflare.refuse(u"POST /client/v4/user/tokens"_s, 400, 1001, u"You have reached the maximum number"_s);
    const QJsonObject arguments{{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_only"_s}};
    QVERIFY(!succeed(u"create_token"_s, arguments).isEmpty()); // uses up the scripted success
    const QJsonObject result = m_bench->call(u"create_token"_s, arguments);
    QVERIFY(result.value("isError"_L1).toBool());
    QVERIFY(!result.contains("structuredContent"_L1));
    const QString text = textOf(result);
    QVERIFY2(text.startsWith(u"Error: "_s) && text.contains(u"maximum number"_s), qPrintable(text));
    QVERIFY(text.contains(u"Cloudflare error code: 1001\ncf-ray: 8f00ba4-TST"_s));
    const QJsonObject meta = result["_meta"_L1]["tokensmith/error"_L1].toObject();
    QCOMPARE(meta.value("code"_L1).toString(), u"quota_exceeded"_s);
    QCOMPARE(meta.value("cloudflareCode"_L1).toInt(), 1001);
}

void ToolsTest::refusesCreateArguments_data()
{
    QTest::addColumn<QJsonObject>("changed");
    QTest::addColumn<QString>("field");
    QTest::newRow("template misspelt") << QJsonObject{{u"template"_s, u"dns-only"_s}} << u"template"_s;
    QTest::newRow("empty name") << QJsonObject{{u"name"_s, QString()}} << u"name"_s;
    QTest::newRow("long name") << QJsonObject{{u"name"_s, QString(121, u'x')}} << u"name"_s;
    QTest::newRow("blank name") << QJsonObject{{u"name"_s, u"  "_s}} << u"name"_s;
    QTest::newRow("kind") << QJsonObject{{u"type"_s, u"zone"_s}} << u"type"_s;
    QTest::newRow("lifetime without unit") << QJsonObject{{u"expiresIn"_s, u"30"_s}} << u"expiresIn"_s;
    QTest::newRow("lifetime too long") << QJsonObject{{u"expiresIn"_s, u"400d"_s}} << u"expiresIn"_s;
    QTest::newRow("no address") << QJsonObject{{u"ipAllow"_s, QJsonArray{u"192.0.2.1"_s, u"999.1.1.1"_s}}}
                                << u"ipAllow[1]"_s;
    QTest::newRow("zone id") << QJsonObject{{u"zoneIds"_s, QJsonArray{u"example.com"_s}}} << u"zoneIds[0]"_s;
}

void ToolsTest::refusesCreateArguments()
{
    QFETCH(QJsonObject, changed);
    QJsonObject arguments{{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_only"_s}};
    for (auto one = changed.begin(); one != changed.end(); ++one)
        arguments.insert(one.key(), one.value());
    const QJsonObject result = m_bench->call(u"create_token"_s, arguments);
    QVERIFY(result.value("isError"_L1).toBool());
    QTEST(result["_meta"_L1]["tokensmith/error"_L1]["field"_L1].toString(), "field");
    QVERIFY(m_bench->cloudflare.calls().empty());
}

void ToolsTest::verifiesATokenThatIsValid()
{
    m_bench->acceptBootstrap();
    const QJsonObject result = succeed(u"verify_token"_s, {{u"token"_s, kSecret}});
    QCOMPARE(result, (QJsonObject{{u"valid"_s, true}, {u"status"_s, u"active"_s}, {u"expiresOn"_s, QJsonValue::Null}}));
    QCOMPARE(QString::fromLatin1(m_bench->cloudflare.calls().back().bearer.reveal()), kSecret);
}

void ToolsTest::verifiesATokenThatIsNot()
{
    m_bench->acceptBootstrap();
    QVERIFY(!succeed(u"verify_token"_s, {{u"token"_s, kSecret}}).isEmpty()); // connects
    m_bench->cloudflare.refuse(u"GET /client/v4/user/tokens/verify"_s, 401, 1000, u"Invalid API Token"_s);
    QVERIFY(!succeed(u"verify_token"_s, {{u"token"_s, kSecret}}).isEmpty()); // uses up the scripted success
    const QJsonObject result = succeed(u"verify_token"_s, {{u"token"_s, kSecret}});
    QCOMPARE(result.keys(), QStringList({u"error"_s, u"valid"_s}));
    QCOMPARE(result.value("valid"_L1), QJsonValue(false));
    QVERIFY(!result.value("error"_L1).toString().isEmpty());
}

void ToolsTest::neverRepeatsATokenToVerify_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::newRow("too short") << QJsonObject{{u"token"_s, u"cfut_hunter2"_s}};
    QTest::newRow("line feed") << QJsonObject{{u"token"_s, u"cfut_hunter2hunter2\nX-Evil: 1"_s}};
    QTest::newRow("not text") << QJsonObject{{u"token"_s, QJsonArray{u"hunter2"_s}}};
    QTest::newRow("refused by Cloudflare")
        << QJsonObject{{u"token"_s, u"cfut_hunter2hunter2hunter2hunter2hunter2hu"_s}};
}

void ToolsTest::neverRepeatsATokenToVerify()
{
    QFETCH(QJsonObject, arguments);
    static QString log;
    log.clear();
    const auto before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { log += line + u'\n'; });
    const QJsonObject result = m_bench->call(u"verify_token"_s, arguments);
    qInstallMessageHandler(before);
    const bool answered = result["structuredContent"_L1]["valid"_L1] == QJsonValue(false);
    QVERIFY(answered || result.value("isError"_L1).toBool());
    QVERIFY2(!mcp::compactJson(result).contains("hunter2"), qPrintable(textOf(result)));
    QVERIFY(answered || log.contains(u"verify_token"_s));
    QVERIFY2(!log.contains(u"hunter2"_s), qPrintable(log));
}

void ToolsTest::saysThatNothingIsConnected()
{
    m_bench->cloudflare.refuse(u"GET /client/v4/user/tokens/verify"_s, 401, 1000, u"Invalid API Token"_s);
    for (const QString &tool : {u"list_tokens"_s, u"list_accounts"_s}) {
        const QJsonObject result = m_bench->call(tool, {});
        QVERIFY(result.value("isError"_L1).toBool());
        QCOMPARE(result["_meta"_L1]["tokensmith/error"_L1]["code"_L1].toString(), u"unauthenticated"_s);
        QVERIFY(textOf(result).contains(u"bootstrap token"_s));
    }
}

QTEST_GUILESS_MAIN(ToolsTest)
#include "tst_tools.moc"
