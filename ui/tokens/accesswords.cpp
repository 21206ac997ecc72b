// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/accesswords.h"

#include "core/base/text.h"
#include "core/catalog/policyreach.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tokensmith::ui {

using namespace catalog;

using namespace Qt::StringLiterals;
using Effect = model::Policy::Effect;

namespace {

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

/** A place a policy acts in: "the account X", as it stands after "In" or "Not in". */
struct Place
{
    Reach reach;
    QString words;
};

/** A place with everything that all policies of one effect grant there. */
struct Grant
{
    Reach reach;
    Effect effect;
    QString where;
    Permissions permissions = {};
};

QString shortId(const QString &id)
{
    return id.size() > 12 ? id.left(8) + u'…' : id;
}

QString counted(std::size_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(qulonglong(count)));
}

QString joined(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return AccessWords::tr("%1 and %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
}

QString reachSummary(const Targets &targets)
{
    QStringList parts;
    const bool everyZone = targets.allZones || !targets.zonesOfAccounts.empty();
    if (targets.allAccounts)
        parts += AccessWords::tr("all accounts");
    else if (!targets.accounts.empty() && !everyZone) // "all zones" stands for their account too
        parts += counted(targets.accounts.size(), AccessWords::tr("account"), AccessWords::tr("%1 accounts"));
    if (everyZone && !targets.allAccounts)
        parts += AccessWords::tr("all zones");
    else if (!targets.zones.empty() && !everyZone)
        parts += counted(targets.zones.size(), AccessWords::tr("1 zone"), AccessWords::tr("%1 zones"));
    if (!targets.buckets.empty())
        parts += counted(targets.buckets.size(), AccessWords::tr("1 bucket"), AccessWords::tr("%1 buckets"));
    if (targets.user && parts.isEmpty())
        parts += AccessWords::tr("user");
    if (parts.isEmpty())
        parts += AccessWords::tr("other resources");
    return parts.join(u", "_s);
}

QString permissionSummary(const Permissions &permissions)
{
    std::size_t count = 0;
    for (const auto &[level, subjects] : permissions)
        count += subjects.size();
    if (count != 1)
        return AccessWords::tr("%1 permissions").arg(QLocale().toString(qulonglong(count)));
    const auto &[level, subjects] = *permissions.begin();
    return level.isEmpty() ? *subjects.begin() : *subjects.begin() + u' ' + level;
}

QString permissionSentences(const Permissions &permissions)
{
    QStringList sentences;
    for (const QString &level : {levelEdit(), levelRead(), QString()}) {
        const auto found = permissions.find(level);
        if (found == permissions.end())
            continue;
        const QString list = joined(QStringList(found->second.begin(), found->second.end()));
        sentences += level.isEmpty() ? list + u'.' : level + u' ' + list + u'.';
    }
    return sentences.isEmpty() ? AccessWords::tr("Nothing.") : sentences.join(u' ');
}

QString accountNames(const std::set<QString> &ids, const AccountName &name)
{
    QStringList names;
    for (const QString &id : ids)
        names += base::plainLine(name ? name(id) : shortId(id), 120);
    names.sort(Qt::CaseInsensitive);
    return joined(names);
}

void addAccountPlaces(std::vector<Place> &places, const Targets &targets, const AccountName &name)
{
    const QString names = accountNames(targets.accounts, name);
    if (targets.allAccounts)
        places.push_back({Reach::Account, AccessWords::tr("all accounts")});
    else if (!targets.accounts.empty())
        places.push_back({Reach::Account, targets.accounts.size() == 1
                                              ? AccessWords::tr("the account %1").arg(names)
                                              : AccessWords::tr("the accounts %1").arg(names)});
}

void addZonePlaces(std::vector<Place> &places, const Targets &targets, const AccountName &name)
{
    if (targets.allZones)
        places.push_back({Reach::Zone, AccessWords::tr("all zones of every account")});
    else if (!targets.zonesOfAccounts.empty())
        places.push_back(
            {Reach::Zone, AccessWords::tr("all zones of %1").arg(accountNames(targets.zonesOfAccounts, name))});
    if (!targets.zones.empty())
        places.push_back({Reach::Zone, counted(targets.zones.size(),
                                               AccessWords::tr("the zone %1").arg(shortId(*targets.zones.begin())),
                                               AccessWords::tr("%1 zones"))});
}

std::vector<Place> placesOf(const Targets &targets, const AccountName &name)
{
    std::vector<Place> places;
    addAccountPlaces(places, targets, name);
    addZonePlaces(places, targets, name);
    if (!targets.buckets.empty())
        places.push_back({Reach::Bucket, counted(targets.buckets.size(), AccessWords::tr("one R2 bucket"),
                                                 AccessWords::tr("%1 R2 buckets"))});
    if (targets.user)
        places.push_back({Reach::User, AccessWords::tr("the user's own settings")});
    if (targets.other || places.empty())
        places.push_back({Reach::Other, AccessWords::tr("other resources")});
    return places;
}

/** The entry for a place, made if it is new: several policies on the same place read as one. */
Grant &grantFor(std::vector<Grant> &grants, const Place &place, Effect effect)
{
    const QString where =
        (effect == Effect::Allow ? AccessWords::tr("In %1") : AccessWords::tr("Not in %1")).arg(place.words);
    const auto known =
        std::find_if(grants.begin(), grants.end(), [&](const Grant &grant) { return grant.where == where; });
    if (known != grants.end())
        return *known;
    return grants.emplace_back(Grant{.reach = place.reach, .effect = effect, .where = where});
}

} // namespace

QString accessSummary(const std::vector<model::Policy> &policies)
{
    Targets targets;
    Permissions permissions;
    bool denies = false;
    for (const model::Policy &policy : policies) {
        if (policy.effect == Effect::Deny) {
            denies = true;
            continue;
        }
        addGroups(permissions, policy.permissionGroups);
        addResources(targets, policy.resources);
    }
    if (permissions.empty())
        return AccessWords::tr("Nothing");
    dropImpliedReads(permissions);
    const QString summary = permissionSummary(permissions) + u" · "_s + reachSummary(targets);
    return denies ? AccessWords::tr("%1, with exceptions").arg(summary) : summary;
}

std::vector<AccessPart> accessParts(const std::vector<model::Policy> &policies, const AccountName &accountName)
{
    std::vector<Grant> grants;
    for (const Effect effect : {Effect::Allow, Effect::Deny}) {
        for (const model::Policy &policy : policies) {
            if (policy.effect != effect)
                continue;
            Targets targets;
            addResources(targets, policy.resources);
            for (const Place &place : placesOf(targets, accountName))
                addGroups(grantFor(grants, place, effect).permissions, policy.permissionGroups);
        }
    }
    std::vector<AccessPart> parts;
    for (Grant &grant : grants) {
        if (grant.effect == Effect::Allow) // to be denied Edit is not to be denied Read
            dropImpliedReads(grant.permissions);
        parts.push_back({.reach = grant.reach,
                         .effect = grant.effect,
                         .where = grant.where,
                         .what = permissionSentences(grant.permissions)});
    }
    return parts;
}

} // namespace tokensmith::ui
