// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/ownerlists.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tokensmith::tokens {

const OwnerLists::Known *OwnerLists::find(const model::Owner &owner) const
{
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known &one) { return one.owner == owner; });
    return known == m_known.end() ? nullptr : &*known;
}

QDateTime OwnerLists::readAt(const model::Owner &owner) const
{
    const Known *known = find(owner);
    return known ? known->readAt : QDateTime();
}

QDateTime OwnerLists::oldest() const
{
    const auto first = std::min_element(m_known.begin(), m_known.end(),
                                        [](const Known &a, const Known &b) { return a.readAt < b.readAt; });
    return first == m_known.end() ? QDateTime() : first->readAt;
}

std::vector<model::Owner> OwnerLists::oldestFirst(std::vector<model::Owner> owners) const
{
    std::stable_sort(owners.begin(), owners.end(), [this](const model::Owner &a, const model::Owner &b) {
        const QDateTime one = readAt(a);
        const QDateTime other = readAt(b);
        return one.isValid() == other.isValid() ? one < other : other.isValid();
    });
    return owners;
}

std::vector<model::Token> OwnerLists::replace(const std::vector<model::Owner> &order, std::vector<OwnerTokens> lists)
{
    std::vector<model::Token> older = std::exchange(m_tokens, {});
    QHash<QString, std::vector<model::Token *>> olderOf; // by account; "" is the user
    const QString *account = nullptr;                    // most follow one of the same
    std::vector<model::Token *> *sameOwner = nullptr;
    for (model::Token &token : older) {
        if (!account || *account != token.owner.accountId)
            sameOwner = &olderOf[token.owner.accountId];
        account = &token.owner.accountId;
        sameOwner->push_back(&token);
    }
    const std::vector<Known> before = std::exchange(m_known, {});
    m_tokens.reserve(std::accumulate(lists.begin(), lists.end(), older.size(),
                                     [](size_t sum, const OwnerTokens &list) { return sum + list.tokens.size(); }));
    for (const model::Owner &owner : order) {
        const auto read =
            std::find_if(lists.begin(), lists.end(), [&](const OwnerTokens &one) { return one.owner == owner; });
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Known &one) { return one.owner == owner; });
        if (read != lists.end())
            std::move(read->tokens.begin(), read->tokens.end(), std::back_inserter(m_tokens));
        else
            std::transform(olderOf[owner.accountId].begin(), olderOf[owner.accountId].end(),
                           std::back_inserter(m_tokens), [](model::Token *token) { return std::move(*token); });
        if (read != lists.end())
            m_known.push_back({.owner = owner, .name = read->ownerName, .readAt = read->readAt});
        else if (known != before.end())
            m_known.push_back(*known);
    }
    return older;
}

void OwnerLists::put(const model::Token &token)
{
    const auto known =
        std::find_if(m_tokens.begin(), m_tokens.end(), [&](const model::Token &one) { return one.id == token.id; });
    if (known == m_tokens.end())
        m_tokens.push_back(token);
    else
        *known = token;
}

void OwnerLists::remove(const QString &tokenId)
{
    std::erase_if(m_tokens, [&](const model::Token &token) { return token.id == tokenId; });
}

void OwnerLists::clear()
{
    m_tokens.clear();
    m_known.clear();
}

} // namespace tokensmith::tokens
