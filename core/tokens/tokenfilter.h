// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/token.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tokensmith::tokens {

/** Which tokens of a list are wanted; an absent member leaves none out. */
struct TokenFilter
{
    std::optional<model::EffectiveStatus> status = {};
    std::optional<QDateTime> expiresBefore = {}; ///< and has not expired yet
    std::optional<QDateTime> unusedSince = {};   ///< not used from then on, and not made later
    QString nameContains = {};                   ///< in any letter case
};

/** A filter as people word it. */
struct FilterWords
{
    QString status = {};        ///< see statusWords()
    QString expiresWithin = {}; ///< "30d": the grammar of model::expiryAfter
    QString unusedFor = {};     ///< "90d"
    QString nameContains = {};

    [[nodiscard]] bool isEmpty() const;
};

/** The words for a status, in the order of model::EffectiveStatus: "active", "not_yet_active", … */
[[nodiscard]] QStringList statusWords();

/** Errors: InvalidArgument naming the member in `field`. */
[[nodiscard]] base::Result<TokenFilter> filterFrom(const FilterWords &words, const QDateTime &now);

[[nodiscard]] bool matches(const model::Token &token, const TokenFilter &filter, const QDateTime &now);

} // namespace tokensmith::tokens
