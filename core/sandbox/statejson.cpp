// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/statejson.h"

#include "core/sandbox/tokenjson.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr int kFormat = 1;

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

QString stateWord(TokenState state)
{
    switch (state) {
    case TokenState::Active:
        return u"active"_s;
    case TokenState::Disabled:
        return u"disabled"_s;
    case TokenState::Exposed:
        return u"exposed"_s;
    }
    Q_UNREACHABLE();
}

TokenState stateFromWord(const QString &word)
{
    return word == "disabled"_L1  ? TokenState::Disabled
           : word == "exposed"_L1 ? TokenState::Exposed
                                  : TokenState::Active;
}

QJsonArray policiesToJson(const QList<Policy> &policies, const PermissionGroupTable &groups)
{
    QJsonArray list;
    for (const Policy &policy : policies) {
        QJsonArray ids;
        for (const qsizetype index : policy.groups)
            ids.append(groups.at(index).id);
        list.append(QJsonObject{
            {u"deny"_s, policy.effect == Effect::Deny}, {u"resources"_s, policy.resources}, {u"groups"_s, ids}});
    }
    return list;
}

QList<Policy> policiesFromJson(const QJsonArray &list, const PermissionGroupTable &groups)
{
    QList<Policy> policies;
    for (const auto &item : list) {
        const QJsonObject json = item.toObject();
        Policy policy{.effect = json.value("deny"_L1).toBool() ? Effect::Deny : Effect::Allow,
                      .resources = json.value("resources"_L1).toObject()};
        for (const auto &id : json.value("groups"_L1).toArray()) {
            if (const qsizetype index = groups.indexOf(id.toString()); index >= 0)
                policy.groups.append(index);
        }
        policies.append(policy);
    }
    return policies;
}

QJsonValue rangesToJson(const std::optional<QStringList> &ranges)
{
    return ranges ? QJsonValue(QJsonArray::fromStringList(*ranges)) : QJsonValue();
}

std::optional<QStringList> rangesFromJson(const QJsonValue &value)
{
    return value.isArray() ? std::optional(value.toVariant().toStringList()) : std::nullopt;
}

QJsonObject tokenToJson(const SandboxToken &token, const PermissionGroupTable &groups)
{
    QJsonObject json{{u"id"_s, token.id},
                     {u"account"_s, token.accountId},
                     {u"secret"_s, QString::fromLatin1(token.secret)},
                     {u"name"_s, token.name},
                     {u"policies"_s, policiesToJson(token.policies, groups)},
                     {u"state"_s, stateWord(token.state)},
                     {u"issued"_s, timeJson(token.issuedOn)},
                     {u"modified"_s, timeJson(token.modifiedOn)},
                     {u"used"_s, timeJson(token.lastUsedOn)},
                     {u"notBefore"_s, timeJson(token.notBefore)},
                     {u"expires"_s, timeJson(token.expiresOn)}};
    if (token.condition)
        json.insert(u"requestIp"_s, QJsonObject{{u"in"_s, rangesToJson(token.condition->in)},
                                                {u"notIn"_s, rangesToJson(token.condition->notIn)}});
    return json;
}

SandboxToken tokenFromJson(const QJsonObject &json, const PermissionGroupTable &groups)
{
    SandboxToken token{.id = json.value("id"_L1).toString(),
                       .accountId = json.value("account"_L1).toString(),
                       .secret = json.value("secret"_L1).toString().toLatin1(),
                       .name = json.value("name"_L1).toString(),
                       .policies = policiesFromJson(json.value("policies"_L1).toArray(), groups),
                       .state = stateFromWord(json.value("state"_L1).toString()),
                       .issuedOn = timeFrom(json.value("issued"_L1)),
                       .modifiedOn = timeFrom(json.value("modified"_L1)),
                       .lastUsedOn = timeFrom(json.value("used"_L1)),
                       .notBefore = timeFrom(json.value("notBefore"_L1)),
                       .expiresOn = timeFrom(json.value("expires"_L1))};
    if (const QJsonValue ip = json.value("requestIp"_L1); ip.isObject())
        token.condition = IpCondition{.in = rangesFromJson(ip.toObject().value("in"_L1)),
                                      .notIn = rangesFromJson(ip.toObject().value("notIn"_L1))};
    return token;
}

QJsonObject accountToJson(const SandboxAccount &account)
{
    return {{u"id"_s, account.id},
            {u"name"_s, account.name},
            {u"created"_s, timeJson(account.createdOn)},
            {u"membership"_s, account.membershipId},
            {u"role"_s, account.role}};
}

SandboxAccount accountFromJson(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .createdOn = timeFrom(json.value("created"_L1)),
            .membershipId = json.value("membership"_L1).toString(),
            .role = json.value("role"_L1).toString()};
}

QJsonObject zoneToJson(const SandboxZone &zone)
{
    return {{u"id"_s, zone.id},
            {u"name"_s, zone.name},
            {u"account"_s, zone.accountId},
            {u"created"_s, timeJson(zone.createdOn)}};
}

SandboxZone zoneFromJson(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .accountId = json.value("account"_L1).toString(),
            .createdOn = timeFrom(json.value("created"_L1))};
}

QJsonObject userToJson(const SandboxUser &user)
{
    return {
        {u"id"_s, user.id}, {u"email"_s, user.email}, {u"firstName"_s, user.firstName}, {u"lastName"_s, user.lastName}};
}

SandboxUser userFromJson(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .email = json.value("email"_L1).toString(),
            .firstName = json.value("firstName"_L1).toString(),
            .lastName = json.value("lastName"_L1).toString()};
}

template <typename List, typename Write>
QJsonArray listToJson(const List &items, Write write)
{
    QJsonArray list;
    for (const auto &item : items)
        list.append(write(item));
    return list;
}

// Every owner, zone and bootstrap id must be known: the endpoints rely on it.
bool isConsistent(const WorldState &state)
{
    QSet<QString> owners{QString()};
    for (const SandboxAccount &account : state.accounts)
        owners.insert(account.id);
    QSet<QString> tokens;
    for (const SandboxToken &token : state.tokens)
        tokens.insert(token.id);
    const auto tokenIsWhole = [&](const SandboxToken &token) {
        return owners.contains(token.accountId) && !token.id.isEmpty() && !token.secret.isEmpty();
    };
    const auto zoneIsWhole = [&](const SandboxZone &zone) {
        return !zone.accountId.isEmpty() && owners.contains(zone.accountId);
    };
    return !state.user.id.isEmpty() && !state.accounts.isEmpty() && tokens.size() == qsizetype(state.tokens.size())
           && std::all_of(state.tokens.begin(), state.tokens.end(), tokenIsWhole)
           && std::all_of(state.zones.begin(), state.zones.end(), zoneIsWhole);
}

} // namespace

QJsonObject stateToJson(const WorldState &state, const PermissionGroupTable &groups)
{
    QJsonObject bootstraps;
    for (auto it = state.accountBootstrapIds.begin(); it != state.accountBootstrapIds.end(); ++it)
        bootstraps.insert(it.key(), it.value());
    QJsonObject quotas;
    for (auto it = state.quotas.begin(); it != state.quotas.end(); ++it)
        quotas.insert(it.key(), it.value());
    return {
        {u"format"_s, kFormat},
        {u"seed"_s, qint64(state.seed)},
        {u"generation"_s, qint64(state.generation)},
        {u"user"_s, userToJson(state.user)},
        {u"accounts"_s, listToJson(state.accounts, accountToJson)},
        {u"zones"_s, listToJson(state.zones, zoneToJson)},
        {u"bootstrap"_s, state.bootstrapId},
        {u"accountBootstraps"_s, bootstraps},
        {u"quotas"_s, quotas},
        {u"tokens"_s, listToJson(state.tokens, [&](const SandboxToken &token) { return tokenToJson(token, groups); })}};
}

std::optional<WorldState> stateFromJson(const QJsonObject &json, const PermissionGroupTable &groups)
{
    if (json.value("format"_L1).toInt() != kFormat)
        return std::nullopt;
    WorldState state{.seed = quint32(json.value("seed"_L1).toInteger()),
                     .generation = quint32(json.value("generation"_L1).toInteger()) + 1,
                     .user = userFromJson(json.value("user"_L1).toObject()),
                     .bootstrapId = json.value("bootstrap"_L1).toString()};
    for (const auto &account : json.value("accounts"_L1).toArray())
        state.accounts.append(accountFromJson(account.toObject()));
    for (const auto &zone : json.value("zones"_L1).toArray())
        state.zones.append(zoneFromJson(zone.toObject()));
    const QJsonObject bootstraps = json.value("accountBootstraps"_L1).toObject();
    for (auto it = bootstraps.begin(); it != bootstraps.end(); ++it)
        state.accountBootstrapIds.insert(it.key(), it.value().toString());
    const QJsonObject quotas = json.value("quotas"_L1).toObject();
    for (auto it = quotas.begin(); it != quotas.end(); ++it)
        state.quotas.insert(it.key(), it.value().toInteger());
    for (const auto &token : json.value("tokens"_L1).toArray())
        state.tokens.push_back(tokenFromJson(token.toObject(), groups));
    return isConsistent(state) ? std::optional(std::move(state)) : std::nullopt;
}

} // namespace tokensmith::sandbox
