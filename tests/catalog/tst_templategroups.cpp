// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/groupfinder.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/scopewords.h"
#include "core/catalog/templategroups.h"
#include "tests/catalog/expectedgrants.h"
#include "tests/catalog/grouptable.h"

#include <QSet>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using catalog::templateGroups;
using Kind = model::Owner::Kind;
using Groups = std::vector<model::PermissionGroup>;

namespace {

const QString kAccount(32, u'a');

QSet<QString> names(const std::vector<catalog::ChosenGroup> &chosen)
{
    QSet<QString> set;
    for (const catalog::ChosenGroup &one : chosen)
        set.insert(u"%1 (%2)"_s.arg(one.group.name, catalog::scopeWord(one.scope)));
    return set;
}

QSet<QString> expected(const QString &id, Kind kind)
{
    QSet<QString> set;
    const auto groups = test::expectedGroups().value(id);
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        if (it.key() == u"user"_s && kind == Kind::Account)
            continue;
        for (const QString &name : it.value().split(u';'))
            set.insert(u"%1 (%2)"_s.arg(name, it.key()));
    }
    return set;
}

Groups everythingOf(const QString &id, const QString &name, const QString &scope)
{
    return {{.id = id, .name = name, .scopes = {scope}}};
}

} // namespace

class TemplateGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listed_data();
    void listed();
    void aMissingOrRenamedGroupIsRefused_data();
    void aMissingOrRenamedGroupIsRefused();
    void aNameOfAnotherScopeIsNoSubstitute();
    void everything_data();
    void everything();
    void everythingOfTheKnownCatalogue();
    void everythingOfNothing();
    void whatItLeavesOutIsSaid();
    void tokenManagersHaveALink();
    void whatIsOptionalOrLeftOutExists();
    void aLargeStrangeCatalogue_data();
    void aLargeStrangeCatalogue();

private:
    catalog::Template find(const QString &id) const { return *m_templates.find(id); }

    catalog::TemplateSet m_templates;
};

void TemplateGroupsTest::init()
{
    m_templates = *catalog::TemplateSet::load();
}

void TemplateGroupsTest::listed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Kind>("kind");
    for (const QString &id : test::expectedGroups().keys()) {
        QTest::newRow(qPrintable(id + u", user"_s)) << id << Kind::User;
        QTest::newRow(qPrintable(id + u", account"_s)) << id << Kind::Account;
    }
}

void TemplateGroupsTest::listed()
{
    QFETCH(QString, id);
    QFETCH(Kind, kind);
    for (const Groups &available : {test::knownGroups(), test::largeCatalogue()}) {
        const auto groups = templateGroups(find(id), kind, available);
        QVERIFY2(groups, groups ? "" : qPrintable(groups.error().message));
        QCOMPARE(names(*groups), expected(id, kind));
    }
}

void TemplateGroupsTest::aMissingOrRenamedGroupIsRefused_data()
{
    listed_data();
}

void TemplateGroupsTest::aMissingOrRenamedGroupIsRefused()
{
    QFETCH(QString, id);
    QFETCH(Kind, kind);
    for (const catalog::WantedGroup &wanted : wantedGroups(find(id), kind)) {
        Groups renamed = test::knownGroups();
        Groups missing;
        for (model::PermissionGroup &group : renamed) {
            const bool it = group.name == wanted.name && group.scopes.contains(wanted.scope);
            if (!it)
                missing.push_back(group);
            else
                group.name = u"New "_s + group.name; // contains the old name, and all of its words
        }
        for (const Groups &available : {missing, renamed}) {
            const auto groups = templateGroups(find(id), kind, available);
            QVERIFY2(!groups, qPrintable(wanted.name));
            QCOMPARE(groups.error().code, Error::Code::NotFound);
            QCOMPARE(groups.error().field, u"template"_s);
            QVERIFY2(groups.error().message.contains(u"\"%1\""_s.arg(wanted.name)), qPrintable(groups.error().message));
        }
    }
}

void TemplateGroupsTest::aNameOfAnotherScopeIsNoSubstitute()
{
    Groups zoneOnly = test::knownGroups();
    std::erase_if(zoneOnly, [](const model::PermissionGroup &group) {
        return group.name == "Access: Apps and Policies Write"_L1 && group.scopes.contains(model::scope::account);
    });
    QVERIFY(catalog::exactGroup(u"Access: Apps and Policies Write"_s, model::scope::zone, zoneOnly));
    const auto groups = templateGroups(find(u"zero_trust_admin"_s), Kind::Account, zoneOnly);
    QVERIFY(!groups);
    QVERIFY(groups.error().message.contains("\"Access: Apps and Policies Write\" (account)"_L1));
}

void TemplateGroupsTest::everything_data()
{
    QTest::addColumn<QStringList>("offered"); // "name|scope word", "!" before: not selectable
    QTest::addColumn<QStringList>("taken");
    const auto row = [](const char *name, const QStringList &offered, const QStringList &taken) {
        QTest::newRow(name) << offered << taken;
    };
    const QStringList dns{u"DNS Write (zone)"_s};
    row("Write wins over Read", {u"DNS Read|zone"_s, u"DNS Write|zone"_s}, dns);
    row("Edit is not Write", {u"Zaraz Read|zone"_s, u"Zaraz Edit|zone"_s},
        {u"Zaraz Read (zone)"_s, u"Zaraz Edit (zone)"_s});
    row("other case and colon", {u"IP prefixes: Read|zone"_s, u"IP Prefixes Write|zone"_s},
        {u"IP Prefixes Write (zone)"_s});
    row("each scope by itself", {u"Logs Read|account"_s, u"Logs Write|zone"_s},
        {u"Logs Read (account)"_s, u"Logs Write (zone)"_s});
    row("other levels stay", {u"A Run|zone"_s, u"A Write|zone"_s, u"A|zone"_s, u"A Admin|zone"_s},
        {u"A Run (zone)"_s, u"A Write (zone)"_s, u"A (zone)"_s, u"A Admin (zone)"_s});
    row("not selectable", {u"!X Write|zone"_s, u"DNS Write|zone"_s}, dns);
    row("not selectable Write does not hide its Read", {u"!DNS Write|zone"_s, u"DNS Read|zone"_s},
        {u"DNS Read (zone)"_s});
    row("about tokens", {u"API Tokens Read|user"_s, u"Account API Tokens Write|account"_s, u"DNS Write|zone"_s}, dns);
    row("buckets", {u"Workers R2 Storage Bucket Item Write|bucket"_s, u"DNS Write|zone"_s}, dns);
    row("unknown scopes", {u"App Run|moon"_s, u"DNS Write|zone"_s}, dns);
    row("left out, but for reading", {u"Billing Write|account"_s, u"Billing Read|account"_s, u"DNS Write|zone"_s},
        {u"Billing Read (account)"_s, u"DNS Write (zone)"_s});
    row("settings and memberships",
        {u"Account Settings Write|account"_s, u"Memberships Write|user"_s, u"Memberships Read|user"_s},
        {u"Memberships Read (user)"_s});
}

void TemplateGroupsTest::everything()
{
    QFETCH(QStringList, offered);
    QFETCH(QStringList, taken);
    const QMap<QString, QString> scopes{{u"account"_s, model::scope::account},
                                        {u"zone"_s, model::scope::zone},
                                        {u"user"_s, model::scope::user},
                                        {u"bucket"_s, model::scope::bucket}};
    Groups available;
    for (const QString &one : offered) {
        const QString scope = one.section(u'|', 1);
        model::PermissionGroup group{.id = QString::number(available.size()),
                                     .name = one.section(u'|', 0, 0),
                                     .scopes = {scopes.value(scope, scope)}};
        if (group.name.startsWith(u'!'))
            group = {.id = group.id, .name = group.name.mid(1), .scopes = group.scopes, .selectable = false};
        available.push_back(group);
    }
    const auto groups = templateGroups(find(u"full_access"_s), Kind::User, available);
    QVERIFY2(groups, groups ? "" : qPrintable(groups.error().message));
    QCOMPARE(names(*groups), QSet<QString>(taken.begin(), taken.end()));
    const auto ofAccount = templateGroups(find(u"full_access"_s), Kind::Account, available);
    for (const QString &name : ofAccount ? names(*ofAccount) : QSet<QString>())
        QVERIFY(!name.endsWith("(user)"_L1));
}

void TemplateGroupsTest::everythingOfTheKnownCatalogue()
{
    const auto count = [&](Kind kind, const QString &scope) {
        const auto groups = *templateGroups(find(u"full_access"_s), kind, test::knownGroups());
        return std::count_if(groups.begin(), groups.end(), [&](const auto &one) { return one.scope == scope; });
    };
    QCOMPARE(count(Kind::User, model::scope::account), 138);
    QCOMPARE(count(Kind::User, model::scope::zone), 49);
    QCOMPARE(count(Kind::User, model::scope::user), 2);
    QCOMPARE(count(Kind::Account, model::scope::account), 138);
    QCOMPARE(count(Kind::Account, model::scope::zone), 49);
    QCOMPARE(count(Kind::Account, model::scope::user), 0);
}

void TemplateGroupsTest::everythingOfNothing()
{
    for (const Groups &available : {Groups(), everythingOf(u"1"_s, u"API Tokens Write"_s, model::scope::user)}) {
        const auto groups = templateGroups(find(u"full_access"_s), Kind::User, available);
        QVERIFY(!groups);
        QCOMPARE(groups.error().code, Error::Code::NotFound);
    }
}

void TemplateGroupsTest::whatItLeavesOutIsSaid()
{
    const QStringList notes = templateNotes(find(u"full_access"_s), Kind::User);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.front().contains("Billing Write, Account Settings Write, Memberships Write"_L1));
    QVERIFY(!templateNotes(find(u"full_access"_s), Kind::Account).front().contains("Memberships"_L1));
    QVERIFY(templateNotes(find(u"dns_only"_s), Kind::User).isEmpty());
}

void TemplateGroupsTest::tokenManagersHaveALink()
{
    for (const Kind kind : {Kind::User, Kind::Account}) {
        const auto groups = templateGroups(find(u"api_tokens_manage"_s), kind, test::knownGroups());
        QVERIFY(!groups);
        QCOMPARE(groups.error().code, Error::Code::PermissionDenied);
        QCOMPARE(groups.error().field, u"template"_s);
        const QString page = kind == Kind::User ? u"https://dash.cloudflare.com/profile/api-tokens?"_s
                                                : u"https://dash.cloudflare.com/?to=/:account/api-tokens&"_s;
        QVERIFY2(groups.error().message.contains(page), qPrintable(groups.error().message));
    }
}

void TemplateGroupsTest::whatIsOptionalOrLeftOutExists()
{
    for (const catalog::Template &one : m_templates.all()) {
        for (const auto &wanted : {one.optional, one.leftOut}) {
            for (const catalog::WantedGroup &group : wanted)
                QVERIFY2(catalog::exactGroup(group.name, group.scope, test::knownGroups()), qPrintable(group.name));
        }
    }
}

void TemplateGroupsTest::aLargeStrangeCatalogue_data()
{
    QTest::addColumn<QString>("name");
    for (const model::PermissionGroup &group : test::largeCatalogue()) {
        if (group.name.startsWith("Novelty"_L1))
            QTest::newRow(qPrintable(group.name)) << group.name;
    }
}

void TemplateGroupsTest::aLargeStrangeCatalogue()
{
    QFETCH(QString, name);
    const Groups available = test::largeCatalogue();
    QCOMPARE(available.size(), size_t(413));
    const auto everything = templateGroups(find(u"full_access"_s), Kind::Account, available);
    QVERIFY(everything);
    QCOMPARE(everything->size(), size_t(138 + 49));
    const auto named = catalog::findGroups({u"DNS Write"_s, name}, available);
    QVERIFY2(named, named ? "" : qPrintable(named.error().message));
    const auto built = catalog::buildPolicies(*named, {.accountId = kAccount});
    QVERIFY(!built);
    QVERIFY2(built.error().message.contains(name), qPrintable(built.error().message));
}

QTEST_GUILESS_MAIN(TemplateGroupsTest)
#include "tst_templategroups.moc"
