// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/expirynotices.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLongPast = 7 * kDay;
constexpr qint64 kShortLife = 2 * kDay;

QString keyOf(const QString &tokenId, const QDateTime &expires, int step)
{
    return u"%1 %2 %3"_s.arg(tokenId).arg(expires.toSecsSinceEpoch()).arg(step);
}

bool isOfInterest(const model::Token &token, const QDateTime &now)
{
    if (!token.expiresOn || token.status == model::TokenStatus::Disabled)
        return false;
    if (token.issuedOn && token.issuedOn->secsTo(*token.expiresOn) < kShortLife)
        return false;
    return token.expiresOn->secsTo(now) < kLongPast;
}

} // namespace

DueNotices dueNotices(const NoticeInput &input)
{
    QSet<QString> given;
    for (const store::ExpiryNotice &notice : input.given)
        given.insert(keyOf(notice.tokenId, notice.expires, notice.step));
    DueNotices result;
    for (const model::Token &token : input.tokens) {
        if (!isOfInterest(token, input.now))
            continue;
        const QDateTime &expires = *token.expiresOn;
        const qint64 left = input.now.secsTo(expires);
        std::optional<int> nearest;
        for (const int step : input.steps) {
            if (left <= step * kDay)
                nearest = std::min(nearest.value_or(step), step);
        }
        if (!nearest || given.contains(keyOf(token.id, expires, *nearest)))
            continue;
        result.due.push_back({.tokenId = token.id, .tokenName = token.name, .expires = expires, .step = *nearest});
        for (const int step : input.steps) {
            if (left <= step * kDay)
                result.given.push_back({.tokenId = token.id, .expires = expires, .step = step});
        }
    }
    std::sort(result.due.begin(), result.due.end(),
              [](const DueNotice &one, const DueNotice &other) { return one.expires < other.expires; });
    return result;
}

} // namespace tokensmith::tokens
