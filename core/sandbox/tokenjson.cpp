// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tokenjson.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

// Policies have ids of their own that nothing refers to; deriving them keeps a large world small.
QString policyId(const SandboxToken &token, qsizetype index)
{
    const QByteArray source = token.id.toLatin1() + QByteArray::number(index);
    return QString::fromLatin1(QCryptographicHash::hash(source, QCryptographicHash::Md5).toHex());
}

QJsonArray policiesJson(const PermissionGroupTable &groups, const SandboxToken &token)
{
    QJsonArray policies;
    for (qsizetype i = 0; i < token.policies.size(); ++i) {
        const Policy &policy = token.policies.at(i);
        QJsonArray granted;
        for (const qsizetype index : policy.groups) {
            const PermissionGroup &group = groups.at(index);
            granted.append(QJsonObject{{u"id"_s, group.id}, {u"name"_s, group.name}, {u"meta"_s, QJsonObject()}});
        }
        policies.append(QJsonObject{{u"id"_s, policyId(token, i)},
                                    {u"effect"_s, policy.effect == Effect::Allow ? u"allow"_s : u"deny"_s},
                                    {u"resources"_s, policy.resources},
                                    {u"permission_groups"_s, granted}});
    }
    return policies;
}

QJsonObject conditionJson(const IpCondition &condition)
{
    QJsonObject lists;
    if (condition.in)
        lists.insert(u"in"_s, QJsonArray::fromStringList(*condition.in));
    if (condition.notIn)
        lists.insert(u"not_in"_s, QJsonArray::fromStringList(*condition.notIn));
    return {{u"request_ip"_s, lists}};
}

} // namespace

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s)) : QJsonValue();
}

QString statusWord(const SandboxToken &token, const QDateTime &now)
{
    switch (token.state) {
    case TokenState::Exposed:
        return u"revoked (exposed)"_s;
    case TokenState::Disabled:
        return u"disabled"_s;
    case TokenState::Active:
        return token.isExpired(now) ? u"expired"_s : u"active"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject tokenJson(const SandboxWorld &world, const SandboxToken &token)
{
    QJsonObject json{{u"id"_s, token.id},
                     {u"name"_s, token.name},
                     {u"status"_s, statusWord(token, world.now())},
                     {u"issued_on"_s, timeJson(token.issuedOn)},
                     {u"modified_on"_s, timeJson(token.modifiedOn)},
                     {u"last_used_on"_s, timeJson(token.lastUsedOn)},
                     {u"policies"_s, policiesJson(world.groups(), token)}};
    if (token.notBefore.isValid())
        json.insert(u"not_before"_s, timeJson(token.notBefore));
    if (token.expiresOn.isValid())
        json.insert(u"expires_on"_s, timeJson(token.expiresOn));
    if (token.condition)
        json.insert(u"condition"_s, conditionJson(*token.condition));
    if (!token.accountId.isEmpty()) {
        json.insert(u"creator_email_at_creation"_s, world.user().email);
        json.insert(u"provisioner_type"_s, u"user"_s);
        json.insert(u"provisioner_id"_s, world.user().id);
    }
    return json;
}

} // namespace tokensmith::sandbox
