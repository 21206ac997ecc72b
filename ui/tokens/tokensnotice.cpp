// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensnotice.h"

#include "core/base/text.h"
#include "ui/common/errortext.h"
#include "ui/common/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kSecondsUpTo = 90; ///< a longer wait is said in minutes

struct TokensNotice
{
    Q_DECLARE_TR_FUNCTIONS(TokensNotice)
};

QString olderList(const TokenListStatus &status, const QDateTime &now)
{
    if (!status.updatedAt.isValid())
        return {};
    return TokensNotice::tr("Showing the list from %1.").arg(sinceWords(status.updatedAt, now));
}

QString waitWords(const Error &error)
{
    if (!error.retryAfter)
        return TokensNotice::tr("Wait a minute, then try again.");
    return TokensNotice::tr("Try again in %1 s.").arg(error.retryAfter->count());
}

QString inSeconds(const TokenListStatus &status, const QDateTime &now)
{
    if (!status.nextTryAt.isValid() || status.nextTryAt <= now)
        return TokensNotice::tr("Trying again…");
    const qint64 seconds = (now.msecsTo(status.nextTryAt) + 999) / 1000;
    if (seconds > kSecondsUpTo)
        return TokensNotice::tr("Next try in %1 min.").arg((seconds + 59) / 60);
    return TokensNotice::tr("Next try in %1 s.").arg(seconds);
}

MessageContent unreached(const TokenListStatus &status, const Error &error, const QDateTime &now)
{
    QString begin = olderList(status, now);
    if (begin.isEmpty())
        begin = TokensNotice::tr("Check the connection.");
    const QString at = status.nextTryAt.isValid()
                           ? TokensNotice::tr("Next try at %1.").arg(sinceWords(status.nextTryAt, now))
                           : TokensNotice::tr("Trying again…");
    return {.tone = Tone::Warn,
            .title = TokensNotice::tr("Can't reach Cloudflare."),
            .text = begin + u' ' + inSeconds(status, now),
            .icon = u"offline"_s,
            .details = errorDetails(error),
            .spoken = begin + u' ' + at};
}

MessageContent failure(const TokenListStatus &status, const Error &error, const QDateTime &now)
{
    const QString older = olderList(status, now);
    if (isOffline(error))
        return unreached(status, error, now);
    if (error.code == Error::Code::RateLimited)
        return {.tone = Tone::Warn,
                .title = TokensNotice::tr("Cloudflare asks to wait."),
                .text = (older + u' ' + waitWords(error)).trimmed(),
                .icon = u"hour"_s,
                .details = errorDetails(error)};
    return {.tone = Tone::Danger,
            .title = TokensNotice::tr("The tokens could not be read."),
            .text = (base::plainLine(error.message, 300) + u' ' + older).trimmed(),
            .details = errorDetails(error)};
}

QString missingNames(const std::vector<TokenListStatus::Missing> &missing)
{
    QStringList names;
    for (const TokenListStatus::Missing &list : missing)
        names += base::plainLine(list.ownerName, 80);
    constexpr int kNamed = 3;
    if (names.size() <= kNamed)
        return names.join(u", "_s);
    return TokensNotice::tr("%1 and %2 more").arg(names.mid(0, kNamed).join(u", "_s)).arg(names.size() - kNamed);
}

MessageContent partial(const TokenListStatus &status)
{
    QStringList details;
    for (const TokenListStatus::Missing &list : status.missing)
        details += base::plainLine(list.ownerName, 80) + ": "_L1 + errorDetails(list.error);
    const bool allShown = std::all_of(status.missing.begin(), status.missing.end(),
                                      [](const TokenListStatus::Missing &list) { return list.readAt.isValid(); });
    return {.tone = Tone::Warn,
            .title = allShown ? TokensNotice::tr("Some tokens are shown as they were earlier.")
                              : TokensNotice::tr("Some tokens are missing here."),
            .text = TokensNotice::tr("Couldn't read those of %1. %2")
                        .arg(missingNames(status.missing), base::plainLine(status.missing.front().error.message, 300))
                        .trimmed(),
            .details = details.join(u'\n')};
}

} // namespace

std::optional<MessageContent> noticeFor(const TokenListStatus &status, const QDateTime &now)
{
    switch (status.state) {
    case TokenListStatus::State::Empty:
        return std::nullopt;
    case TokenListStatus::State::Loading:
        return isOffline(status) ? std::optional(unreached(status, *status.error, now)) : std::nullopt;
    case TokenListStatus::State::Ready:
        return status.missing.empty() ? std::nullopt : std::optional(partial(status));
    case TokenListStatus::State::Failed:
        return failure(status, status.error.value_or(Error{}), now);
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
