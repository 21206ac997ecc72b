// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "core/store/noticestore.h"

#include <QDateTime>
#include <QList>

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

/** What to look at. */
struct NoticeInput
{
    const std::vector<model::Token> &tokens;
    const QList<int> &steps; ///< days before the end; 0: when it has come
    const std::vector<store::ExpiryNotice> &given;
    QDateTime now;
};

/**
 * Pure. Once per token, end and step. Tokens that can't be used (disabled) and ends more than a week ago are left
 * alone, and so are tokens whose whole life is shorter than 48 hours: they are meant to end.
 */
[[nodiscard]] DueNotices dueNotices(const NoticeInput &input);

} // namespace tokensmith::tokens
