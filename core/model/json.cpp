// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include "core/model/conditionjson.h"
#include "core/model/policyjson.h"
#include "core/model/sharedtext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array otherMembers{"id"_L1, "name"_L1, "status"_L1, "policies"_L1, "condition"_L1, "value"_L1};
constexpr std::array timeMembers{"issued_on"_L1, "modified_on"_L1, "last_used_on"_L1, "not_before"_L1, "expires_on"_L1};

bool isKnown(const QString &key)
{
    const auto same = [&](QLatin1StringView known) { return key == known; };
    return std::any_of(otherMembers.begin(), otherMembers.end(), same)
           || std::any_of(timeMembers.begin(), timeMembers.end(), same);
}

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

/** A `policies` that is no list is one policy nobody can read, rather than none. */
std::vector<Policy> policiesFromJson(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    std::vector<Policy> policies;
    for (const QJsonValue &policy : value.isArray() ? value.toArray() : QJsonArray{value})
        policies.push_back(policyFromJson(policy));
    return policies;
}

template <typename Write>
QJsonArray arrayOf(const std::vector<Policy> &policies, Write write)
{
    QJsonArray array;
    for (const Policy &policy : policies)
        array.append(write(policy));
    return array;
}

/** True where a known member holds something its place in Token can't: it stays with the unknown ones. */
bool isLost(const QString &key, const QJsonValue &value)
{
    if (value.isNull() || key == "value"_L1 || key == "policies"_L1)
        return false;
    if (key == "condition"_L1)
        return !value.isObject();
    if (std::find(timeMembers.begin(), timeMembers.end(), key) != timeMembers.end())
        return !timeFromJson(value);
    return !value.isString();
}

void insertText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty() || !json.contains(key))
        json.insert(key, text);
}

void insertTime(QJsonObject &json, QLatin1StringView key, const std::optional<QDateTime> &time)
{
    if (time)
        json.insert(key, timeToText(*time));
}

} // namespace

Token tokenFromJson(const QJsonObject &json, const Owner &owner)
{
    Token token{.owner = owner, .id = json.value("id"_L1).toString(), .name = json.value("name"_L1).toString()};
    token.statusText = shared(json.value("status"_L1).toString());
    token.status = statusFromText(token.statusText);
    token.issuedOn = timeFromJson(json.value("issued_on"_L1));
    token.modifiedOn = timeFromJson(json.value("modified_on"_L1));
    token.lastUsedOn = timeFromJson(json.value("last_used_on"_L1));
    token.notBefore = timeFromJson(json.value("not_before"_L1));
    token.expiresOn = timeFromJson(json.value("expires_on"_L1));
    token.policies = policiesFromJson(json.value("policies"_L1));
    token.condition = conditionFromJson(json.value("condition"_L1).toObject());
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString key = it.key();
        if (!isKnown(key) || isLost(key, it.value()))
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
    QJsonObject json{{u"name"_s, spec.name}, {u"policies"_s, arrayOf(spec.policies, toRequestJson)}};
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
    insertText(json, "id"_L1, token.id);
    insertText(json, "name"_L1, token.name);
    insertText(json, "status"_L1, token.statusText);
    json.insert("policies"_L1, arrayOf(token.policies, [](const Policy &policy) { return toJson(policy); }));
    if (!token.condition.isEmpty())
        json.insert("condition"_L1, toJson(token.condition));
    insertTime(json, "issued_on"_L1, token.issuedOn);
    insertTime(json, "modified_on"_L1, token.modifiedOn);
    insertTime(json, "last_used_on"_L1, token.lastUsedOn);
    insertTime(json, "not_before"_L1, token.notBefore);
    insertTime(json, "expires_on"_L1, token.expiresOn);
    return json;
}

QJsonObject toJson(const PermissionGroup &group)
{
    QJsonObject json{{u"id"_s, group.id},
                     {u"name"_s, group.name},
                     {u"scopes"_s, QJsonArray::fromStringList(group.scopes)},
                     {u"category"_s, group.category},
                     {u"description"_s, group.description}};
    if (group.selectable)
        json.insert("is_selectable"_L1, *group.selectable);
    return json;
}

std::optional<QDateTime> timeFromJson(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime) // no offset given: Cloudflare's times are UTC
        time.setTimeSpec(Qt::UTC);
    time = time.toUTC();
    const bool writable = time.isValid() && time.date().year() >= 1 && time.date().year() <= 9999;
    return writable ? std::optional(time) : std::nullopt;
}

QString timeToText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

} // namespace tokensmith::model
