// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policyplaces.h"

#include "core/base/englishtexts.h"
#include "core/base/text.h"
#include "core/model/policyjson.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

constexpr qsizetype kMostZonesNamed = 5;
constexpr qsizetype kMostGroupsNamed = 8;

QString shortId(const QString &id)
{
    return id.size() > 12 ? id.left(8) + u'…' : id;
}

QString nameOf(const QString &id, const std::function<QString(const QString &)> &name)
{
    const QString known = name ? base::plainLine(name(id), 120) : QString();
    return known.isEmpty() ? base::plainLine(shortId(id), 120) : known;
}

QString namesOf(const std::set<QString> &ids, const std::function<QString(const QString &)> &name)
{
    QStringList names;
    for (const QString &id : ids)
        names += nameOf(id, name);
    names.sort(Qt::CaseInsensitive);
    return joined(names);
}

void addAccountPlaces(std::vector<Place> &places, const Targets &targets, const Names &names)
{
    if (targets.allAccounts) {
        places.push_back({Reach::Account, AccessWords::tr("all accounts")});
    } else if (!targets.accounts.empty()) {
        const QString listed = namesOf(targets.accounts, names.account);
        places.push_back({Reach::Account, targets.accounts.size() == 1
                                              ? AccessWords::tr("the account %1").arg(listed)
                                              : AccessWords::tr("the accounts %1").arg(listed)});
    }
}

QString zoneWords(const std::set<QString> &zones, const Names &names)
{
    if (zones.size() == 1)
        return AccessWords::tr("the zone %1").arg(nameOf(*zones.begin(), names.zone));
    if (names.zone && qsizetype(zones.size()) <= kMostZonesNamed)
        return AccessWords::tr("the zones %1").arg(namesOf(zones, names.zone));
    return AccessWords::tr("%1 zones").arg(base::EnglishTexts::locale().toString(qulonglong(zones.size())));
}

void addZonePlaces(std::vector<Place> &places, const Targets &targets, const Names &names)
{
    if (targets.allZones) {
        places.push_back({Reach::Zone, AccessWords::tr("all zones of every account")});
    } else if (!targets.zonesOfAccounts.empty()) {
        places.push_back(
            {Reach::Zone, AccessWords::tr("all zones of %1").arg(namesOf(targets.zonesOfAccounts, names.account))});
    }
    if (!targets.zones.empty())
        places.push_back({.reach = Reach::Zone,
                          .words = zoneWords(targets.zones, names),
                          .zones = QStringList(targets.zones.begin(), targets.zones.end())});
}

} // namespace

QString joined(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return AccessWords::tr("%1 and %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
}

QString counted(std::size_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(base::EnglishTexts::locale().toString(qulonglong(count)));
}

std::vector<Place> placesOf(const Targets &targets, const Names &names)
{
    std::vector<Place> places;
    addAccountPlaces(places, targets, names);
    addZonePlaces(places, targets, names);
    if (!targets.buckets.empty())
        places.push_back({Reach::Bucket, counted(targets.buckets.size(), AccessWords::tr("one R2 bucket"),
                                                 AccessWords::tr("%1 R2 buckets"))});
    if (targets.user)
        places.push_back({Reach::User, AccessWords::tr("the user's own settings")});
    if (targets.other || places.empty())
        places.push_back({Reach::Other, AccessWords::tr("other resources")});
    return places;
}

bool isUnderstood(const model::Policy &policy)
{
    const auto hasNews = [](const model::PermissionGroupRef &group) { return !unknownTerms(group).isEmpty(); };
    return policy.isReadable() && policy.effect != model::Policy::Effect::Unknown && unknownTerms(policy).isEmpty()
           && std::none_of(policy.permissionGroups.begin(), policy.permissionGroups.end(), hasNews);
}

QString beyondWords(const model::Policy &policy)
{
    if (policy.isReadable() && policy.effect != model::Policy::Effect::Unknown) {
        return AccessWords::tr("%1: under terms this version can't read. See the Cloudflare dashboard.")
            .arg(groupNames(policy.permissionGroups));
    }
    if (policy.permissionGroups.empty())
        return AccessWords::tr("Something this version can't read. See the Cloudflare dashboard.");
    return AccessWords::tr("Something this version can't read, about %1. See the Cloudflare dashboard.")
        .arg(groupNames(policy.permissionGroups));
}

QString groupNames(const std::vector<model::PermissionGroupRef> &groups)
{
    QStringList names;
    for (const model::PermissionGroupRef &group : groups)
        names.append(plainName(group));
    names.removeDuplicates();
    if (names.isEmpty())
        return AccessWords::tr("nothing");
    if (names.size() > kMostGroupsNamed + 1) {
        const QString rest = base::EnglishTexts::locale().toString(names.size() - kMostGroupsNamed);
        names = names.mid(0, kMostGroupsNamed) << AccessWords::tr("%1 more").arg(rest);
    }
    return joined(names);
}

} // namespace tokensmith::catalog
