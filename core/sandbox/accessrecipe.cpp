// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/accessrecipe.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

enum class Reach { OneAccount, AllAccounts, AccountZones, SomeZones, Everywhere, User };

struct ReachRow
{
    QLatin1StringView word;
    Reach reach;
    Scope scope;
};
constexpr std::array<ReachRow, 6> kReaches{{
    {"account"_L1, Reach::OneAccount, Scope::Account},
    {"accounts"_L1, Reach::AllAccounts, Scope::Account},
    {"zones"_L1, Reach::AccountZones, Scope::Zone},
    {"zonesN"_L1, Reach::SomeZones, Scope::Zone},
    {"everywhere"_L1, Reach::Everywhere, Scope::Zone},
    {"user"_L1, Reach::User, Scope::User},
}};

struct ParsedReach
{
    ReachRow row;
    qsizetype count = 0;
};

ParsedReach parseReach(QStringView word)
{
    const bool counted = !word.isEmpty() && word.back().isDigit();
    const QString plain = counted ? word.chopped(1).toString() + u'N' : word.toString();
    const auto row = std::find_if(kReaches.begin(), kReaches.end(), [&](const ReachRow &r) { return r.word == plain; });
    Q_ASSERT(row != kReaches.end());
    return {.row = *row, .count = counted ? word.back().digitValue() : 0};
}

QJsonObject someZones(const WorldState &state, const QString &accountId, qsizetype count)
{
    QJsonObject resources;
    for (const SandboxZone &zone : state.zones) {
        if (zone.accountId == accountId && resources.size() < count)
            resources.insert("com.cloudflare.api.account.zone."_L1 + zone.id, u"*"_s);
    }
    return resources;
}

QJsonObject resourcesFor(const ParsedReach &reach, const WorldState &state, const QString &accountId)
{
    const QString star = u"*"_s;
    switch (reach.row.reach) {
    case Reach::OneAccount:
        return {{"com.cloudflare.api.account."_L1 + accountId, star}};
    case Reach::AllAccounts:
        return {{u"com.cloudflare.api.account.*"_s, star}};
    case Reach::AccountZones:
        return {{"com.cloudflare.api.account."_L1 + accountId,
                 QJsonObject{{u"com.cloudflare.api.account.zone.*"_s, star}}}};
    case Reach::SomeZones:
        return someZones(state, accountId, reach.count);
    case Reach::Everywhere:
        return {{u"com.cloudflare.api.account.zone.*"_s, star}};
    case Reach::User:
        return {{"com.cloudflare.api.user."_L1 + state.user.id, star}};
    }
    Q_UNREACHABLE();
}

QList<qsizetype> everyWriteGroup(const PermissionGroupTable &groups, Scope scope)
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < groups.all().size(); ++i) {
        const PermissionGroup &group = groups.at(i);
        if (group.scope == scope && group.name.endsWith(" Write"_L1) && !group.managesTokens())
            found.append(i);
    }
    return found;
}

} // namespace

AccessRecipes::AccessRecipes(const PermissionGroupTable &groups, const WorldState &state)
    : m_groups(groups)
    , m_state(state)
{
}

QList<Policy> AccessRecipes::policies(const QString &recipe, const QString &accountId)
{
    QList<Policy> &made = m_made[recipe + u'@' + accountId];
    if (made.isEmpty()) {
        for (const auto &part : QStringView(recipe).split(u'|'))
            made.append(policy(part, accountId));
    }
    return made;
}

Policy AccessRecipes::policy(QStringView part, const QString &accountId) const
{
    const qsizetype equals = part.indexOf(u'=');
    const ParsedReach reach = parseReach(part.left(equals));
    Policy made{.resources = resourcesFor(reach, m_state, accountId)};
    for (const auto &name : part.mid(equals + 1).split(u';')) {
        if (name == u'*') {
            made.groups += everyWriteGroup(m_groups, reach.row.scope);
            continue;
        }
        const qsizetype index = m_groups.indexOf(name.toString(), reach.row.scope);
        Q_ASSERT_X(index >= 0, "AccessRecipes", qPrintable(name.toString()));
        made.groups.append(index);
    }
    std::sort(made.groups.begin(), made.groups.end());
    return made;
}

} // namespace tokensmith::sandbox
