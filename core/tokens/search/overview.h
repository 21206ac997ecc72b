// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/tokenindex.h"
#include "core/tokens/search/trait.h"

#include <optional>
#include <span>
#include <vector>

namespace tokensmith::search {

/** What there is to say of several tokens at once, such as those a person selected. */
struct Overview
{
    /** How many are one owner's. */
    struct Share
    {
        QString owner;
        int tokens = 0;
    };

    TraitCounts traits = {};           ///< states among them; Trait::Flagged only as far as isJudged
    std::vector<Share> owners = {};    ///< who has most comes first
    std::optional<int> nextToEnd = {}; ///< number in the index: works or will, and ends before the others
    int withHighFinding = 0;           ///< as far as isJudged
    bool isJudged = true;              ///< the findings of all of them are known
};

/** One pass over those numbers in the index; each once. */
[[nodiscard]] Overview overviewOf(const TokenIndex &index, std::span<const int> tokens, const QDateTime &now);

} // namespace tokensmith::search
