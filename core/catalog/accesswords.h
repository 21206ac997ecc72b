// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/catalog/policyplaces.h"
#include "core/model/policy.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/**
 * One line for a table: "DNS Edit · 2 zones", "7 permissions · all zones", "Nothing". A policy this version can't read
 * is mentioned, never counted as nothing.
 */
[[nodiscard]] QString accessSummary(const std::vector<model::Policy> &policies);

/** One paragraph of "What it can do". */
struct AccessPart
{
    Reach reach = Reach::Other;
    model::Policy::Effect effect = model::Policy::Effect::Allow;
    QString where;          ///< "In the account Harbour Labs", "Not in 2 zones"
    QString what;           ///< "Edit Workers Scripts and D1. Read Account Settings."
    QStringList zones = {}; ///< ids of the zones that `where` names or counts
};

/** What is allowed anywhere, once each: "DNS Edit", "Zone Read"; those with Edit first. */
[[nodiscard]] QStringList permissionNames(const std::vector<model::Policy> &policies);

/** Where anything is allowed: "The zone example.com"; none where nothing is. */
[[nodiscard]] QStringList placeNames(const std::vector<model::Policy> &policies, const Names &names);

/** All that the policies say, denials last but for what can't be read. Names are text from outside. */
[[nodiscard]] std::vector<AccessPart> accessParts(const std::vector<model::Policy> &policies, const Names &names);

} // namespace tokensmith::catalog
