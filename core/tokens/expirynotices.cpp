// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/expirynotices.h"

#include <QElapsedTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLongPast = 7 * kDay;
constexpr qint64 kShortLife = 2 * kDay;
constexpr std::size_t kStride = 64; ///< tokens between two looks at the clock

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

NoticeSearch::NoticeSearch(const NoticeTerms &terms)
    : m_steps(terms.steps)
    , m_now(terms.now)
{
    for (const store::ExpiryNotice &notice : terms.given)
        m_given.insert(keyOf(notice.tokenId, notice.expires, notice.step));
}

bool NoticeSearch::work(const std::vector<model::Token> &tokens, std::chrono::milliseconds atMost)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_next < tokens.size()) {
        look(tokens[m_next++]);
        if (m_next % kStride == 0 && std::chrono::milliseconds(elapsed.elapsed()) >= atMost)
            break;
    }
    return m_next >= tokens.size();
}

void NoticeSearch::look(const model::Token &token)
{
    if (!isOfInterest(token, m_now))
        return;
    const QDateTime &expires = *token.expiresOn;
    const qint64 left = m_now.secsTo(expires);
    std::optional<int> nearest;
    for (const int step : std::as_const(m_steps)) {
        if (left <= step * kDay)
            nearest = std::min(nearest.value_or(step), step);
    }
    if (!nearest || m_given.contains(keyOf(token.id, expires, *nearest)))
        return;
    m_found.due.push_back({.tokenId = token.id, .tokenName = token.name, .expires = expires, .step = *nearest});
    for (const int step : std::as_const(m_steps)) {
        if (left <= step * kDay)
            m_found.given.push_back({.tokenId = token.id, .expires = expires, .step = step});
    }
}

DueNotices NoticeSearch::take()
{
    std::sort(m_found.due.begin(), m_found.due.end(),
              [](const DueNotice &one, const DueNotice &other) { return one.expires < other.expires; });
    return std::exchange(m_found, {});
}

DueNotices dueNotices(const std::vector<model::Token> &tokens, const NoticeTerms &terms)
{
    NoticeSearch search(terms);
    while (!search.work(tokens, std::chrono::hours(1))) {
    }
    return search.take();
}

} // namespace tokensmith::tokens
