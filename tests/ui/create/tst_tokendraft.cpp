// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/tokendraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using catalog::Level;
using ui::PermissionChoices;
using ui::TokenDraft;

class TokenDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsLevelsOfOneNameAndScope();
    void takesOnlyLevelsThatExist();
    void findsByNameCategoryAndChoice();
    void choosesATemplatesGroups();
    void saysTheRequest();
    void copiesWhatItCanSay();

private:
    [[nodiscard]] static std::vector<model::PermissionGroup> groups()
    {
        const auto group = [](const QString &id, const QString &name, QLatin1StringView scope,
                              const QString &category) {
            return model::PermissionGroup{.id = id, .name = name, .scopes = {scope}, .category = category};
        };
        return {group(u"a1"_s, u"Logs Read"_s, model::scope::account, u"analytics_and_logs"_s),
                group(u"z1"_s, u"DNS Read"_s, model::scope::zone, u"dns_and_zones"_s),
                group(u"z2"_s, u"DNS Write"_s, model::scope::zone, u"dns_and_zones"_s),
                group(u"z3"_s, u"Logs Read"_s, model::scope::zone, u"analytics_and_logs"_s),
                group(u"z4"_s, u"Cache Purge"_s, model::scope::zone, u"cache_and_performance"_s)};
    }
};

void TokenDraftTest::joinsLevelsOfOneNameAndScope()
{
    const PermissionChoices choices(groups());
    QCOMPARE(choices.all().size(), 4U);
    QCOMPARE(choices.all().at(0).name, u"Cache Purge"_s);
    QCOMPARE(choices.all().at(1).name, u"DNS"_s);
    QCOMPARE(choices.all().at(1).editId, u"z2"_s);
    QCOMPARE(choices.all().at(3).scope, QString(model::scope::account));
    QCOMPARE(ui::categoryWords(u"dns_and_zones"_s), u"DNS & zones"_s);
}

void TokenDraftTest::takesOnlyLevelsThatExist()
{
    PermissionChoices choices(groups());
    choices.setLevel(0, Level::Read); // Purge is neither Read nor Write
    choices.setLevel(3, Level::Write);
    QCOMPARE(choices.chosenCount(), 0);
    choices.setLevel(0, Level::Write);
    choices.setLevel(3, Level::Read);
    QCOMPARE(choices.words(), (QStringList{u"Cache Purge (zone)"_s, u"Logs Read (account)"_s}));
    QVERIFY(choices.hasChosen(model::scope::zone));
    choices.clear();
    QVERIFY(!choices.hasChosen(model::scope::zone));
}

void TokenDraftTest::findsByNameCategoryAndChoice()
{
    PermissionChoices choices(groups());
    QCOMPARE(choices.matching({.text = u"dns"_s}).size(), 1U);
    QCOMPARE(choices.matching({.text = u"analytics log"_s}).size(), 2U);
    QCOMPARE(choices.matching({.category = u"cache_and_performance"_s}).size(), 1U);
    choices.setLevel(1, Level::Read);
    QCOMPARE(choices.matching({.show = ui::PermissionFilter::Show::Chosen}), std::vector<std::size_t>{1});
}

void TokenDraftTest::choosesATemplatesGroups()
{
    PermissionChoices choices(groups());
    choices.choose({catalog::WantedGroup{u"DNS Write"_s, model::scope::zone},
                    catalog::WantedGroup{u"DNS Read"_s, model::scope::zone},
                    catalog::WantedGroup{u"Logs Read"_s, model::scope::account}});
    QCOMPARE(choices.words(), (QStringList{u"DNS Write (zone)"_s, u"Logs Read (account)"_s}));
}

void TokenDraftTest::saysTheRequest()
{
    TokenDraft draft{.name = u"ci"_s, .permissions = PermissionChoices(groups()), .zoneIds = {u"z"_s}};
    draft.permissions.setLevel(1, Level::Write);
    QCOMPARE(ui::requestFrom(draft).resourceScope, tokens::ResourceScope::AllAccounts);
    QVERIFY(ui::requestFrom(draft).zoneIds.isEmpty());
    draft.zones = TokenDraft::Zones::Chosen;
    draft.owner = model::Owner::account(u"acc"_s);
    const tokens::CreateRequest request = ui::requestFrom(draft);
    QCOMPARE(request.accountId, u"acc"_s);
    QCOMPARE(request.zoneIds, QStringList{u"z"_s});
    QCOMPARE(request.permissions, QStringList{u"DNS Write (zone)"_s});
    QCOMPARE(ui::addressesIn(u" 192.0.2.1, 192.0.2.2\n"_s), (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}));
}

void TokenDraftTest::copiesWhatItCanSay()
{
    const QString account(32, u'a');
    const QString zone(32, u'b');
    model::Token token{.owner = model::Owner::user()};
    token.policies = {
        {.resources = {{.key = model::scope::zone + u'.' + zone}}, .permissionGroups = {{.id = u"z2"_s}}},
        {.resources = {{.key = model::scope::account + u'.' + account}}, .permissionGroups = {{.id = u"a1"_s}}}};
    ui::CopiedAccess copied = ui::accessCopiedFrom(token);
    QCOMPARE(copied.groups.size(), 2U);
    QCOMPARE(copied.zoneIds, QStringList{zone});
    QCOMPARE(copied.accountId, account);
    QCOMPARE(copied.fidelity, ui::CopiedAccess::Fidelity::Whole);
    token.policies.front().effect = model::Policy::Effect::Deny;
    copied = ui::accessCopiedFrom(token);
    QCOMPARE(copied.groups.size(), 1U);
    QCOMPARE(copied.fidelity, ui::CopiedAccess::Fidelity::InPart);
}

QTEST_APPLESS_MAIN(TokenDraftTest)
#include "tst_tokendraft.moc"
