// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::catalog {

/** How much a group allows, as the end of its name says. "Edit" is the dashboard's word for Write. */
enum class Level { None, Read, Write, Other };

/** "DNS Write" → "DNS", Write. The colon of "IP Prefixes: Write" belongs to neither part. */
struct GroupName
{
    QString stem;
    Level level = Level::None;
    QString levelWord = {}; ///< as written: "Write", "Edit", "Revoke"; empty where there is none
};

[[nodiscard]] GroupName splitName(const QString &name);

/**
 * Equal for names that mean the same group: letter case, runs of spaces, "Edit" for "Write" and a colon before the
 * level don't count. Nothing else is forgiven: a name that is only part of another never matches it.
 */
[[nodiscard]] QString nameKey(const QString &name);
[[nodiscard]] QString nameKey(const GroupName &name);

} // namespace tokensmith::catalog
