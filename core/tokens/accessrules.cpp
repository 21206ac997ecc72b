// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about permissions, resources and addresses.
#include "core/base/text.h"
#include "core/catalog/policyreach.h"
#include "core/catalog/tokenguard.h"
#include "core/tokens/findingrule.h"

#include <algorithm>
#include <array>
#include <set>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using model::Fix;
using model::Policy;
using model::Severity;
using model::Token;

namespace {

/** So many times the threshold is not a token with many permissions but one with nearly all. */
constexpr int kFullAccessFactor = 3;

/** What the bootstrap token needs, and what makes it more useful, besides managing tokens. */
constexpr auto kBootstrapNeeds = std::to_array<QLatin1StringView>({
    "API Tokens Read"_L1,
    "Account API Tokens Read"_L1,
    "User Details Read"_L1,
    "Memberships Read"_L1,
    "Account Settings Read"_L1,
    "Zone Read"_L1,
});

template <typename List>
bool holds(const List &list, const model::PermissionGroupRef &group)
{
    return std::any_of(list.begin(), list.end(),
                       [&](QLatin1StringView one) { return group.name == one || group.id == one; });
}

/** Every group that some policy allows, once: name, or id where no name is known. */
std::set<QString> allowedGroups(const Token &token)
{
    std::set<QString> groups;
    for (const Policy &policy : token.policies) {
        if (policy.effect != Policy::Effect::Allow)
            continue;
        for (const model::PermissionGroupRef &group : policy.permissionGroups)
            groups.insert(group.id.isEmpty() ? group.name : group.id);
    }
    return groups;
}

/** What policies of the kinds `Reaches` picks allow there. */
template <typename Reaches>
catalog::Permissions permissionsOn(const Token &token, const Reaches &reaches)
{
    catalog::Permissions permissions;
    for (const Policy &policy : token.policies) {
        catalog::Targets targets;
        catalog::addResources(targets, policy.resources);
        if (policy.effect == Policy::Effect::Allow && reaches(targets))
            catalog::addGroups(permissions, policy.permissionGroups);
    }
    catalog::dropImpliedReads(permissions);
    return permissions;
}

/** "Edits DNS and 3 more.", "Reads DNS." */
QString whatItDoes(const catalog::Permissions &permissions)
{
    const auto edits = permissions.find(catalog::levelEdit());
    const auto &[level, subjects] = edits != permissions.end() ? *edits : *permissions.begin();
    const QString first = *subjects.begin();
    const QString what = subjects.size() == 1
                             ? first
                             : FindingWords::tr("%1 and %2 more").arg(first, QString::number(subjects.size() - 1));
    if (level == catalog::levelEdit())
        return FindingWords::tr("Edits %1 in each.").arg(what);
    return level == catalog::levelRead() ? FindingWords::tr("Reads %1 in each.").arg(what)
                                         : FindingWords::tr("May do %1 in each.").arg(what);
}

bool onlyReads(const catalog::Permissions &permissions)
{
    return permissions.size() == 1 && permissions.begin()->first == catalog::levelRead();
}

std::optional<Verdict> everywhere(const Token &token, const FindingContext &context)
{
    if (isBootstrap(token, context)) // it is meant to reach every account
        return std::nullopt;
    bool accounts = false;
    const catalog::Permissions permissions = permissionsOn(token, [&](const catalog::Targets &targets) {
        accounts = accounts || targets.allAccounts;
        return targets.allAccounts || targets.allZones;
    });
    if (permissions.empty())
        return std::nullopt;
    return Verdict{onlyReads(permissions) ? Severity::Medium : Severity::High,
                   accounts ? FindingWords::tr("Reaches every account") : FindingWords::tr("Reaches every zone"),
                   whatItDoes(permissions) + u' ' + FindingWords::tr("Those to come are included."), Fix::Narrow};
}

std::optional<Verdict> allZonesOfAccount(const Token &token, const FindingContext &context)
{
    if (isBootstrap(token, context))
        return std::nullopt;
    std::set<QString> accounts;
    const catalog::Permissions permissions = permissionsOn(token, [&](const catalog::Targets &targets) {
        accounts.insert(targets.zonesOfAccounts.begin(), targets.zonesOfAccounts.end());
        return !targets.zonesOfAccounts.empty();
    });
    if (permissions.empty())
        return std::nullopt;
    const QString id = *accounts.begin();
    const QString name = base::plainLine(context.accountName ? context.accountName(id) : id, 120);
    return Verdict{onlyReads(permissions) ? Severity::Low : Severity::Medium,
                   accounts.size() == 1
                       ? FindingWords::tr("Reaches all zones of %1").arg(name)
                       : FindingWords::tr("Reaches all zones of %1 accounts").arg(qsizetype(accounts.size())),
                   whatItDoes(permissions), Fix::Narrow};
}

std::optional<Verdict> manyPermissions(const Token &token, const FindingContext &context)
{
    const auto count = static_cast<int>(allowedGroups(token).size());
    const int most = context.thresholds.mostGroups;
    if (count <= most)
        return std::nullopt;
    if (count > most * kFullAccessFactor) {
        return Verdict{Severity::High, FindingWords::tr("Nearly full access"),
                       FindingWords::tr("It holds %1 permissions.").arg(count), Fix::Narrow};
    }
    return Verdict{Severity::Medium, FindingWords::tr("Holds %1 permissions").arg(count),
                   FindingWords::tr("A token for one job rarely needs more than %1.").arg(most), Fix::Narrow};
}

std::optional<Verdict> managesTokens(const Token &token, const FindingContext &context)
{
    const bool manages = std::any_of(token.policies.begin(), token.policies.end(), [](const Policy &policy) {
        const auto &groups = policy.permissionGroups;
        return policy.effect == Policy::Effect::Allow
               && std::any_of(groups.begin(), groups.end(),
                              [](const auto &group) { return catalog::managesTokens(group.id, group.name); });
    });
    if (!manages || isBootstrap(token, context))
        return std::nullopt;
    return Verdict{Severity::High, FindingWords::tr("May make and change tokens"),
                   FindingWords::tr("Whoever has its secret can make others with all rights of its owner."),
                   Fix::Narrow};
}

/** What can't be read may allow anything: the other rules see none of it. */
std::optional<Verdict> unreadablePolicy(const Token &token, const FindingContext &)
{
    const auto unreadable = std::count_if(token.policies.begin(), token.policies.end(), [](const Policy &policy) {
        return !policy.isReadable() || policy.effect == Policy::Effect::Unknown;
    });
    if (unreadable == 0)
        return std::nullopt;
    return Verdict{Severity::Medium,
                   unreadable == 1 ? FindingWords::tr("Has a policy this version can't read")
                                   : FindingWords::tr("Has %1 policies this version can't read").arg(unreadable),
                   FindingWords::tr("It may allow more than is shown here. Look at it in the Cloudflare dashboard."),
                   Fix::Narrow};
}

bool isEveryAddress(const QString &range)
{
    return range.endsWith("/0"_L1);
}

std::optional<Verdict> anyAddress(const Token &token, const FindingContext &context)
{
    const QStringList &in = token.condition.in;
    if (!in.isEmpty() && std::none_of(in.begin(), in.end(), isEveryAddress))
        return std::nullopt;
    const QString sentence = token.condition.isEmpty() ? FindingWords::tr("No IP limit is set.")
                             : in.isEmpty()            ? FindingWords::tr("Only some addresses are kept out.")
                                                       : FindingWords::tr("Its IP limit lets every address in.");
    if (isBootstrap(token, context)) {
        return Verdict{Severity::Medium, FindingWords::tr("Works from any address"),
                       sentence + u' ' + FindingWords::tr("It can make tokens with all rights of its owner."),
                       Fix::LimitAddresses};
    }
    return Verdict{Severity::Low, FindingWords::tr("Works from any address"), sentence, Fix::LimitAddresses};
}

std::optional<Verdict> bootstrapRights(const Token &token, const FindingContext &context)
{
    if (!isBootstrap(token, context))
        return std::nullopt;
    std::set<QString> extra;
    for (const Policy &policy : token.policies) {
        for (const model::PermissionGroupRef &group : policy.permissionGroups) {
            if (policy.effect == Policy::Effect::Allow && !catalog::managesTokens(group.id, group.name)
                && !holds(kBootstrapNeeds, group))
                extra.insert(base::plainLine(group.name.isEmpty() ? group.id : group.name, 120));
        }
    }
    if (extra.empty())
        return std::nullopt;
    const QString named =
        extra.size() == 1 ? *extra.begin()
                          : FindingWords::tr("%1 and %2 more").arg(*extra.begin(), QString::number(extra.size() - 1));
    return Verdict{Severity::Medium, FindingWords::tr("The bootstrap token may do more than it needs"),
                   FindingWords::tr("Managing tokens does not take %1.").arg(named), Fix::Narrow};
}

constexpr auto kRules = std::to_array<FindingRule>({
    {"manages-tokens"_L1, managesTokens},
    {"unreadable-policy"_L1, unreadablePolicy},
    {"everywhere"_L1, everywhere},
    {"all-zones-of-account"_L1, allZonesOfAccount},
    {"many-permissions"_L1, manyPermissions},
    {"any-address"_L1, anyAddress},
    {"bootstrap-rights"_L1, bootstrapRights},
});

} // namespace

std::span<const FindingRule> accessRules()
{
    return kRules;
}

} // namespace tokensmith::tokens
