// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/query.h"
#include "core/tokens/search/tokenindex.h"

namespace tokensmith::search {

/**
 * A search made ready to be held against each token of an index, which must outlive this and stay as it is. What can
 * be found out once (which owners, permissions and zones a word means) is. A term with a value nobody knows ("is:blue",
 * "expires:soonish") matches no token; one without a value leaves none out.
 */
class Matcher
{
public:
    Matcher(const Query &query, const TokenIndex &index, const QDateTime &now);

    /** `traits` are the token's. */
    [[nodiscard]] bool matches(int token, Traits traits) const;

private:
    struct Test
    {
        Field field = Field::Text;
        Term::Sign sign = Term::Sign::With;
        QString needle = {}; ///< folded
        Traits traits = {};
        TimeSpan expires = {};
        LastUse lastUse = {};
        std::vector<bool> picks = {}; ///< of the index's owners, permissions or zones
    };

    [[nodiscard]] Test testFor(const Term &term, const QDateTime &now) const;
    [[nodiscard]] bool passes(int token, Traits traits, const Test &test) const;

    const TokenIndex &m_index;
    std::vector<Test> m_tests;
};

/** True if matching that search needs TokenIndex::readAccess() to be done. */
[[nodiscard]] bool needsAccess(const Query &query);

} // namespace tokensmith::search
