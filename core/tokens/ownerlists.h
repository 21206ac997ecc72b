// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

#include <QDateTime>

#include <vector>

namespace tokensmith::tokens {

/** One owner's token list and when Cloudflare gave it. */
struct OwnerTokens
{
    model::Owner owner = {};
    QString ownerName = {};
    QDateTime readAt = {};
    std::vector<model::Token> tokens = {};
};

/** The tokens of several owners as one list, and how old each owner's part is. A plain value. */
class OwnerLists
{
public:
    /** An owner whose list was read. */
    struct Known
    {
        model::Owner owner;
        QString name;
        QDateTime readAt;
    };

    [[nodiscard]] const std::vector<model::Token> &tokens() const { return m_tokens; }
    [[nodiscard]] const std::vector<Known> &known() const { return m_known; }

    /** That owner, or null if its list was never read. Valid until the next change. */
    [[nodiscard]] const Known *find(const model::Owner &owner) const;
    [[nodiscard]] QDateTime readAt(const model::Owner &owner) const; ///< invalid: never
    [[nodiscard]] QDateTime oldest() const;                          ///< of all lists; invalid: there is none

    /** The same owners, those never read first, then by the age of their lists. */
    [[nodiscard]] std::vector<model::Owner> oldestFirst(std::vector<model::Owner> owners) const;

    /**
     * Puts `lists` in the place of their owners' older ones. `order` is the order of the whole: owners in it that have
     * no new list keep their tokens, owners outside it go. Returns what is no longer needed, tokens without content
     * among it: to let go of many tokens takes its time, which the caller may choose.
     */
    std::vector<model::Token> replace(const std::vector<model::Owner> &order, std::vector<OwnerTokens> lists);

    void put(const model::Token &token); ///< in the place of the one with its id, if there is one
    void remove(const QString &tokenId);
    void clear();

private:
    std::vector<model::Token> m_tokens;
    std::vector<Known> m_known;
};

} // namespace tokensmith::tokens
