// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <QJsonArray>

#include <array>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array knownTokenMembers{
    "id"_L1,         "name"_L1,       "status"_L1,   "issued_on"_L1, "modified_on"_L1, "last_used_on"_L1,
    "not_before"_L1, "expires_on"_L1, "policies"_L1, "condition"_L1, "value"_L1,
};

TokenStatus statusFromText(const QString &text)
{
    if (text == "active"_L1)
        return TokenStatus::Active;
    if (text == "disabled"_L1)
        return TokenStatus::Disabled;
    if (text == "expired"_L1)
        return TokenStatus::Expired;
    if (text.contains("exposed"_L1))
        return TokenStatus::Exposed;
    return TokenStatus::Unknown;
}

QStringList textsFromJson(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &entry : value.toArray()) {
        if (entry.isString())
            texts.append(entry.toString());
    }
    return texts;
}

Policy policyFromJson(const QJsonObject &json)
{
    Policy policy{.id = json.value("id"_L1).toString()};
    policy.effect = json.value("effect"_L1).toString() == "deny"_L1 ? Policy::Effect::Deny : Policy::Effect::Allow;
    const QJsonObject resources = json.value("resources"_L1).toObject();
    for (auto it = resources.begin(); it != resources.end(); ++it)
        policy.resources.push_back({.key = it.key(), .nested = it.value().toObject().keys()});
    for (const QJsonValue &group : json.value("permission_groups"_L1).toArray()) {
        policy.permissionGroups.push_back(
            {.id = group.toObject().value("id"_L1).toString(), .name = group.toObject().value("name"_L1).toString()});
    }
    return policy;
}

/** The key has two spellings in Cloudflare's own material; the service may answer with either. */
IpCondition conditionFromJson(const QJsonObject &json)
{
    const QJsonValue spelled = json.value("request_ip"_L1);
    const QJsonObject addresses = (spelled.isObject() ? spelled : json.value("request.ip"_L1)).toObject();
    return {.in = textsFromJson(addresses.value("in"_L1)), .notIn = textsFromJson(addresses.value("not_in"_L1))};
}

QJsonArray toJson(const std::vector<Policy> &policies)
{
    QJsonArray array;
    for (const Policy &policy : policies) {
        QJsonObject resources;
        for (const Resource &resource : policy.resources) {
            QJsonObject nested;
            for (const QString &key : resource.nested)
                nested.insert(key, u"*"_s);
            resources.insert(resource.key, nested.isEmpty() ? QJsonValue(u"*"_s) : QJsonValue(nested));
        }
        QJsonArray groups;
        for (const PermissionGroupRef &group : policy.permissionGroups) {
            QJsonObject entry{{u"id"_s, group.id}};
            if (!group.name.isEmpty())
                entry.insert("name"_L1, group.name);
            groups.append(entry);
        }
        QJsonObject entry{{u"effect"_s, policy.effect == Policy::Effect::Deny ? u"deny"_s : u"allow"_s},
                          {u"resources"_s, resources},
                          {u"permission_groups"_s, groups}};
        if (!policy.id.isEmpty())
            entry.insert("id"_L1, policy.id);
        array.append(entry);
    }
    return array;
}

QJsonObject toJson(const IpCondition &condition)
{
    QJsonObject addresses;
    if (!condition.in.isEmpty())
        addresses.insert("in"_L1, QJsonArray::fromStringList(condition.in));
    if (!condition.notIn.isEmpty())
        addresses.insert("not_in"_L1, QJsonArray::fromStringList(condition.notIn));
    return {{u"request_ip"_s, addresses}};
}

void insertTime(QJsonObject &json, QLatin1StringView key, const std::optional<QDateTime> &time)
{
    if (time)
        json.insert(key, timeToText(*time));
}

/** Create and update take a policy's grants only: no ids, no group names. */
std::vector<Policy> grantsOnly(std::vector<Policy> policies)
{
    for (Policy &policy : policies) {
        policy.id.clear();
        for (PermissionGroupRef &group : policy.permissionGroups)
            group.name.clear();
    }
    return policies;
}

} // namespace

Token tokenFromJson(const QJsonObject &json, const Owner &owner)
{
    Token token{.owner = owner, .id = json.value("id"_L1).toString(), .name = json.value("name"_L1).toString()};
    token.statusText = json.value("status"_L1).toString();
    token.status = statusFromText(token.statusText);
    token.issuedOn = timeFromJson(json.value("issued_on"_L1));
    token.modifiedOn = timeFromJson(json.value("modified_on"_L1));
    token.lastUsedOn = timeFromJson(json.value("last_used_on"_L1));
    token.notBefore = timeFromJson(json.value("not_before"_L1));
    token.expiresOn = timeFromJson(json.value("expires_on"_L1));
    for (const QJsonValue &policy : json.value("policies"_L1).toArray())
        token.policies.push_back(policyFromJson(policy.toObject()));
    token.condition = conditionFromJson(json.value("condition"_L1).toObject());
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString key = it.key();
        if (std::find(knownTokenMembers.begin(), knownTokenMembers.end(), key) == knownTokenMembers.end())
            token.unknown.insert(key, it.value());
    }
    return token;
}

PermissionGroup permissionGroupFromJson(const QJsonObject &json)
{
    PermissionGroup group{.id = json.value("id"_L1).toString(),
                          .name = json.value("name"_L1).toString(),
                          .scopes = textsFromJson(json.value("scopes"_L1)),
                          .category = json.value("category"_L1).toString(),
                          .description = json.value("description"_L1).toString()};
    if (const QJsonValue selectable = json.value("is_selectable"_L1); selectable.isBool())
        group.selectable = selectable.toBool();
    return group;
}

Account accountFromJson(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .type = json.value("type"_L1).toString(),
            .settings = json.value("settings"_L1).toObject()};
}

Zone zoneFromJson(const QJsonObject &json)
{
    const QJsonObject account = json.value("account"_L1).toObject();
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .accountId = account.value("id"_L1).toString(),
            .accountName = account.value("name"_L1).toString()};
}

QJsonObject toJson(const TokenSpec &spec)
{
    QJsonObject json{{u"name"_s, spec.name}, {u"policies"_s, toJson(grantsOnly(spec.policies))}};
    if (!spec.condition.isEmpty())
        json.insert("condition"_L1, toJson(spec.condition));
    if (spec.enabled)
        json.insert("status"_L1, *spec.enabled == Enabled::Yes ? u"active"_s : u"disabled"_s);
    insertTime(json, "not_before"_L1, spec.notBefore);
    insertTime(json, "expires_on"_L1, spec.expiresOn);
    return json;
}

QJsonObject toJson(const Token &token)
{
    QJsonObject json = token.unknown;
    json.insert("id"_L1, token.id);
    json.insert("name"_L1, token.name);
    json.insert("status"_L1, token.statusText);
    json.insert("policies"_L1, toJson(token.policies));
    if (!token.condition.isEmpty())
        json.insert("condition"_L1, toJson(token.condition));
    insertTime(json, "issued_on"_L1, token.issuedOn);
    insertTime(json, "modified_on"_L1, token.modifiedOn);
    insertTime(json, "last_used_on"_L1, token.lastUsedOn);
    insertTime(json, "not_before"_L1, token.notBefore);
    insertTime(json, "expires_on"_L1, token.expiresOn);
    return json;
}

std::optional<QDateTime> timeFromJson(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

QString timeToText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

} // namespace tokensmith::model
