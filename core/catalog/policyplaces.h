// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/catalog/policyreach.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/** The kind of thing some permissions act on. */
enum class Reach { Account, Zone, User, Bucket, Other };

/** A place policies act in, as it stands after "in" or "on": "the account Acme", "all zones of Acme", "2 zones". */
struct Place
{
    Reach reach;
    QString words;
    QStringList zones = {}; ///< ids of the zones that the words name or count
};

/** The places of `targets`; never none. Zones are named where `names` can, else counted. */
[[nodiscard]] std::vector<Place> placesOf(const Targets &targets, const Names &names);

/** False where a policy says something this version can't put into words: all of it, or a member it does not know. */
[[nodiscard]] bool isUnderstood(const model::Policy &policy);

/** What little can be said of a policy that is not understood: one sentence, never empty. */
[[nodiscard]] QString beyondWords(const model::Policy &policy);

/** "DNS Write, Zone Read and 7 more"; "nothing" for none. */
[[nodiscard]] QString groupNames(const std::vector<model::PermissionGroupRef> &groups);

/** "a", "a and b", "a, b and c". */
[[nodiscard]] QString joined(const QStringList &words);

/** `one` for 1, else `many` with the number in it. */
[[nodiscard]] QString counted(std::size_t count, const QString &one, const QString &many);

} // namespace tokensmith::catalog
