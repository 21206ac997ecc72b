// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/catalog/permissioncatalog.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/scopewords.h"
#include "core/catalog/templategroups.h"
#include "core/cloudflare/networktransport.h"
#include "core/sandbox/sandboxserver.h"
#include "tests/catalog/expectedgrants.h"
#include "tests/catalog/grouptable.h"
#include "tests/support/await.h"

#include <QSet>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using model::Owner;
using test::await;

namespace {

/** The groups of `full_access`, worked out from the table by other means than the product's. */
QMap<QString, QStringList> everything(Owner::Kind kind)
{
    QMap<QString, QStringList> byScope;
    for (const model::PermissionGroup &group : test::knownGroups())
        byScope[catalog::scopeWord(group.scopes.front())].append(group.name);
    byScope.remove(u"bucket"_s);
    if (kind == Owner::Kind::Account)
        byScope.remove(u"user"_s);
    const QStringList leftOut{u"Billing Write"_s, u"Account Settings Write"_s, u"Memberships Write"_s};
    for (QStringList &names : byScope) {
        names.removeIf([&](const QString &name) { return name.contains(u"API Tokens"_s) || leftOut.contains(name); });
        const QStringList offered = names;
        names.removeIf([&](const QString &name) {
            const QString stem = name.section(u' ', 0, -2);
            return name.endsWith(u" Read"_s) && offered.contains(stem + u" Write"_s);
        });
    }
    return byScope;
}

} // namespace

/** Every template × kind of owner, made at a Cloudflare that checks what it is asked for, and read back. */
class TemplateTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesExactlyWhatItSays_data();
    void makesExactlyWhatItSays();
    void onChosenZones_data();
    void onChosenZones();

private:
    [[nodiscard]] QString accountId() const { return m_server->world().accounts().front().id; }
    [[nodiscard]] QString userTag() const { return m_server->world().user().id; }
    [[nodiscard]] model::Token make(const QString &templateId, Owner::Kind kind, const QStringList &zoneIds = {});
    [[nodiscard]] static QSet<QString> grantsOf(const model::Token &token);

    base::SystemClock m_clock;
    std::unique_ptr<sandbox::SandboxServer> m_server;
    std::unique_ptr<cloudflare::NetworkTransport> m_transport;
    std::unique_ptr<cloudflare::ApiClient> m_api;
    std::unique_ptr<catalog::PermissionCatalog> m_catalog;
    catalog::TemplateSet m_templates = *catalog::TemplateSet::load();
};

void TemplateTokensTest::init()
{
    m_server = std::make_unique<sandbox::SandboxServer>(sandbox::SandboxServer::Options{}, m_clock);
    QVERIFY(m_server->listen(0));
    m_transport = std::make_unique<cloudflare::NetworkTransport>(
        cloudflare::NetworkTransport::Options{.userAgent = "tst_templatetokens"});
    m_api = std::make_unique<cloudflare::ApiClient>(*m_transport, m_clock,
                                                    cloudflare::ApiClient::Options{.base = m_server->apiBase()});
    m_api->setCredential(m_server->bootstrapToken());
    m_catalog = std::make_unique<catalog::PermissionCatalog>(*m_api, m_clock);
}

model::Token TemplateTokensTest::make(const QString &templateId, Owner::Kind kind, const QStringList &zoneIds)
{
    const Owner owner = kind == Owner::Kind::User ? Owner::user() : Owner::account(accountId());
    const auto available = await(m_catalog->groups(owner));
    if (!available)
        qFatal("%s", qPrintable(available.error().message));
    const auto chosen = templateGroups(*m_templates.find(templateId), kind, *available);
    if (!chosen)
        qFatal("%s", qPrintable(chosen.error().message));
    const auto built =
        buildPolicies(*chosen, {.owner = owner, .accountId = accountId(), .zoneIds = zoneIds, .userTag = userTag()});
    if (!built)
        qFatal("%s", qPrintable(built.error().message));
    const auto created = await(m_api->createToken(owner, {.name = templateId, .policies = built->policies}));
    if (!created)
        qFatal("%s", qPrintable(created.error().message + created.error().detail));
    const auto readBack = await(m_api->getToken(owner, created->token.id));
    if (!readBack || !model::sameGrants(readBack->policies, built->policies))
        qFatal("another token came back");
    return *readBack;
}

QSet<QString> TemplateTokensTest::grantsOf(const model::Token &token)
{
    QSet<QString> grants;
    for (const model::Policy &policy : token.policies) {
        for (const model::Resource &resource : policy.resources) {
            const QString on =
                resource.key + (resource.nested.isEmpty() ? QString() : u" > "_s + resource.nested.join(u'+'));
            for (const model::PermissionGroupRef &group : policy.permissionGroups)
                grants.insert(group.name + u" @ "_s + on);
        }
    }
    return grants;
}

void TemplateTokensTest::makesExactlyWhatItSays_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Owner::Kind>("kind");
    for (const catalog::Template &one : m_templates.all()) {
        if (one.making == catalog::Template::Making::DashboardOnly)
            continue; // refused: tst_templategroups
        QTest::newRow(qPrintable(one.id + u", user"_s)) << one.id << Owner::Kind::User;
        QTest::newRow(qPrintable(one.id + u", account"_s)) << one.id << Owner::Kind::Account;
    }
}

void TemplateTokensTest::makesExactlyWhatItSays()
{
    QFETCH(QString, id);
    QFETCH(Owner::Kind, kind);
    const QString account = u"com.cloudflare.api.account."_s + accountId();
    const QMap<QString, QString> places{{u"account"_s, account},
                                        {u"zone"_s, account + u" > com.cloudflare.api.account.zone.*"_s},
                                        {u"user"_s, u"com.cloudflare.api.user."_s + userTag()}};
    QMap<QString, QStringList> groups = everything(kind);
    if (id != u"full_access"_s) {
        groups.clear();
        const auto listed = test::expectedGroups().value(id);
        for (auto it = listed.begin(); it != listed.end(); ++it) {
            if (it.key() != u"user"_s || kind == Owner::Kind::User)
                groups.insert(it.key(), it.value().split(u';'));
        }
    }
    QSet<QString> expected;
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        for (const QString &name : it.value())
            expected.insert(name + u" @ "_s + places.value(it.key()));
    }
    const model::Token token = make(id, kind);
    QCOMPARE(grantsOf(token), expected);
    QCOMPARE(token.policies.size(), size_t(groups.size()));
}

void TemplateTokensTest::onChosenZones_data()
{
    QTest::addColumn<Owner::Kind>("kind");
    QTest::newRow("user") << Owner::Kind::User;
    QTest::newRow("account") << Owner::Kind::Account;
}

void TemplateTokensTest::onChosenZones()
{
    QFETCH(Owner::Kind, kind);
    QStringList zoneIds;
    for (const sandbox::SandboxZone &zone : m_server->world().zones()) {
        if (zone.accountId == accountId() && zoneIds.size() < 2)
            zoneIds.append(zone.id);
    }
    zoneIds.sort();
    const QString zone = u"com.cloudflare.api.account.zone."_s;
    const model::Token token = make(u"waf_admin"_s, kind, zoneIds);
    QSet<QString> expected;
    for (const QString &group : {u"Zone WAF Write @ "_s, u"Firewall Services Write @ "_s}) {
        if (kind == Owner::Kind::Account) {
            expected.insert(group + u"com.cloudflare.api.account."_s + accountId() + u" > "_s + zone + zoneIds[0] + u'+'
                            + zone + zoneIds[1]);
        } else {
            expected.insert(group + zone + zoneIds[0]);
            expected.insert(group + zone + zoneIds[1]);
        }
    }
    QCOMPARE(grantsOf(token), expected);
}

QTEST_GUILESS_MAIN(TemplateTokensTest)
#include "tst_templatetokens.moc"
