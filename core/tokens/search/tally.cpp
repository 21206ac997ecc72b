// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/tally.h"

#include <algorithm>

namespace tokensmith::search {

ExpiryHistogram::ExpiryHistogram(const QDateTime &now)
{
    if (!now.isValid())
        return;
    m_today = now.toLocalTime().date();
    m_bounds[0] = now.toMSecsSinceEpoch() + 1;
    for (int week = 1; week <= kWeeks; ++week)
        m_bounds[std::size_t(week)] = firstDay(week).startOfDay().toMSecsSinceEpoch();
}

void ExpiryHistogram::add(qint64 expires)
{
    const auto after = std::upper_bound(m_bounds.begin(), m_bounds.end(), expires);
    if (after != m_bounds.begin() && after != m_bounds.end())
        ++m_counts[std::size_t(after - m_bounds.begin()) - 1];
}

int ExpiryHistogram::most() const
{
    return *std::max_element(m_counts.begin(), m_counts.end());
}

TimeSpan ExpiryHistogram::span(int week) const
{
    return {m_bounds[std::size_t(week)], m_bounds[std::size_t(week) + 1]};
}

Tally tally(TokenIndex &index, const Selection &selection, const QDateTime &now)
{
    if (needsAccess(selection.query))
        index.readAccess();
    const Matcher matcher(selection.query, index, now);
    const TraitJudge judge(now);
    Tally result{.accepted = std::vector<bool>(std::size_t(index.size())), .expiries = ExpiryHistogram(now)};
    for (int i = 0; i < index.size(); ++i) {
        const TokenFacts &facts = index.facts(i);
        const Traits traits = judge.traits(facts, index.findings(i));
        if (!matcher.matches(i, traits))
            continue;
        result.traits.add(traits);
        if ((traits & selection.traits) != selection.traits)
            continue;
        result.expiries.add(facts.expires);
        result.accepted[std::size_t(i)] = !selection.expires || selection.expires->contains(facts.expires);
    }
    return result;
}

} // namespace tokensmith::search
