// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/tokenindex.h"

namespace tokensmith::search {

/** What tokens can be sorted by. Values are compared, never words that change with the clock. */
enum class SortKey {
    Natural, ///< as the list came
    Name,
    Owner,
    Access,   ///< alphabetically by its words; tokens not digested yet come first
    Expires,  ///< soonest first, so expired ones on top and those that never end last
    LastUsed, ///< longest ago first, never used before all
    Findings, ///< by the worst, then by how many; ascending: none first
    Status,   ///< in the order of model::EffectiveStatus
    Issued,   ///< oldest first, unknown before all
};

/** Numbers of all tokens in order. What is equal stays in alphabetical order of the names, in both directions. */
[[nodiscard]] std::vector<int> sortedTokens(const TokenIndex &index, SortKey key, Qt::SortOrder order,
                                            const QDateTime &now);

} // namespace tokensmith::search
