// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/sortorder.h"
#include "core/tokens/search/tally.h"

#include <memory>

namespace tokensmith::search {

/**
 * The tokens of a list that a selection leaves, in order: what a table shows. `now` is always the present time. A copy
 * is cheap and shares the index, so that a change can be tried before it is shown.
 */
class Results
{
public:
    explicit Results(IndexNames names);

    /** Makes a new index of the tokens, which are borrowed: see TokenIndex. Selection and order stay. */
    void setTokens(const std::vector<model::Token> &tokens, const QDateTime &now);
    void setSelection(const Selection &selection, const QDateTime &now);
    void setOrder(SortKey key, Qt::SortOrder order, const QDateTime &now);

    /** Sorts and counts again: time has gone on, or the index has been digested. */
    void update(const QDateTime &now);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int tokenAt(int row) const { return m_rows[std::size_t(row)]; } ///< number in index()
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }         ///< numbers in index(), in order
    [[nodiscard]] std::vector<int> rowsByToken() const;                           ///< -1: not shown

    [[nodiscard]] const Selection &selection() const { return m_selection; }
    [[nodiscard]] const TraitCounts &traits() const { return m_tally.traits; }
    [[nodiscard]] const ExpiryHistogram &expiries() const { return m_tally.expiries; }
    [[nodiscard]] TokenIndex &index() { return *m_index; }
    [[nodiscard]] const TokenIndex &index() const { return *m_index; }

    /** True if both show the same tokens in the same order. */
    [[nodiscard]] bool showsSame(const Results &other) const;

private:
    void count(const QDateTime &now);
    void gather();

    IndexNames m_names;
    std::shared_ptr<TokenIndex> m_index; // never null
    Selection m_selection;
    SortKey m_key = SortKey::Natural;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<int> m_order; // all tokens
    Tally m_tally;
    std::vector<int> m_rows;
};

} // namespace tokensmith::search
