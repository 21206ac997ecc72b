// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/accessdiff.h"

#include "core/catalog/accesswords.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct AccessDiff
{
    Q_DECLARE_TR_FUNCTIONS(AccessDiff)
};

constexpr qsizetype kMostStaying = 3;

/** What Cloudflare calls Write is Edit here. */
QStringList permissionLines(const std::vector<model::Policy> &policies)
{
    catalog::Permissions permissions;
    for (const model::Policy &policy : policies)
        catalog::addGroups(permissions, policy.permissionGroups);
    catalog::dropImpliedReads(permissions);
    QStringList lines;
    for (const auto &[level, subjects] : permissions) {
        for (const QString &subject : subjects)
            lines += AccessDiff::tr("May: %1").arg(level.isEmpty() ? subject : subject + u' ' + level);
    }
    lines.sort(Qt::CaseInsensitive);
    return lines;
}

void append(QStringList &lines, const catalog::Targets &one, const catalog::Names &names)
{
    for (const catalog::Place &place : catalog::placesOf(one, names))
        lines += AccessDiff::tr("Where: %1").arg(place.words);
}

QStringList placeLines(const std::vector<model::Policy> &policies, const catalog::Names &names)
{
    catalog::Targets targets;
    for (const model::Policy &policy : policies)
        catalog::addResources(targets, policy.resources);
    QStringList lines;
    for (const QString &account : targets.accounts)
        append(lines, {.accounts = {account}}, names);
    for (const QString &account : targets.zonesOfAccounts)
        append(lines, {.zonesOfAccounts = {account}}, names);
    for (const QString &zone : targets.zones)
        append(lines, {.zones = {zone}}, names);
    for (const QString &bucket : targets.buckets)
        lines += AccessDiff::tr("Where: the R2 bucket %1").arg(bucket.section(u'_', 1));
    const catalog::Targets rest{.allAccounts = targets.allAccounts, .allZones = targets.allZones, .user = targets.user};
    if (rest.allAccounts || rest.allZones || rest.user)
        append(lines, rest, names);
    lines.sort(Qt::CaseInsensitive);
    return lines;
}

/** Lines in both lists become one where they are many, so that what differs is seen. */
void countStaying(QStringList &before, QStringList &after)
{
    QStringList staying;
    std::copy_if(before.begin(), before.end(), std::back_inserter(staying),
                 [&after](const QString &line) { return after.contains(line); });
    if (staying.size() <= kMostStaying)
        return;
    const QString counted = AccessDiff::tr("Where: %n other places, as they are", nullptr, int(staying.size()));
    for (QStringList *lines : {&before, &after}) {
        lines->removeIf([&staying](const QString &line) { return staying.contains(line); });
        lines->append(counted);
    }
}

} // namespace

AccessSides accessSides(const std::vector<model::Policy> &before, const std::vector<model::Policy> &after,
                        const catalog::Names &names)
{
    if (model::sameGrants(before, after)) {
        const QString line = AccessDiff::tr("May: %1").arg(catalog::accessSummary(before));
        return {.before = {line}, .after = {line}};
    }
    QStringList was = placeLines(before, names);
    QStringList is = placeLines(after, names);
    countStaying(was, is);
    return {.before = permissionLines(before) + was, .after = permissionLines(after) + is};
}

} // namespace tokensmith::ui
