// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/policy.h"

#include "core/model/policyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>
#include <tuple>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

/** Effect, resource, nested resource, group id, and the rest as text. */
using Grant = std::tuple<Policy::Effect, QString, QString, QString, QByteArray>;

/** The same text for the same JSON: Qt keeps an object's members sorted. */
QByteArray textOf(const QJsonValue &json)
{
    return QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
}

/** The groups of an unreadable policy come in any order, too. */
QByteArray unreadableText(const Policy &policy)
{
    QJsonObject json = toRequestJson(policy).toObject();
    if (!policy.asSent.isObject() || !json.value("permission_groups"_L1).isArray())
        return textOf(toRequestJson(policy));
    QByteArrayList groups;
    for (const QJsonValue &group : json.take("permission_groups"_L1).toArray())
        groups.append(textOf(group));
    std::sort(groups.begin(), groups.end());
    return textOf(json) + groups.join();
}

QByteArray unknownText(const Policy &policy, const PermissionGroupRef &group)
{
    const QJsonObject ofPolicy = unknownTerms(policy);
    const QJsonObject ofGroup = unknownTerms(group);
    return ofPolicy.isEmpty() && ofGroup.isEmpty() ? QByteArray() : textOf(ofPolicy) + textOf(ofGroup);
}

std::set<Grant> grantsOf(const std::vector<Policy> &policies)
{
    std::set<Grant> grants;
    for (const Policy &policy : policies) {
        if (!policy.isReadable())
            grants.emplace(policy.effect, QString(), QString(), QString(), unreadableText(policy));
        for (const Resource &resource : policy.resources) {
            const QStringList inner = resource.nested.isEmpty() ? QStringList{QString()} : resource.nested;
            for (const QString &nested : inner) {
                for (const PermissionGroupRef &group : policy.permissionGroups)
                    grants.emplace(policy.effect, resource.key, nested, group.id, unknownText(policy, group));
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
