// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/matcher.h"

#include <array>

namespace tokensmith::search {

/** How many tokens end in each of the next 52 weeks, counted from today on; the weeks are those of the local calendar.
 */
class ExpiryHistogram
{
public:
    static constexpr int kWeeks = 52;

    explicit ExpiryHistogram(const QDateTime &now = {}); ///< an invalid time: every span is empty

    void add(qint64 expires);
    [[nodiscard]] int tokens(int week) const { return m_counts[std::size_t(week)]; }
    [[nodiscard]] int most() const;              ///< in one week
    [[nodiscard]] TimeSpan span(int week) const; ///< the first begins now
    [[nodiscard]] QDate firstDay(int week) const { return m_today.addDays(7 * week); }
    bool operator==(const ExpiryHistogram &) const = default;

private:
    QDate m_today;
    std::array<qint64, kWeeks + 1> m_bounds = {};
    std::array<int, kWeeks> m_counts = {};
};

/** What of an index is wanted. */
struct Selection
{
    Query query = {};
    Traits traits = {};                   ///< the chosen chips: all of these
    std::optional<TimeSpan> expires = {}; ///< chosen on the timeline

    bool operator==(const Selection &) const = default;
};

/** What a selection leaves, and what its parts would. */
struct Tally
{
    std::vector<bool> accepted = {}; ///< by token
    TraitCounts traits = {};         ///< of what the query leaves: for the chips, whichever are chosen
    ExpiryHistogram expiries =
        ExpiryHistogram(); ///< of what query and chips leave: for the timeline, whatever is chosen on it
};

/** One pass over all tokens. Reads the index's access first if the query asks for it. */
[[nodiscard]] Tally tally(TokenIndex &index, const Selection &selection, const QDateTime &now);

} // namespace tokensmith::search
