// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/accesswords.h"

#include "core/base/englishtexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using Effect = model::Policy::Effect;

namespace {

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

/** A place with everything that all policies of one effect grant there. */
struct Grant
{
    Reach reach;
    Effect effect;
    QString where;
    QStringList zones;
    Permissions permissions = {};
};

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
        return AccessWords::tr("%1 permissions").arg(base::EnglishTexts::locale().toString(qulonglong(count)));
    const auto &[level, subjects] = *permissions.begin();
    const QString &subject = *subjects.begin();
    if (level == levelEdit())
        return AccessWords::tr("%1 Edit", "what a token may do, in a table").arg(subject);
    return level == levelRead() ? AccessWords::tr("%1 Read", "what a token may do, in a table").arg(subject) : subject;
}

/** May follow "Not in …" as well. */
QString levelSentence(const QString &level, const QString &list)
{
    if (level == levelEdit())
        return AccessWords::tr("Edit %1.").arg(list);
    return level == levelRead() ? AccessWords::tr("Read %1.").arg(list) : list + u'.';
}

QString permissionSentences(const Permissions &permissions)
{
    QStringList sentences;
    for (const QString &level : {levelEdit(), levelRead(), QString()}) {
        const auto found = permissions.find(level);
        if (found == permissions.end())
            continue;
        sentences += levelSentence(level, joined(QStringList(found->second.begin(), found->second.end())));
    }
    return sentences.isEmpty() ? AccessWords::tr("Nothing.") : sentences.join(u' ');
}

/** The entry for a place, made if it is new: several policies on the same place read as one. */
Grant &grantFor(std::vector<Grant> &grants, const Place &place, Effect effect)
{
    const QString where =
        (effect == Effect::Allow ? AccessWords::tr("In %1") : AccessWords::tr("Not in %1")).arg(place.words);
    const auto known = std::find_if(grants.begin(), grants.end(), [&](const Grant &grant) {
        return grant.where == where && grant.zones == place.zones; // "9 zones" may be others
    });
    if (known != grants.end())
        return *known;
    return grants.emplace_back(Grant{.reach = place.reach, .effect = effect, .where = where, .zones = place.zones});
}

bool allowsSomething(const model::Policy &policy)
{
    return policy.effect == Effect::Allow && policy.isReadable() && !policy.permissionGroups.empty();
}

} // namespace

QStringList permissionNames(const std::vector<model::Policy> &policies)
{
    Permissions permissions;
    for (const model::Policy &policy : policies) {
        if (allowsSomething(policy))
            addGroups(permissions, policy.permissionGroups);
    }
    dropImpliedReads(permissions);
    QStringList names;
    for (const QString &level : {levelEdit(), levelRead(), QString()}) {
        const auto found = permissions.find(level);
        if (found == permissions.end())
            continue;
        for (const QString &subject : found->second)
            names += level.isEmpty() ? subject : subject + u' ' + level;
    }
    return names;
}

QStringList placeNames(const std::vector<model::Policy> &policies, const Names &names)
{
    Targets targets;
    bool allows = false;
    for (const model::Policy &policy : policies) {
        if (allowsSomething(policy)) {
            addResources(targets, policy.resources);
            allows = true;
        }
    }
    QStringList words;
    if (allows) {
        for (const Place &place : placesOf(targets, names))
            words += place.words.left(1).toUpper() + place.words.mid(1);
    }
    return words;
}

QString accessSummary(const std::vector<model::Policy> &policies)
{
    Targets targets;
    Permissions permissions;
    bool denies = false;
    bool unreadable = false;
    for (const model::Policy &policy : policies) {
        denies = denies || policy.effect == Effect::Deny;
        unreadable = unreadable || !isUnderstood(policy);
        if (policy.effect != Effect::Allow || !policy.isReadable())
            continue;
        addGroups(permissions, policy.permissionGroups);
        addResources(targets, policy.resources);
    }
    if (permissions.empty())
        return unreadable ? AccessWords::tr("Something this version can't read") : AccessWords::tr("Nothing");
    dropImpliedReads(permissions);
    const QString summary = permissionSummary(permissions) + u" · "_s + reachSummary(targets);
    if (unreadable)
        return AccessWords::tr("%1, and something this version can't read").arg(summary);
    return denies ? AccessWords::tr("%1, with exceptions").arg(summary) : summary;
}

std::vector<AccessPart> accessParts(const std::vector<model::Policy> &policies, const Names &names)
{
    std::vector<Grant> grants;
    for (const Effect effect : {Effect::Allow, Effect::Deny}) {
        for (const model::Policy &policy : policies) {
            if (policy.effect != effect || !policy.isReadable())
                continue;
            Targets targets;
            addResources(targets, policy.resources);
            for (const Place &place : placesOf(targets, names))
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
                         .what = permissionSentences(grant.permissions),
                         .zones = grant.zones});
    }
    for (const model::Policy &policy : policies) {
        if (!isUnderstood(policy))
            parts.push_back({.effect = policy.effect,
                             .where = AccessWords::tr("Beyond what this version can read"),
                             .what = beyondWords(policy)});
    }
    return parts;
}

} // namespace tokensmith::catalog
