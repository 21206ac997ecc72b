// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policybuilder.h"

#include "core/base/identifiers.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;
using model::Resource;

namespace {

constexpr std::array scopeOrder{model::scope::account, model::scope::zone, model::scope::user};

const model::PermissionGroup *findGroup(const std::vector<model::PermissionGroup> &available, const WantedGroup &wanted)
{
    const auto found = std::find_if(available.begin(), available.end(), [&](const model::PermissionGroup &group) {
        return group.name == wanted.name && group.scopes.contains(wanted.scope);
    });
    return found == available.end() ? nullptr : &*found;
}

std::vector<Resource> zoneResources(const PolicyTarget &target)
{
    if (!target.zoneIds.isEmpty()) {
        std::vector<Resource> zones;
        for (const QString &zoneId : target.zoneIds)
            zones.push_back({.key = model::scope::zone + u'.' + zoneId});
        return zones;
    }
    const QString everyZone = model::scope::zone + ".*"_L1;
    if (target.accountId.isEmpty())
        return {{.key = everyZone}};
    return {{.key = model::scope::account + u'.' + target.accountId, .nested = {everyZone}}};
}

base::Result<std::vector<Resource>> resourcesFor(QLatin1StringView scopeName, const PolicyTarget &target)
{
    if (scopeName == model::scope::zone)
        return zoneResources(target);
    if (scopeName == model::scope::account) {
        const QString account = target.accountId.isEmpty() ? u"*"_s : target.accountId;
        return std::vector<Resource>{{.key = model::scope::account + u'.' + account}};
    }
    if (!base::isCloudflareId(target.userTag)) {
        return base::fail({.code = Error::Code::PermissionDenied,
                           .message = u"The bootstrap token can't tell whose it is. Give it User Details Read."_s});
    }
    return std::vector<Resource>{{.key = model::scope::user + u'.' + target.userTag}};
}

QStringList warningsFor(const std::vector<model::Policy> &policies)
{
    QStringList warnings;
    for (const model::Policy &policy : policies) {
        for (const Resource &resource : policy.resources) {
            if (resource.key == model::scope::account + ".*"_L1)
                warnings.append(u"It reaches every account. Give accountId to limit it to one."_s);
            if (resource.key == model::scope::zone + ".*"_L1)
                warnings.append(u"It reaches every zone of every account. Give zoneIds or accountId to limit it."_s);
        }
    }
    return warnings;
}

} // namespace

std::vector<WantedGroup> wantedGroups(const Template &chosen, model::Owner::Kind kind)
{
    std::vector<WantedGroup> wanted = chosen.required;
    if (kind == model::Owner::Kind::User)
        wanted.insert(wanted.end(), chosen.userOnly.begin(), chosen.userOnly.end());
    return wanted;
}

base::Result<BuiltPolicies> buildPolicies(const std::vector<WantedGroup> &wanted,
                                          const std::vector<model::PermissionGroup> &available,
                                          const PolicyTarget &target)
{
    BuiltPolicies built;
    for (const QLatin1StringView scopeName : scopeOrder) {
        model::Policy policy;
        for (const WantedGroup &group : wanted) {
            if (group.scope != scopeName)
                continue;
            const model::PermissionGroup *found = findGroup(available, group);
            if (!found) {
                return base::fail(
                    {.code = Error::Code::NotFound,
                     .message = u"Cloudflare does not offer the permission \"%1\" here."_s.arg(group.name),
                     .detail = u"Scope %1"_s.arg(group.scope)});
            }
            policy.permissionGroups.push_back({.id = found->id, .name = found->name});
        }
        if (policy.permissionGroups.empty())
            continue;
        base::Result<std::vector<Resource>> resources = resourcesFor(scopeName, target);
        if (!resources)
            return base::fail(std::move(resources.error()));
        policy.resources = *std::move(resources);
        built.policies.push_back(std::move(policy));
    }
    built.warnings = warningsFor(built.policies);
    return built;
}

} // namespace tokensmith::catalog
