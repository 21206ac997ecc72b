// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policyresources.h"

#include "core/base/identifiers.h"
#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;
using model::Resource;

namespace {

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

std::vector<Resource> accountResources(const PolicyTarget &target)
{
    const QString account = target.accountId.isEmpty() ? u"*"_s : target.accountId;
    return {{.key = model::scope::account + u'.' + account}};
}

std::vector<Resource> zoneResources(const PolicyTarget &target)
{
    QStringList keys;
    for (const QString &zoneId : target.zoneIds)
        keys.append(model::scope::zone + u'.' + zoneId);
    keys.removeDuplicates();
    const bool chosen = !keys.isEmpty();
    if (!chosen)
        keys.append(model::scope::zone + ".*"_L1);
    const bool nested = target.owner.kind == Owner::Kind::Account || (!chosen && !target.accountId.isEmpty());
    if (nested)
        return {{.key = model::scope::account + u'.' + target.accountId, .nested = keys}};
    std::vector<Resource> zones;
    for (const QString &key : keys)
        zones.push_back({.key = key});
    return zones;
}

base::Result<std::vector<Resource>> userResources(const PolicyTarget &target)
{
    if (target.owner.kind == Owner::Kind::Account) {
        return refuse(
            u"permissions"_s,
            u"Account tokens can't hold permissions that act on a user. Leave them out, or make a user token."_s);
    }
    if (!base::isCloudflareId(target.userTag)) {
        return base::fail({.code = Error::Code::PermissionDenied,
                           .message = u"The bootstrap token can't tell whose it is. Give it User Details Read."_s});
    }
    return std::vector<Resource>{{.key = model::scope::user + u'.' + target.userTag}};
}

base::Result<std::vector<Resource>> bucketResources(const PolicyTarget &target)
{
    if (target.buckets.isEmpty()) {
        return refuse(
            u"buckets"_s,
            u"Name the R2 buckets. For every bucket of the account choose Workers R2 Storage Read or Write instead."_s);
    }
    if (target.accountId.isEmpty())
        return refuse(u"accountId"_s, u"accountId is required: an R2 bucket belongs to one account."_s);
    std::vector<Resource> resources;
    for (const QString &bucket : target.buckets) {
        base::Result<QString> key = bucketKey(target.accountId, bucket);
        if (!key)
            return base::fail(std::move(key.error()));
        const Resource resource{.key = *std::move(key)};
        if (std::find(resources.begin(), resources.end(), resource) == resources.end())
            resources.push_back(resource);
    }
    return resources;
}

} // namespace

base::Result<base::Done> checkTarget(const PolicyTarget &target)
{
    if (!target.accountId.isEmpty() && !base::isCloudflareId(target.accountId))
        return refuse(u"accountId"_s, u"accountId must be 32 hexadecimal digits."_s);
    if (target.owner.kind == Owner::Kind::Account) {
        if (target.accountId.isEmpty())
            return refuse(u"accountId"_s, u"accountId is required for account tokens."_s);
        if (!target.owner.accountId.isEmpty() && target.owner.accountId != target.accountId)
            return refuse(u"accountId"_s, u"An account token reaches its own account only."_s);
    }
    for (const QString &zoneId : target.zoneIds) {
        if (!base::isCloudflareId(zoneId))
            return refuse(u"zoneIds"_s, u"Each of zoneIds must be 32 hexadecimal digits."_s);
    }
    return base::Done{};
}

base::Result<std::vector<Resource>> resourcesFor(Scope scope, const PolicyTarget &target)
{
    switch (scope) {
    case Scope::Account:
        return accountResources(target);
    case Scope::Zone:
        return zoneResources(target);
    case Scope::User:
        return userResources(target);
    case Scope::Bucket:
        return bucketResources(target);
    }
    Q_UNREACHABLE();
}

base::Result<QString> bucketKey(const QString &accountId, const QString &bucket)
{
    // Three to 63 letters, digits and hyphens, as R2 names buckets; no "_" in either part keeps the key readable.
    static const QRegularExpression form(u"\\A(?:([a-z0-9-]{1,20})/)?([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\\z"_s);
    if (bucket.endsWith(u'*')) {
        return refuse(
            u"buckets"_s,
            u"Cloudflare takes no token for every bucket this way. Choose Workers R2 Storage Read or Write instead."_s);
    }
    const QRegularExpressionMatch match = form.match(bucket);
    if (!match.hasMatch()) {
        return refuse(
            u"buckets"_s,
            u"\"%1\" is not an R2 bucket. Use a name like logs-2026, or eu/logs-2026 for a jurisdiction."_s.arg(
                base::plainLine(bucket, 80)));
    }
    const QString jurisdiction = match.captured(1).isEmpty() ? u"default"_s : match.captured(1);
    return u"%1.%2_%3_%4"_s.arg(QString(model::scope::bucket), accountId, jurisdiction, match.captured(2));
}

} // namespace tokensmith::catalog
