// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
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
};

/** A permission group as a policy names it. */
struct PermissionGroupRef
{
    QString id;
    QString name = {};        ///< only in answers; not part of a policy's identity
    QJsonObject unknown = {}; ///< members this version does not know, kept as they came
};

/**
 * Groups allowed (or denied) on resources. A group acts only on the resource type it is scoped for.
 *
 * A policy that this version can't read exactly is kept as it came, in `asSent`; it has no resources and
 * Effect::Unknown, so that nobody takes it for less or more than it is.
 */
struct Policy
{
    enum class Effect { Allow, Deny, Unknown };

    QString id = {}; ///< given by Cloudflare; not part of a policy's identity
    Effect effect = Effect::Allow;
    std::vector<Resource> resources = {};
    std::vector<PermissionGroupRef> permissionGroups = {};
    QJsonObject unknown = {};                  ///< members this version does not know, kept as they came
    QJsonValue asSent = QJsonValue::Undefined; ///< the whole policy, where this version can't read it

    [[nodiscard]] bool isReadable() const { return asSent.isUndefined(); }
};

/**
 * True if both lists grant the same, compared as sets of (effect, resource, group id): Cloudflare gives policies and
 * groups back in another order. Members and policies this version can't read count by their JSON.
 */
[[nodiscard]] bool sameGrants(const std::vector<Policy> &left, const std::vector<Policy> &right);

} // namespace tokensmith::model
