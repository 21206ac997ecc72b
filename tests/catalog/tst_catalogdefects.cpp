// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/groupfinder.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/templategroups.h"
#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "core/model/json.h"
#include "tests/catalog/grouptable.h"

#include <QSet>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using catalog::ChosenGroup;
using model::Owner;

namespace {

const QString kAccount(32, u'a');
const QString kUser(32, u'c');

} // namespace

/**
 * What the server this program follows got wrong where permissions, policies and limits are made. One test each, by the
 * number it goes by; the others are tested where they belong.
 */
class OriginalDefectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void d07_everyTemplateResolves();
    void d08_noTemplateTakesAGroupOfAnotherScope();
    void d09_tokenManagersAreLinkedNotTried();
    void d10_noPolicyMixesScopes();
    void d11_anAccountTokensZonesAreNested();
    void d14_addressesAreCheckedAndCanonical();
    void d15_monthsEndInTheirMonthAndSecondsAreWhole();
    void d20_aChangedCatalogueNeverChangesTheMeaning();

private:
    [[nodiscard]] base::Result<std::vector<ChosenGroup>> groupsOf(const QString &id, Owner::Kind kind) const
    {
        return templateGroups(*m_templates.find(id), kind, m_known);
    }

    catalog::TemplateSet m_templates;
    std::vector<model::PermissionGroup> m_known;
};

void OriginalDefectsTest::initTestCase()
{
    m_templates = *catalog::TemplateSet::load();
    m_known = test::knownGroups();
}

void OriginalDefectsTest::d07_everyTemplateResolves()
{
    for (const catalog::Template &one : m_templates.all()) {
        for (const Owner::Kind kind : {Owner::Kind::User, Owner::Kind::Account}) {
            if (one.making != catalog::Template::Making::DashboardOnly)
                QVERIFY2(templateGroups(one, kind, m_known), qPrintable(one.id));
        }
    }
}

void OriginalDefectsTest::d08_noTemplateTakesAGroupOfAnotherScope()
{
    const auto ofWaf = groupsOf(u"waf_admin"_s, Owner::Kind::User);
    QVERIFY(ofWaf && !ofWaf->empty());
    for (const ChosenGroup &one : *ofWaf) {
        QCOMPARE(one.scope, QString(model::scope::zone));
        QVERIFY(one.group.name != "Account WAF Write"_L1);
    }
    const auto ofZeroTrust = groupsOf(u"zero_trust_admin"_s, Owner::Kind::User);
    QVERIFY(ofZeroTrust && !ofZeroTrust->empty());
    for (const ChosenGroup &one : *ofZeroTrust) {
        QCOMPARE(one.group.scopes, QStringList{model::scope::account});
        if (one.group.name == "Access: Apps and Policies Write"_L1)
            QCOMPARE(one.group.id, u"1e13c5124ca64b72b1969a67e8829049"_s);
    }
}

void OriginalDefectsTest::d09_tokenManagersAreLinkedNotTried()
{
    const auto byTemplate = groupsOf(u"api_tokens_manage"_s, Owner::Kind::User);
    QVERIFY(!byTemplate);
    QVERIFY(byTemplate.error().message.contains("https://dash.cloudflare.com/"_L1));
    const auto named = catalog::findGroups({u"API Tokens Edit"_s}, m_known);
    QVERIFY(named);
    const auto built = catalog::buildPolicies(*named, {.accountId = kAccount, .userTag = kUser});
    QVERIFY(!built);
    QVERIFY(built.error().message.contains("https://dash.cloudflare.com/"_L1));
}

void OriginalDefectsTest::d10_noPolicyMixesScopes()
{
    const auto chosen = groupsOf(u"full_access"_s, Owner::Kind::User);
    const auto built = catalog::buildPolicies(*chosen, {.accountId = kAccount, .userTag = kUser});
    QVERIFY(built);
    QCOMPARE(built->policies.size(), size_t(3));
    for (const model::Policy &policy : built->policies) {
        QSet<QString> scopes;
        for (const ChosenGroup &one : *chosen) {
            for (const model::PermissionGroupRef &group : policy.permissionGroups) {
                if (group.id == one.group.id)
                    scopes.insert(one.scope);
            }
        }
        QCOMPARE(scopes.size(), 1);
        const model::Resource &on = policy.resources.front();
        QVERIFY((on.nested.isEmpty() ? on.key : on.nested.front()).startsWith(*scopes.begin() + u'.'));
    }
}

void OriginalDefectsTest::d11_anAccountTokensZonesAreNested()
{
    for (const QStringList &zoneIds : {QStringList(), QStringList{QString(32, u'b')}}) {
        const auto built =
            catalog::buildPolicies(*groupsOf(u"dns_only"_s, Owner::Kind::Account),
                                   {.owner = Owner::account(kAccount), .accountId = kAccount, .zoneIds = zoneIds});
        QVERIFY(built);
        for (const model::Resource &on : built->policies.front().resources) {
            QCOMPARE(on.key, model::scope::account + u'.' + kAccount);
            QVERIFY(!on.nested.isEmpty());
        }
    }
}

void OriginalDefectsTest::d14_addressesAreCheckedAndCanonical()
{
    for (const QString &wrong : {u"999.1.1.1/99"_s, u"abc"_s, u"::1/999"_s})
        QVERIFY2(!model::canonicalCidr(wrong), qPrintable(wrong));
    QCOMPARE(*model::canonicalCidr(u"::ffff:1.2.3.4"_s), u"::ffff:1.2.3.4/128"_s);
    QCOMPARE(*model::canonicalCidr(u"203.0.113.7"_s), u"203.0.113.7/32"_s);
}

void OriginalDefectsTest::d15_monthsEndInTheirMonthAndSecondsAreWhole()
{
    const QDateTime now(QDate(2027, 1, 31), QTime(12, 0, 0, 987), Qt::UTC);
    const auto end = model::expiryAfter(u"1m"_s, now);
    QVERIFY(end && *end);
    QCOMPARE(model::timeToText(**end), u"2027-02-28T12:00:00Z"_s);
    QCOMPARE((*end)->time().msec(), 0);
}

void OriginalDefectsTest::d20_aChangedCatalogueNeverChangesTheMeaning()
{
    std::vector<model::PermissionGroup> changed = m_known;
    for (model::PermissionGroup &group : changed) {
        if (group.name == "DNS Write"_L1)
            group.name = u"DNS and Registrar Write"_s; // contains every word of the old name
    }
    const auto groups = templateGroups(*m_templates.find(u"dns_only"_s), Owner::Kind::User, changed);
    QVERIFY(!groups);
    QCOMPARE(groups.error().code, Error::Code::NotFound);
    QVERIFY(groups.error().message.contains("\"DNS Write\""_L1));
    QVERIFY(!catalog::findGroups({u"DNS Write"_s}, changed));
}

QTEST_GUILESS_MAIN(OriginalDefectsTest)
#include "tst_catalogdefects.moc"
