// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "core/store/noticestore.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <chrono>
#include <vector>

namespace tokensmith::tokens {

/** A token a person should be told of now, `step` days or less before its end. */
struct DueNotice
{
    QString tokenId;
    QString tokenName;
    QDateTime expires;
    int step = 0;
};

struct DueNotices
{
    std::vector<DueNotice> due = {};             ///< soonest end first; a token once, with its nearest step
    std::vector<store::ExpiryNotice> given = {}; ///< to be kept once they were shown: steps passed over as well
};

/** What decides whether a notice is due. */
struct NoticeTerms
{
    QList<int> steps = {}; ///< days before the end; 0: when it has come
    std::vector<store::ExpiryNotice> given = {};
    QDateTime now = {};
};

/**
 * Looks through tokens for notices that are due, a slice of time at a time so that a window stays awake. Pure. Once per
 * token, end and step. Tokens that can't be used (disabled) and ends more than a week ago are left alone, and so are
 * tokens whose whole life is shorter than 48 hours: they are meant to end.
 */
class NoticeSearch
{
public:
    explicit NoticeSearch(const NoticeTerms &terms);

    /** Goes on for about `atMost`, with the same tokens each time; true when it is through. */
    bool work(const std::vector<model::Token> &tokens, std::chrono::milliseconds atMost);

    /** What was found; once work() said that it is through. */
    [[nodiscard]] DueNotices take();

private:
    void look(const model::Token &token);

    QList<int> m_steps;
    QSet<QString> m_given;
    QDateTime m_now;
    std::size_t m_next = 0;
    DueNotices m_found;
};

/** Everything at once. */
[[nodiscard]] DueNotices dueNotices(const std::vector<model::Token> &tokens, const NoticeTerms &terms);

} // namespace tokensmith::tokens
