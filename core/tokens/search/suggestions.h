// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/query.h"
#include "core/tokens/search/tokenindex.h"

#include <vector>

namespace tokensmith::search {

/** A way to go on with the term under the cursor. */
struct Suggestion
{
    QString text;        ///< to stand in the place of the term, e.g. "is:expiring", "owner:\"Harbour Labs\"", "perm:"
    QString explanation; ///< a few words: "ends within 30 days"; empty where the text says all
    qsizetype start = 0; ///< the place to put it
    qsizetype length = 0;

    /** False for an operator: its value comes next, without a space between. */
    [[nodiscard]] bool isComplete() const { return !text.endsWith(u':'); }
};

inline constexpr int kMostSuggestions = 8;

/**
 * How the term that the cursor is in or behind could go on, best first; at most kMostSuggestions. Owners, permissions
 * and zones come from the index; those the index has not read yet are not suggested.
 */
[[nodiscard]] std::vector<Suggestion> suggestionsAt(QStringView text, qsizetype cursor, const TokenIndex &index);

/** What an operator is for, in a few words: "is:" → "a state, such as is:expiring". */
[[nodiscard]] QString fieldExplanation(Field field);
[[nodiscard]] QString traitExplanation(Trait trait);

/** What is wrong with a term, as a sentence with a way out; empty: nothing. */
[[nodiscard]] QString problemOf(const Term &term, const QDateTime &now);

/**
 * The search as it may have been meant, for one that leaves nothing: with the nearest known operator, word, owner,
 * permission or zone in the place of each that matches no token. Empty: nothing better is known.
 */
[[nodiscard]] QString didYouMean(QStringView text, const TokenIndex &index);

} // namespace tokensmith::search
