// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <limits>
#include <optional>

namespace tokensmith::search {

/** Moments in milliseconds since 1970; these stand for "never". */
inline constexpr qint64 kNeverEnds = std::numeric_limits<qint64>::max();
inline constexpr qint64 kNeverWas = std::numeric_limits<qint64>::min();

/** A span of time in milliseconds since 1970: `from` included, `until` not. */
struct TimeSpan
{
    qint64 from = kNeverWas;
    qint64 until = kNeverEnds;

    [[nodiscard]] bool contains(qint64 time) const { return time >= from && time < until; }
    bool operator==(const TimeSpan &) const = default;
};

/**
 * What follows "expires:": the span the end must lie in. "<30d" or "30d": not over yet, within 30 days, the last moment
 * included; ">90d": later, but not never; "never"; "2026-12-05", "2026-12": that day or month of the local calendar;
 * "<2026-12-05", ">2026-12-05": before or after that day; "2026-12-07..2026-12-13": both days and all between.
 * Units: h, d, w, m (calendar months), y. Nothing for any other text.
 */
[[nodiscard]] std::optional<TimeSpan> expirySpan(QStringView value, const QDateTime &now);

/** When a token was last used, as "unused:" asks for it. */
struct LastUse
{
    TimeSpan used = {};
    qint64 neverIfMadeBefore = kNeverWas; ///< one never used passes if it was made before then, or nobody knows when

    bool operator==(const LastUse &) const = default;
};

/** What follows "unused:": ">90d" or "90d" (the last use that long ago, or none and made before), "<7d", "never". */
[[nodiscard]] std::optional<LastUse> lastUseTest(QStringView value, const QDateTime &now);

} // namespace tokensmith::search
