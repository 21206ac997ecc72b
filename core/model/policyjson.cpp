// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/policyjson.h"

#include "core/model/sharedtext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kReadOnlyPolicyMembers{"id"_L1};
constexpr std::array kPolicyMembers{"id"_L1, "effect"_L1, "resources"_L1, "permission_groups"_L1};
constexpr std::array kGroupMembers{"id"_L1, "name"_L1};
constexpr std::array kReadOnlyGroupMembers{"name"_L1, "meta"_L1};

bool isTextOrNone(const QJsonValue &value)
{
    return value.isString() || value.isNull() || value.isUndefined();
}

QJsonObject without(QJsonObject json, std::span<const QLatin1StringView> members)
{
    for (const QLatin1StringView member : members)
        json.remove(member);
    return json;
}

std::optional<Policy::Effect> effectFrom(const QJsonValue &value)
{
    if (value == "allow"_L1)
        return Policy::Effect::Allow;
    if (value == "deny"_L1)
        return Policy::Effect::Deny;
    return std::nullopt;
}

QString textOf(Policy::Effect effect)
{
    switch (effect) {
    case Policy::Effect::Allow:
        return u"allow"_s;
    case Policy::Effect::Deny:
        return u"deny"_s;
    case Policy::Effect::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

bool isWhole(const QJsonValue &value)
{
    return value == "*"_L1;
}

bool isFlatMap(const QJsonValue &value)
{
    const QJsonObject map = value.toObject();
    return value.isObject() && !map.isEmpty() && std::all_of(map.begin(), map.end(), isWhole);
}

std::optional<std::vector<Resource>> resourcesFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    std::vector<Resource> resources;
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!isWhole(it.value()) && !isFlatMap(it.value()))
            return std::nullopt;
        Resource resource{.key = shared(it.key())};
        for (const QString &nested : it.value().toObject().keys())
            resource.nested.append(shared(nested));
        resources.push_back(std::move(resource));
    }
    return resources;
}

/** The members without a place in our types, and read-only ones of an odd type. */
QJsonObject unknownOf(const QJsonObject &json, std::span<const QLatin1StringView> known, QLatin1StringView readOnly)
{
    QJsonObject unknown = without(json, known);
    if (!isTextOrNone(json.value(readOnly)))
        unknown.insert(readOnly, json.value(readOnly));
    return unknown.isEmpty() ? QJsonObject() : unknown; // one that was emptied holds on to memory
}

PermissionGroupRef groupFrom(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .unknown = unknownOf(json, kGroupMembers, "name"_L1)};
}

bool isReadableGroup(const QJsonValue &value)
{
    return !value.toObject().value("id"_L1).toString().isEmpty();
}

/** As many as can be read: also of a policy that can't, so that what it names is not overlooked. */
std::vector<PermissionGroupRef> groupsFrom(const QJsonValue &value)
{
    std::vector<PermissionGroupRef> groups;
    for (const QJsonValue &group : value.toArray()) {
        if (isReadableGroup(group))
            groups.push_back(shared(groupFrom(group.toObject())));
    }
    return groups;
}

QJsonObject requestOf(QJsonObject json)
{
    json = without(std::move(json), kReadOnlyPolicyMembers);
    if (!json.value("permission_groups"_L1).isArray())
        return json;
    QJsonArray groups;
    for (const QJsonValue &group : json.value("permission_groups"_L1).toArray())
        groups.append(group.isObject() ? QJsonValue(without(group.toObject(), kReadOnlyGroupMembers)) : group);
    json.insert("permission_groups"_L1, groups);
    return json;
}

} // namespace

Policy policyFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    Policy policy{.permissionGroups = groupsFrom(json.value("permission_groups"_L1))};
    const std::optional<Policy::Effect> effect = effectFrom(json.value("effect"_L1));
    std::optional<std::vector<Resource>> resources = resourcesFrom(json.value("resources"_L1));
    const QJsonValue groups = json.value("permission_groups"_L1);
    const bool everyGroup =
        groups.isArray() && groups.toArray().size() == static_cast<qsizetype>(policy.permissionGroups.size());
    policy.id = json.value("id"_L1).toString();
    policy.effect = effect.value_or(Policy::Effect::Unknown);
    if (!effect || !resources || !everyGroup) {
        policy.asSent = value;
        return policy;
    }
    policy.resources = *std::move(resources);
    policy.unknown = unknownOf(json, kPolicyMembers, "id"_L1);
    return policy;
}

QJsonValue toJson(const Policy &policy)
{
    if (!policy.isReadable())
        return policy.asSent;
    QJsonObject resources;
    for (const Resource &resource : policy.resources) {
        QJsonObject nested;
        for (const QString &key : resource.nested)
            nested.insert(key, u"*"_s);
        resources.insert(resource.key, nested.isEmpty() ? QJsonValue(u"*"_s) : QJsonValue(nested));
    }
    QJsonArray groups;
    for (const PermissionGroupRef &group : policy.permissionGroups) {
        QJsonObject entry = group.unknown;
        entry.insert("id"_L1, group.id);
        if (!group.name.isEmpty())
            entry.insert("name"_L1, group.name);
        groups.append(entry);
    }
    QJsonObject json = policy.unknown;
    json.insert("effect"_L1, textOf(policy.effect));
    json.insert("resources"_L1, resources);
    json.insert("permission_groups"_L1, groups);
    if (!policy.id.isEmpty())
        json.insert("id"_L1, policy.id);
    return json;
}

QJsonValue toRequestJson(const Policy &policy)
{
    const QJsonValue json = toJson(policy);
    return json.isObject() ? QJsonValue(requestOf(json.toObject())) : json;
}

QJsonObject unknownTerms(const Policy &policy)
{
    return without(policy.unknown, kReadOnlyPolicyMembers);
}

QJsonObject unknownTerms(const PermissionGroupRef &group)
{
    return without(group.unknown, kReadOnlyGroupMembers);
}

} // namespace tokensmith::model
