// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QDateTime>
#include <QHash>

namespace tokensmith::sandbox {

/**
 * Cloudflare's request budget: so many in five minutes per token; who goes beyond is blocked for five minutes. The
 * window starts with its first request.
 */
class RateLimiter
{
public:
    explicit RateLimiter(qsizetype perWindow);

    struct Verdict
    {
        qsizetype remaining;
        qint64 resetSeconds; ///< until the window, or the block, ends
        bool blocked;
    };
    /** Counts one request of that key. */
    [[nodiscard]] Verdict count(const QString &key, const QDateTime &now);

    /** The two Ratelimit headers, and Retry-After when blocked. */
    [[nodiscard]] http::HeaderList headers(const Verdict &verdict) const;

private:
    struct Window
    {
        QDateTime end;
        qsizetype used = 0;
    };
    qsizetype m_perWindow;
    QHash<QString, Window> m_windows;
};

} // namespace tokensmith::sandbox
