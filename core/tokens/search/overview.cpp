// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/overview.h"

#include <algorithm>

namespace tokensmith::search {

Overview overviewOf(const TokenIndex &index, std::span<const int> tokens, const QDateTime &now)
{
    const TraitJudge judge(now);
    Overview overview;
    std::vector<int> byOwner(index.owners().size());
    for (const int token : tokens) {
        const TokenFacts &facts = index.facts(token);
        const FindingSummary findings = index.findings(token);
        const Traits traits = judge.traits(facts, findings);
        overview.traits.add(traits);
        ++byOwner[facts.owner];
        overview.isJudged = overview.isJudged && index.hasFindings(token);
        if (findings.count > 0 && findings.worst == model::Severity::High)
            ++overview.withHighFinding;
        const bool willEnd = traits.testAnyFlags(Trait::Active | Trait::Pending) && facts.expires != kNeverEnds;
        if (willEnd && (!overview.nextToEnd || facts.expires < index.facts(*overview.nextToEnd).expires))
            overview.nextToEnd = token;
    }
    for (quint32 owner = 0; owner < byOwner.size(); ++owner) {
        if (byOwner[owner] > 0)
            overview.owners.push_back({.owner = index.owners().name(owner), .tokens = byOwner[owner]});
    }
    std::stable_sort(overview.owners.begin(), overview.owners.end(),
                     [](const auto &a, const auto &b) { return a.tokens > b.tokens; });
    return overview;
}

} // namespace tokensmith::search
