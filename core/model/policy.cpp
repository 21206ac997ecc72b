// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/policy.h"

#include <set>
#include <tuple>

namespace tokensmith::model {

namespace {

using Grant = std::tuple<Policy::Effect, QString, QString, QString>; // effect, resource, nested resource, group id

std::set<Grant> grantsOf(const std::vector<Policy> &policies)
{
    std::set<Grant> grants;
    for (const Policy &policy : policies) {
        for (const Resource &resource : policy.resources) {
            const QStringList inner = resource.nested.isEmpty() ? QStringList{QString()} : resource.nested;
            for (const QString &nested : inner) {
                for (const PermissionGroupRef &group : policy.permissionGroups)
                    grants.emplace(policy.effect, resource.key, nested, group.id);
            }
        }
    }
    return grants;
}

} // namespace

bool sameGrants(const std::vector<Policy> &left, const std::vector<Policy> &right)
{
    return grantsOf(left) == grantsOf(right);
}

} // namespace tokensmith::model
