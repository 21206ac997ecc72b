// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/results.h"

#include <algorithm>

namespace tokensmith::search {

Results::Results(IndexNames names)
    : m_names(std::move(names))
    , m_index(std::make_shared<TokenIndex>(m_names))
{
}

void Results::setTokens(const std::vector<model::Token> &tokens, const QDateTime &now)
{
    m_index = std::make_shared<TokenIndex>(m_names);
    m_index->reset(tokens);
    update(now);
}

void Results::setSelection(const Selection &selection, const QDateTime &now)
{
    m_selection = selection;
    count(now);
    gather();
}

void Results::setOrder(SortKey key, Qt::SortOrder order, const QDateTime &now)
{
    m_key = key;
    m_direction = order;
    m_order = sortedTokens(*m_index, key, order, now);
    gather();
}

void Results::update(const QDateTime &now)
{
    count(now);
    setOrder(m_key, m_direction, now);
}

std::vector<int> Results::rowsByToken() const
{
    std::vector<int> rows(std::size_t(m_index->size()), -1);
    for (int row = 0; row < count(); ++row)
        rows[std::size_t(tokenAt(row))] = row;
    return rows;
}

bool Results::showsSame(const Results &other) const
{
    if (m_index == other.m_index)
        return m_rows == other.m_rows;
    return std::equal(m_rows.begin(), m_rows.end(), other.m_rows.begin(), other.m_rows.end(),
                      [&](int mine, int theirs) { return m_index->id(mine) == other.m_index->id(theirs); });
}

void Results::count(const QDateTime &now)
{
    m_tally = tally(*m_index, m_selection, now);
}

void Results::gather()
{
    m_rows.clear();
    for (const int token : m_order) {
        if (m_tally.accepted[std::size_t(token)])
            m_rows.push_back(token);
    }
}

} // namespace tokensmith::search
