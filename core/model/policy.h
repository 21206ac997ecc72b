// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tokensmith::model {

/** One entry of a policy's resource map: a whole resource, or the children named inside it. */
struct Resource
{
    QString key;             ///< "com.cloudflare.api.account.<id>", "….zone.<id>", "….user.<tag>", or with "*"
    QStringList nested = {}; ///< keys under it, e.g. "com.cloudflare.api.account.zone.*"; empty: the resource itself

    bool operator==(const Resource &) const = default;
    auto operator<=>(const Resource &) const = default;
};

/** A permission group as a policy names it. */
struct PermissionGroupRef
{
    QString id;
    QString name = {}; ///< only in answers; not part of a policy's identity
};

/** Groups allowed (or denied) on resources. A group acts only on the resource type it is scoped for. */
struct Policy
{
    enum class Effect { Allow, Deny };

    QString id = {}; ///< given by Cloudflare; not part of a policy's identity
    Effect effect = Effect::Allow;
    std::vector<Resource> resources = {};
    std::vector<PermissionGroupRef> permissionGroups = {};
};

/**
 * True if both lists grant the same, compared as sets of (effect, resource, group id): Cloudflare gives policies and
 * groups back in another order.
 */
[[nodiscard]] bool sameGrants(const std::vector<Policy> &left, const std::vector<Policy> &right);

} // namespace tokensmith::model
