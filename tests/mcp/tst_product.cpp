// SPDX-License-Identifier: GPL-3.0-or-later
// Our own resources and completions, and the progress of long calls, over a scripted Cloudflare.
#include "core/mcp/methods.h"
#include "tests/mcp/productbench.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kUserTokens = u"GET /client/v4/user/tokens"_s;
const QString kAccountTokens = u"GET /client/v4/accounts/%1/tokens"_s.arg(kAccount);
const QString kZones = u"GET /client/v4/zones"_s;

QJsonObject promptRef(const QString &name)
{
    return {{u"type"_s, u"ref/prompt"_s}, {u"name"_s, name}};
}

QJsonObject templateRef(const QString &uri)
{
    return {{u"type"_s, u"ref/resource"_s}, {u"uri"_s, uri}};
}

} // namespace

class ProductTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_product = std::make_unique<Product>(); }

    void readsTemplates();
    void readsPermissionGroupsByOwner();
    void readsTheInventory();
    void keepsToTheAllowList();
    void completesTemplates();
    void completesAccounts();
    void completesZones();
    void completesNothingWithoutALookup();
    void asksForManyAccountsZonesOnlyByAccount();
    void reportsPages();
    void reportsRotation();

private:
    std::unique_ptr<Product> m_product;
};

void ProductTest::readsTemplates()
{
    const QJsonObject all = m_product->read(u"tokensmith://templates"_s);
    QCOMPARE(all.value("templates"_L1).toArray().size(), all.value("count"_L1).toInt());
    QVERIFY(all.value("count"_L1).toInt() >= 10);
    QVERIFY(m_product->services.transport.calls().empty());

    const MethodResult unknown = m_product->call(u"resources/read"_s, {{u"uri"_s, u"tokensmith://templates/dns"_s}});
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().code, RpcCode::InvalidParams);
    QCOMPARE(unknown.error().data.value("uri"_L1).toString(), u"tokensmith://templates/dns"_s);

    const QJsonArray dns{QJsonObject{{u"id"_s, kZone},
                                     {u"name"_s, u"DNS Write"_s},
                                     {u"scopes"_s, QJsonArray{u"com.cloudflare.api.account.zone"_s}}},
                         QJsonObject{{u"id"_s, kTokenId},
                                     {u"name"_s, u"Zone Read"_s},
                                     {u"scopes"_s, QJsonArray{u"com.cloudflare.api.account.zone"_s}}}};
    m_product->services.transport.succeed(u"GET /client/v4/user/tokens/permission_groups"_s, dns);
    const QJsonObject one = m_product->read(u"tokensmith://templates/dns_only"_s);
    QCOMPARE(one.value("id"_L1).toString(), u"dns_only"_s);
    QVERIFY(!one.value("resolvedPermissions"_L1).toArray().isEmpty());
}

void ProductTest::readsPermissionGroupsByOwner()
{
    const QJsonObject group{{u"id"_s, kZone}, {u"name"_s, u"DNS Write"_s}, {u"scopes"_s, QJsonArray()}};
    const QJsonObject other{{u"id"_s, kZone}, {u"name"_s, u"Workers Write"_s}, {u"scopes"_s, QJsonArray()}};
    ScriptedTransport &cloudflare = m_product->services.transport;
    cloudflare.succeed(u"GET /client/v4/user/tokens/permission_groups"_s, QJsonArray{group});
    cloudflare.succeed(u"GET /client/v4/accounts/%1/tokens/permission_groups"_s.arg(kAccount), QJsonArray{other});
    for (const QString &uri : {u"tokensmith://permission-groups"_s, u"tokensmith://permission-groups/user"_s})
        QCOMPARE(m_product->read(uri).value("groups"_L1)[0]["name"_L1].toString(), u"DNS Write"_s);
    const QJsonObject accounts = m_product->read(u"tokensmith://permission-groups/"_s + kAccount);
    QCOMPARE(accounts.value("groups"_L1)[0]["name"_L1].toString(), u"Workers Write"_s);
    const MethodResult nobody =
        m_product->call(u"resources/read"_s, {{u"uri"_s, u"tokensmith://permission-groups/me"_s}});
    QVERIFY(!nobody.has_value());
    QVERIFY2(nobody.error().message.contains(u"\"user\" or the id of an account"_s),
             qPrintable(nobody.error().message));
}

void ProductTest::readsTheInventory()
{
    ScriptedTransport &cloudflare = m_product->services.transport;
    m_product->services.haveAccounts({kAccount});
    QJsonObject withValue = token(kTokenId, u"mine"_s);
    withValue.insert("value"_L1, kSecret);
    cloudflare.succeed(kUserTokens, QJsonArray{withValue}, {{u"total_count"_s, 1}});
    cloudflare.succeed(kAccountTokens, QJsonArray{token(kZone, u"theirs"_s)}, {{u"total_count"_s, 1}});
    const QJsonObject inventory = m_product->read(u"tokensmith://tokens"_s);
    QCOMPARE(inventory.value("total"_L1).toInt(), 2);
    QCOMPARE(inventory.value("tokens"_L1)[1]["name"_L1].toString(), u"theirs"_s);
    QVERIFY(!QJsonDocument(inventory).toJson().contains(kSecret.toUtf8()));
}

void ProductTest::keepsToTheAllowList()
{
    Product product({kAccount});
    const MethodResult denied =
        product.call(u"resources/read"_s, {{u"uri"_s, u"tokensmith://permission-groups/"_s + kOtherAccount}});
    QVERIFY(!denied.has_value());
    QCOMPARE(denied.error().code, RpcCode::InternalError);
    QVERIFY2(denied.error().message.contains(kOtherAccount), qPrintable(denied.error().message));
}

void ProductTest::completesTemplates()
{
    const QStringList byPrompt =
        m_product->complete(promptRef(u"create_least_privilege_token"_s), u"template"_s, u"d"_s);
    QVERIFY2(byPrompt.startsWith(u"dns_only"_s), qPrintable(byPrompt.join(u' ')));
    const QStringList byResource =
        m_product->complete(templateRef(u"tokensmith://templates/{id}"_s), u"id"_s, u"DNS"_s);
    QVERIFY(byResource.contains(u"dns_only"_s));
    QVERIFY(m_product->complete(templateRef(u"tokensmith://templates/{id}"_s), u"id"_s, u"zzz"_s).isEmpty());
    QVERIFY(m_product->services.transport.calls().empty());
}

void ProductTest::completesAccounts()
{
    const QJsonArray accounts{QJsonObject{{u"id"_s, kAccount}, {u"name"_s, u"Umbrella"_s}},
                              QJsonObject{{u"id"_s, kOtherAccount}, {u"name"_s, u"Cumulus"_s}},
                              QJsonObject{{u"id"_s, kZone}, {u"name"_s, u"Twin"_s}},
                              QJsonObject{{u"id"_s, kTokenId}, {u"name"_s, u"twin"_s}}};
    m_product->services.transport.succeed(u"GET /client/v4/accounts"_s, accounts, {{u"total_count"_s, 4}});
    const QJsonObject audit = promptRef(u"audit_tokens"_s);
    // Beginning with it first, then holding it.
    QCOMPARE(m_product->complete(audit, u"account"_s, u"um"_s), QStringList({u"Umbrella"_s, u"Cumulus"_s}));
    // Whose name is another's too comes as its id; so does what was begun as an id.
    QCOMPARE(m_product->complete(audit, u"account"_s, u"tw"_s), QStringList({kZone, kTokenId}));
    QCOMPARE(m_product->complete(audit, u"account"_s, kAccount.first(5)), QStringList({kAccount, kOtherAccount}));
    QCOMPARE(m_product->complete(audit, u"account"_s, u""_s).size(), 4);
    const QJsonObject groups = templateRef(u"tokensmith://permission-groups/{owner}"_s);
    QCOMPARE(m_product->complete(groups, u"owner"_s, u"u"_s), QStringList{u"user"_s});
    QCOMPARE(m_product->complete(groups, u"owner"_s, u""_s).size(), 5);
    QCOMPARE(m_product->services.transport.callNames().count(u"GET /client/v4/accounts"_s), 1);
}

void ProductTest::completesZones()
{
    m_product->services.haveAccounts({kAccount});
    m_product->services.transport.succeed(
        kZones, QJsonArray{zone(kZone, u"example.com"_s), zone(kTokenId, u"an-example.org"_s)});
    const QJsonObject create = promptRef(u"create_least_privilege_token"_s);
    QCOMPARE(m_product->complete(create, u"zone"_s, u"exam"_s), QStringList({u"example.com"_s, u"an-example.org"_s}));
    QCOMPARE(m_product->complete(create, u"zone"_s, u"org"_s, {{u"account"_s, u"acme"_s}}),
             QStringList{u"an-example.org"_s});
    QCOMPARE(m_product->complete(create, u"zone"_s, u"org"_s, {{u"account"_s, u"nobody"_s}}), QStringList());
    QCOMPARE(m_product->services.transport.callNames().count(kZones), 1);
}

void ProductTest::completesNothingWithoutALookup()
{
    m_product->services.transport.refuse(u"GET /client/v4/accounts"_s, 403, 10000, u"Authentication error"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Nothing to complete with: .*\\[ctm-1\\]$"_s));
    QCOMPARE(m_product->complete(promptRef(u"audit_tokens"_s), u"account"_s, u"a"_s), QStringList());
}

void ProductTest::asksForManyAccountsZonesOnlyByAccount()
{
    QStringList ids;
    for (int i = 0; i < 11; ++i)
        ids.append(QString::number(i).rightJustified(32, u'0'));
    m_product->services.haveAccounts(ids);
    m_product->services.transport.succeed(kZones, QJsonArray{zone(kZone, u"example.com"_s)});
    const QJsonObject create = promptRef(u"create_least_privilege_token"_s);
    QCOMPARE(m_product->complete(create, u"zone"_s, u"e"_s), QStringList());
    QVERIFY(!m_product->services.transport.callNames().contains(kZones));
    QCOMPARE(m_product->complete(create, u"zone"_s, u"e"_s, {{u"account"_s, ids.first()}}),
             QStringList{u"example.com"_s});
}

void ProductTest::reportsPages()
{
    ScriptedTransport &cloudflare = m_product->services.transport;
    m_product->services.haveAccounts({kAccount});
    QJsonArray full;
    for (int i = 0; i < 50; ++i)
        full.append(token(QString::number(i).rightJustified(32, u'0'), u"t"_s));
    cloudflare.succeed(kUserTokens, full, {{u"total_count"_s, 51}});
    cloudflare.succeed(kUserTokens, QJsonArray{token(kTokenId, u"last"_s)}, {{u"total_count"_s, 51}});
    cloudflare.succeed(kAccountTokens, QJsonArray{token(kZone, u"theirs"_s)}, {{u"total_count"_s, 1}});
    for (const QString &tool : {u"list_tokens"_s, u"audit_tokens"_s}) {
        m_product->channel->reports.clear();
        QVERIFY(m_product->call(u"tools/call"_s, {{u"name"_s, tool}}).has_value());
        std::vector<std::pair<int, int>> seen;
        for (const Progress &report : m_product->channel->reports)
            seen.emplace_back(static_cast<int>(report.progress), static_cast<int>(report.total.value_or(-1)));
        if (tool == "list_tokens"_L1) {
            QCOMPARE(seen, (std::vector<std::pair<int, int>>{{1, 3}, {2, 3}, {3, 3}}));
            QCOMPARE(m_product->channel->reports.back().message, u"Read 3 of 3 pages"_s);
            cloudflare.instead(kUserTokens)
                .succeed(kUserTokens, QJsonArray{token(kTokenId, u"last"_s)}, {{u"total_count"_s, 1}});
        } else {
            QCOMPARE(seen, (std::vector<std::pair<int, int>>{{1, 2}, {2, 2}}));
        }
    }
}

void ProductTest::reportsRotation()
{
    ScriptedTransport &cloudflare = m_product->services.transport;
    const QString old = QString(32, u'5');
    const QString fresh = QString(32, u'6');
    const QJsonObject grant{{u"effect"_s, u"allow"_s},
                            {u"resources"_s, QJsonObject{{u"com.cloudflare.api.account.zone."_s + kZone, u"*"_s}}},
                            {u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, kZone}}}}};
    QJsonObject live = token(old, u"ci"_s);
    live.insert("policies"_L1, QJsonArray{grant});
    cloudflare.succeed(u"GET /client/v4/user/tokens/"_s + old, live);
    live.insert("id"_L1, fresh);
    live.insert("name"_L1, u"ci (rotated)"_s);
    cloudflare.succeed(u"GET /client/v4/user/tokens/"_s + fresh, live);
    live.insert("value"_L1, kSecret);
    cloudflare.succeed(u"POST /client/v4/user/tokens"_s, live);
    cloudflare.succeed(u"GET /client/v4/user/tokens/verify"_s,
                       QJsonObject{{u"id"_s, fresh}, {u"status"_s, u"active"_s}});
    cloudflare.succeed(u"DELETE /client/v4/user/tokens/"_s + old, QJsonObject{{u"id"_s, old}});

    const QJsonObject arguments{{u"type"_s, u"user"_s}, {u"tokenId"_s, old}, {u"revokeOld"_s, true}};
    const MethodResult result =
        m_product->call(u"tools/call"_s, {{u"name"_s, u"rotate_token"_s}, {u"arguments"_s, arguments}});
    QCOMPARE(result->value("structuredContent"_L1)["oldToken"_L1]["revoked"_L1].toBool(), true);
    QStringList messages;
    for (const Progress &report : m_product->channel->reports) {
        QCOMPARE(report.progress, static_cast<double>(messages.size()));
        QCOMPARE(report.total, std::optional(4.0));
        messages.append(report.message);
    }
    QCOMPARE(messages, QStringList({u"Checking the old token"_s, u"Making the new token"_s,
                                    u"Verifying the new token"_s, u"Revoking the old token"_s}));
}

QTEST_GUILESS_MAIN(ProductTest)
#include "tst_product.moc"
