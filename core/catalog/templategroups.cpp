// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/templategroups.h"

#include "core/catalog/groupfinder.h"
#include "core/catalog/groupname.h"
#include "core/catalog/scopewords.h"
#include "core/catalog/tokenguard.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;
using model::PermissionGroup;

namespace {

bool contains(const std::vector<WantedGroup> &wanted, const ChosenGroup &group)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const WantedGroup &one) {
        return one.name == group.group.name && one.scope == group.scope;
    });
}

base::Result<std::vector<ChosenGroup>> listed(const std::vector<WantedGroup> &wanted, const Template &chosen,
                                              const std::vector<PermissionGroup> &available)
{
    std::vector<ChosenGroup> groups;
    for (const WantedGroup &one : wanted) {
        std::optional<ChosenGroup> found = exactGroup(one.name, one.scope, available);
        if (!found) {
            return base::fail(
                {.code = Error::Code::NotFound,
                 .message =
                     u"The template %1 needs the permission \"%2\" (%3), which Cloudflare does not offer here. Choose the permissions by name instead."_s
                         .arg(chosen.id, one.name, scopeWord(one.scope)),
                 .field = u"template"_s});
        }
        groups.push_back(*std::move(found));
    }
    return groups;
}

bool mayHold(Owner::Kind kind, const QString &scope)
{
    const std::optional<Scope> known = scopeFromName(scope);
    if (!known)
        return false;
    switch (*known) {
    case Scope::Account:
    case Scope::Zone:
        return true;
    case Scope::User:
        return kind == Owner::Kind::User;
    case Scope::Bucket:
        return false;
    }
    Q_UNREACHABLE();
}

std::vector<ChosenGroup> grantable(const Template &chosen, Owner::Kind kind,
                                   const std::vector<PermissionGroup> &available)
{
    std::vector<ChosenGroup> groups;
    for (const PermissionGroup &group : available) {
        const bool aboutTokens = group.name.contains("API Tokens"_L1, Qt::CaseInsensitive);
        if (group.selectable == false || aboutTokens || managesTokens(group.id, group.name))
            continue;
        for (const QString &scope : group.scopes) {
            const ChosenGroup one{.group = group, .scope = scope};
            if (mayHold(kind, scope) && !contains(chosen.leftOut, one))
                groups.push_back(one);
        }
    }
    return groups;
}

/** Write includes Read, within one scope. Other levels (Revoke, Run, Zaraz's Edit, none) are rights of their own. */
void dropImpliedReads(std::vector<ChosenGroup> &groups)
{
    std::set<std::pair<QString, QString>> writable; // stem, scope
    for (const ChosenGroup &one : groups) {
        const GroupName name = splitName(one.group.name);
        if (name.levelWord.compare("Write"_L1, Qt::CaseInsensitive) == 0)
            writable.emplace(name.stem.toCaseFolded(), one.scope);
    }
    std::erase_if(groups, [&](const ChosenGroup &one) {
        const GroupName name = splitName(one.group.name);
        return name.level == Level::Read && writable.contains({name.stem.toCaseFolded(), one.scope});
    });
}

base::Result<std::vector<ChosenGroup>> everything(const Template &chosen, Owner::Kind kind,
                                                  const std::vector<PermissionGroup> &available)
{
    std::vector<ChosenGroup> groups = grantable(chosen, kind, available);
    if (groups.empty()) {
        return base::fail({.code = Error::Code::NotFound,
                           .message = u"Cloudflare offers no permission here that %1 could take."_s.arg(chosen.id),
                           .field = u"template"_s});
    }
    dropImpliedReads(groups);
    return groups;
}

} // namespace

base::Result<std::vector<ChosenGroup>> templateGroups(const Template &chosen, Owner::Kind kind,
                                                      const std::vector<PermissionGroup> &available)
{
    switch (chosen.making) {
    case Template::Making::Listed:
        return listed(wantedGroups(chosen, kind), chosen, available);
    case Template::Making::Everything:
        return everything(chosen, kind, available);
    case Template::Making::DashboardOnly:
        return base::fail(managesTokensRefusal(kind, u"template"_s));
    }
    Q_UNREACHABLE();
}

QStringList templateNotes(const Template &chosen, Owner::Kind kind)
{
    QStringList names;
    for (const WantedGroup &one : chosen.leftOut) {
        if (mayHold(kind, one.scope))
            names.append(one.name);
    }
    if (names.isEmpty())
        return {};
    return {u"%1 leaves out %2. Choose permissions by name for a token that shall have them."_s.arg(
        chosen.name, names.join(", "_L1))};
}

} // namespace tokensmith::catalog
