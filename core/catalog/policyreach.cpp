// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policyreach.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

constexpr auto kAccountPrefix = "com.cloudflare.api.account."_L1;
constexpr auto kZonePrefix = "com.cloudflare.api.account.zone."_L1;
constexpr auto kUserPrefix = "com.cloudflare.api.user."_L1;
constexpr auto kBucketPrefix = "com.cloudflare.edge.r2.bucket."_L1;

void addZone(Targets &targets, const QString &id)
{
    if (id == u'*')
        targets.allZones = true;
    else
        targets.zones.insert(id);
}

void addZoneWithin(Targets &targets, const QString &accountId, const QString &zoneId)
{
    if (zoneId == u'*' && accountId != u'*')
        targets.zonesOfAccounts.insert(accountId);
    else
        addZone(targets, zoneId);
}

void addAccount(Targets &targets, const QString &id, const QStringList &nested)
{
    if (nested.isEmpty()) {
        if (id == u'*')
            targets.allAccounts = true;
        else
            targets.accounts.insert(id);
    }
    for (const QString &key : nested) {
        if (key.startsWith(kZonePrefix))
            addZoneWithin(targets, id, key.mid(kZonePrefix.size()));
        else
            targets.other = true;
    }
}

void addResource(Targets &targets, const model::Resource &resource)
{
    const QString &key = resource.key;
    if (key.startsWith(kZonePrefix))
        addZone(targets, key.mid(kZonePrefix.size()));
    else if (key.startsWith(kAccountPrefix))
        addAccount(targets, key.mid(kAccountPrefix.size()), resource.nested);
    else if (key.startsWith(kUserPrefix))
        targets.user = true;
    else if (key.startsWith(kBucketPrefix))
        targets.buckets.insert(key.mid(kBucketPrefix.size()));
    else
        targets.other = true;
}

} // namespace

QString plainName(const model::PermissionGroupRef &group)
{
    const QString name = base::plainLine(group.name, 120);
    const QString shown = name.isEmpty() ? base::plainLine(group.id, 120) : name;
    return shown.isEmpty() ? AccessWords::tr("an unnamed permission") : shown;
}

QString levelEdit()
{
    return u"Edit"_s;
}

QString levelRead()
{
    return u"Read"_s;
}

void addResources(Targets &targets, const std::vector<model::Resource> &resources)
{
    for (const model::Resource &resource : resources)
        addResource(targets, resource);
}

void addGroups(Permissions &permissions, const std::vector<model::PermissionGroupRef> &groups)
{
    const std::array<std::pair<QLatin1StringView, QString>, 3> levels{
        {{" Write"_L1, levelEdit()}, {" Edit"_L1, levelEdit()}, {" Read"_L1, levelRead()}}};
    for (const model::PermissionGroupRef &group : groups) {
        QString subject = plainName(group);
        QString how;
        for (const auto &[suffix, level] : levels) {
            if (!subject.endsWith(suffix))
                continue;
            subject.chop(suffix.size());
            if (subject.endsWith(u':')) // "IP Prefixes: Write"
                subject.chop(1);
            how = level;
            break;
        }
        permissions[how].insert(subject);
    }
}

void dropImpliedReads(Permissions &permissions)
{
    const auto edit = permissions.find(levelEdit());
    const auto read = permissions.find(levelRead());
    if (edit == permissions.end() || read == permissions.end())
        return;
    std::erase_if(read->second, [&](const QString &subject) { return edit->second.contains(subject); });
    if (read->second.empty())
        permissions.erase(read);
}

} // namespace tokensmith::catalog
