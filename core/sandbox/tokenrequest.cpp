// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tokenrequest.h"

#include "core/sandbox/addressrange.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr qsizetype kLongestName = 120;

tl::unexpected<ApiError> no(const QString &message, const QString &pointer)
{
    return tl::unexpected(invalid(message, pointer));
}

Checked<QString> parseName(const QJsonValue &value)
{
    if (value.isUndefined())
        return no(u"name is required"_s, u"/name"_s);
    if (!value.isString())
        return no(u"name must be a string"_s, u"/name"_s);
    const qsizetype length = value.toString().size();
    if (length < 1 || length > kLongestName)
        return tl::unexpected(ApiError{.status = 400,
                                       .code = 400,
                                       .message = u"name must have a length between 1 and %1"_s.arg(kLongestName),
                                       .pointer = u"/name"_s});
    return value.toString();
}

Checked<QList<qsizetype>> parseGroups(const QJsonValue &value, const PermissionGroupTable &groups, const QString &at)
{
    if (!value.isArray() || value.toArray().isEmpty())
        return no(u"permission_groups must be a list of at least one group"_s, at);
    QList<qsizetype> indices;
    for (const auto &item : value.toArray()) {
        const QJsonValue id = item.toObject().value(u"id"_s);
        if (!id.isString())
            return no(u"a permission group must be an object with an id"_s, at);
        const qsizetype index = groups.indexOf(id.toString());
        if (index < 0)
            return no(u"permission group not found: %1"_s.arg(id.toString().left(64)), at);
        if (!indices.contains(index))
            indices.append(index);
    }
    return indices;
}

Checked<Policy> parsePolicy(const QJsonValue &value, const PermissionGroupTable &groups, const QString &at)
{
    if (!value.isObject())
        return no(u"a policy must be an object"_s, at);
    const QJsonObject json = value.toObject();
    const QJsonValue effect = json.value(u"effect"_s);
    if (effect != "allow"_L1 && effect != "deny"_L1)
        return no(u"effect must be \"allow\" or \"deny\""_s, at + "/effect"_L1);
    if (!json.value(u"resources"_s).isObject())
        return no(u"resources must be an object"_s, at + "/resources"_L1);
    auto indices = parseGroups(json.value(u"permission_groups"_s), groups, at + "/permission_groups"_L1);
    if (!indices)
        return tl::unexpected(indices.error());
    return Policy{.effect = effect == "allow"_L1 ? Effect::Allow : Effect::Deny,
                  .resources = json.value(u"resources"_s).toObject(),
                  .groups = *indices};
}

Checked<QList<Policy>> parsePolicies(const QJsonValue &value, const PermissionGroupTable &groups)
{
    if (!value.isArray())
        return no(u"policies must be a list"_s, u"/policies"_s);
    QList<Policy> policies;
    for (const auto &item : value.toArray()) {
        const auto policy = parsePolicy(item, groups, u"/policies/%1"_s.arg(policies.size()));
        if (!policy)
            return tl::unexpected(policy.error());
        policies.append(*policy);
    }
    return policies;
}

Checked<QDateTime> parseTime(const QJsonObject &json, const QString &name)
{
    static const QRegularExpression kForm(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$)"_s);
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull())
        return QDateTime();
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!kForm.match(value.toString()).hasMatch() || !time.isValid())
        return no(u"%1 must be a time like 2026-07-01T05:20:00Z"_s.arg(name), u'/' + name);
    return time.toUTC();
}

Checked<std::optional<QStringList>> parseRanges(const QJsonObject &json, const QString &name)
{
    const QString at = "/condition/request_ip/"_L1 + name;
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<QStringList>();
    if (!value.isArray())
        return no(u"%1 must be a list of CIDR ranges"_s.arg(name), at);
    QStringList ranges;
    for (const auto &item : value.toArray()) {
        if (!isAddressRange(item.toString()))
            return no(u"\"%1\" is not a CIDR range"_s.arg(item.toString().left(64)), at);
        ranges.append(item.toString());
    }
    return std::optional(ranges);
}

Checked<std::optional<IpCondition>> parseCondition(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return std::optional<IpCondition>();
    const QJsonValue lists = value.toObject().value(u"request_ip"_s);
    if (!value.isObject() || (!lists.isUndefined() && !lists.isObject()))
        return no(u"condition must be an object with request_ip, an object"_s, u"/condition"_s);
    if (lists.isUndefined())
        return std::optional<IpCondition>();
    const auto in = parseRanges(lists.toObject(), u"in"_s);
    if (!in)
        return tl::unexpected(in.error());
    const auto notIn = parseRanges(lists.toObject(), u"not_in"_s);
    if (!notIn)
        return tl::unexpected(notIn.error());
    return std::optional(IpCondition{.in = *in, .notIn = *notIn});
}

Checked<std::optional<TokenState>> parseStatus(const QJsonValue &value)
{
    if (value == "active"_L1)
        return std::optional(TokenState::Active);
    if (value == "disabled"_L1)
        return std::optional(TokenState::Disabled);
    if (value.isUndefined() || value.isNull() || value == "expired"_L1)
        return std::optional<TokenState>();
    return no(u"status must be \"active\" or \"disabled\""_s, u"/status"_s);
}

/** The value, or the first refusal kept in `error`: lets a draft be read member by member. */
template <typename T>
T keep(Checked<T> value, std::optional<ApiError> &error)
{
    if (value)
        return *std::move(value);
    if (!error)
        error = value.error();
    return {};
}

} // namespace

Checked<TokenDraft> parseTokenDraft(const QByteArray &body, const PermissionGroupTable &groups)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return tl::unexpected(refusal(Refusal::MalformedJson));
    if (!document.isObject())
        return no(u"the body must be an object"_s, {});
    const QJsonObject json = document.object();
    std::optional<ApiError> error;
    TokenDraft draft{.name = keep(parseName(json.value(u"name"_s)), error),
                     .policies = keep(parsePolicies(json.value(u"policies"_s), groups), error),
                     .condition = keep(parseCondition(json.value(u"condition"_s)), error),
                     .notBefore = keep(parseTime(json, u"not_before"_s), error),
                     .expiresOn = keep(parseTime(json, u"expires_on"_s), error),
                     .state = keep(parseStatus(json.value(u"status"_s)), error)};
    if (error)
        return tl::unexpected(*error);
    return draft;
}

} // namespace tokensmith::sandbox
