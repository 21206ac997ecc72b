// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientpolicy.h"

#include "core/base/identifiers.h"
#include "core/model/expiry.h"

#include <QJsonArray>

#include <algorithm>

namespace tokensmith::clients {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr std::array kPermissionWords{
    std::pair{Permission::Allow, "allow"_L1},
    std::pair{Permission::Ask, "ask"_L1},
    std::pair{Permission::Deny, "deny"_L1},
};

constexpr std::array kDeliveryWords{
    std::pair{SecretDelivery::Hidden, "hidden"_L1},
    std::pair{SecretDelivery::Inline, "inline"_L1},
};

template <typename Words, typename Value>
QString wordIn(const Words &words, Value value)
{
    const auto at = std::find_if(words.begin(), words.end(), [value](const auto &row) { return row.first == value; });
    return at->second;
}

template <typename Value, std::size_t N>
std::optional<Value> valueIn(const std::array<std::pair<Value, QLatin1StringView>, N> &words, const QJsonValue &word)
{
    const QString text = word.toString();
    const auto at = std::find_if(words.begin(), words.end(), [&text](const auto &row) { return row.second == text; });
    return at == words.end() ? std::nullopt : std::optional(at->first);
}

std::size_t indexOf(CallClass callClass)
{
    return static_cast<std::size_t>(callClass);
}

Error unreadable(const QString &member)
{
    return {.code = Error::Code::InvalidArgument,
            .message = u"The policy's \"%1\" can't be read."_s.arg(member),
            .field = member};
}

std::optional<QStringList> textsFrom(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &one : list.toArray()) {
        if (!one.isString())
            return std::nullopt;
        texts.append(one.toString());
    }
    return list.isArray() ? std::optional(texts) : std::nullopt;
}

base::Result<ClientLimits> limitsFrom(const QJsonObject &json)
{
    const std::optional<QStringList> accounts = textsFrom(json.value("accounts"_L1));
    if (!accounts)
        return base::fail(unreadable(u"accounts"_s));
    const std::optional<QStringList> templates = textsFrom(json.value("templates"_L1));
    if (!templates)
        return base::fail(unreadable(u"templates"_s));
    const QJsonValue lifetime = json.value("longestLifetime"_L1);
    if (!lifetime.isString())
        return base::fail(unreadable(u"longestLifetime"_s));
    ClientLimits limits{.accounts = *accounts, .templates = *templates, .longestLifetime = lifetime.toString()};
    const base::Result<base::Done> sensible = checkLimits(limits);
    if (!sensible)
        return base::fail(sensible.error());
    return limits;
}

} // namespace

Permission ClientPolicy::of(CallClass callClass) const
{
    return permissions.at(indexOf(callClass));
}

void ClientPolicy::set(CallClass callClass, Permission permission)
{
    permissions.at(indexOf(callClass)) = permission;
}

ClientPolicy ClientPolicy::unlimited()
{
    ClientPolicy policy{.secrets = SecretDelivery::Inline};
    policy.permissions.fill(Permission::Allow);
    return policy;
}

QJsonObject toJson(const ClientPolicy &policy)
{
    QJsonObject json{
        {u"secrets"_s, wordIn(kDeliveryWords, policy.secrets)},
        {u"accounts"_s, QJsonArray::fromStringList(policy.limits.accounts)},
        {u"templates"_s, QJsonArray::fromStringList(policy.limits.templates)},
        {u"longestLifetime"_s, policy.limits.longestLifetime.isNull() ? u""_s : policy.limits.longestLifetime}};
    for (const CallClass one : kCallClasses)
        json.insert(wordFor(one), wordIn(kPermissionWords, policy.of(one)));
    return json;
}

base::Result<ClientPolicy> policyFrom(const QJsonObject &json)
{
    ClientPolicy policy;
    for (const CallClass one : kCallClasses) {
        const std::optional<Permission> permission = valueIn(kPermissionWords, json.value(wordFor(one)));
        if (!permission)
            return base::fail(unreadable(wordFor(one)));
        policy.set(one, *permission);
    }
    const std::optional<SecretDelivery> secrets = valueIn(kDeliveryWords, json.value("secrets"_L1));
    if (!secrets)
        return base::fail(unreadable(u"secrets"_s));
    policy.secrets = *secrets;
    base::Result<ClientLimits> limits = limitsFrom(json);
    if (!limits)
        return base::fail(std::move(limits.error()));
    policy.limits = *std::move(limits);
    return policy;
}

base::Result<base::Done> checkLimits(const ClientLimits &limits)
{
    for (const QString &account : limits.accounts) {
        if (!base::isCloudflareId(account))
            return base::fail({.code = Error::Code::InvalidArgument,
                               .message = u"\"%1\" is no account id: 32 hexadecimal digits."_s.arg(account),
                               .field = u"accounts"_s});
    }
    const QDateTime anyTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    const base::Result<std::optional<QDateTime>> lifetime = model::expiryAfter(limits.longestLifetime, anyTime);
    if (lifetime)
        return base::Done{};
    Error error = lifetime.error();
    error.field = u"longestLifetime"_s;
    return base::fail(std::move(error));
}

QString wordFor(CallClass callClass)
{
    switch (callClass) {
    case CallClass::Read:
        return u"read"_s;
    case CallClass::Create:
        return u"create"_s;
    case CallClass::Change:
        return u"change"_s;
    case CallClass::Revoke:
        return u"revoke"_s;
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::clients
