// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policywords.h"

#include "core/catalog/policyplaces.h"

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

/** A place with everything that all policies of one effect name there. */
struct Line
{
    Effect effect;
    QString where;
    std::vector<model::PermissionGroupRef> what = {};
};

/** The entry for a place, made if it is new: several policies on the same place read as one. */
Line &lineFor(std::vector<Line> &lines, Effect effect, const QString &where)
{
    const auto known = std::find_if(lines.begin(), lines.end(),
                                    [&](const Line &line) { return line.effect == effect && line.where == where; });
    return known != lines.end() ? *known : lines.emplace_back(Line{.effect = effect, .where = where});
}

QString sentence(const Line &line)
{
    const QString pattern =
        line.effect == Effect::Allow ? AccessWords::tr("%1 on %2.") : AccessWords::tr("Not allowed: %1 on %2.");
    return pattern.arg(groupNames(line.what), line.where);
}

} // namespace

QStringList policySentences(const std::vector<model::Policy> &policies, const Names &names)
{
    std::vector<Line> lines;
    for (const model::Policy &policy : policies) {
        if (!policy.isReadable() || policy.effect == Effect::Unknown)
            continue;
        Targets targets;
        addResources(targets, policy.resources);
        for (const Place &place : placesOf(targets, names)) {
            Line &line = lineFor(lines, policy.effect, place.words);
            line.what.insert(line.what.end(), policy.permissionGroups.begin(), policy.permissionGroups.end());
        }
    }
    QStringList sentences;
    for (const Effect effect : {Effect::Allow, Effect::Deny}) {
        for (const Line &line : lines) {
            if (line.effect == effect)
                sentences.append(sentence(line));
        }
    }
    for (const model::Policy &policy : policies) {
        if (!isUnderstood(policy))
            sentences.append(beyondWords(policy));
    }
    return sentences.isEmpty() ? QStringList{AccessWords::tr("No permissions.")} : sentences;
}

} // namespace tokensmith::catalog
