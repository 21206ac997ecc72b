// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/ratelimiter.h"

namespace tokensmith::sandbox {

namespace {

constexpr qint64 kWindowSeconds = 300;

} // namespace

RateLimiter::RateLimiter(qsizetype perWindow)
    : m_perWindow(perWindow)
{
}

RateLimiter::Verdict RateLimiter::count(const QString &key, const QDateTime &now)
{
    Window &window = m_windows[key];
    if (!window.end.isValid() || window.end <= now)
        window = {.end = now.addSecs(kWindowSeconds)};
    ++window.used;
    if (window.used == m_perWindow + 1)
        window.end = now.addSecs(kWindowSeconds);
    return {.remaining = std::max<qsizetype>(0, m_perWindow - window.used),
            .resetSeconds = now.secsTo(window.end),
            .blocked = window.used > m_perWindow};
}

http::HeaderList RateLimiter::headers(const Verdict &verdict) const
{
    http::HeaderList headers{{"Ratelimit", "\"default\";r=" + QByteArray::number(verdict.remaining)
                                               + ";t=" + QByteArray::number(verdict.resetSeconds)},
                             {"Ratelimit-Policy", "\"default\";q=" + QByteArray::number(m_perWindow)
                                                      + ";w=" + QByteArray::number(kWindowSeconds)}};
    if (verdict.blocked)
        headers.append({"Retry-After", QByteArray::number(verdict.resetSeconds)});
    return headers;
}

} // namespace tokensmith::sandbox
