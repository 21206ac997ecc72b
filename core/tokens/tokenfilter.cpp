// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenfilter.h"

#include "core/model/expiry.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/** How long "30d" is, in seconds from now; nothing for an empty text. */
base::Result<std::optional<qint64>> spanFrom(const QString &text, const QString &field, const QDateTime &now)
{
    if (text.isEmpty())
        return std::nullopt;
    const base::Result<std::optional<QDateTime>> end = model::expiryAfter(text, now);
    if (end && *end)
        return now.secsTo(**end);
    const QString why = end ? u"\"%1\" is no length of time."_s.arg(text) : end.error().message;
    return base::fail({.code = Error::Code::InvalidArgument, .message = u"%1: %2"_s.arg(field, why), .field = field});
}

bool isUnused(const model::Token &token, const QDateTime &since)
{
    if (token.lastUsedOn)
        return *token.lastUsedOn < since;
    return !token.issuedOn || *token.issuedOn < since;
}

} // namespace

bool FilterWords::isEmpty() const
{
    return status.isEmpty() && expiresWithin.isEmpty() && unusedFor.isEmpty() && nameContains.isEmpty();
}

QStringList statusWords()
{
    return {u"active"_s, u"not_yet_active"_s, u"disabled"_s, u"expired"_s, u"exposed"_s, u"unknown"_s};
}

base::Result<TokenFilter> filterFrom(const FilterWords &words, const QDateTime &now)
{
    TokenFilter filter{.nameContains = words.nameContains};
    if (!words.status.isEmpty()) {
        const qsizetype index = statusWords().indexOf(words.status);
        if (index < 0) {
            return base::fail({.code = Error::Code::InvalidArgument,
                               .message = u"status must be one of %1."_s.arg(statusWords().join(u", "_s)),
                               .field = u"status"_s});
        }
        filter.status = static_cast<model::EffectiveStatus>(index);
    }
    base::Result<std::optional<qint64>> within = spanFrom(words.expiresWithin, u"expiresWithin"_s, now);
    if (!within)
        return base::fail(std::move(within.error()));
    if (*within)
        filter.expiresBefore = now.addSecs(**within);
    base::Result<std::optional<qint64>> unused = spanFrom(words.unusedFor, u"unusedFor"_s, now);
    if (!unused)
        return base::fail(std::move(unused.error()));
    if (*unused)
        filter.unusedSince = now.addSecs(-**unused);
    return filter;
}

bool matches(const model::Token &token, const TokenFilter &filter, const QDateTime &now)
{
    if (filter.status && model::effectiveStatus(token, now) != *filter.status)
        return false;
    if (filter.expiresBefore
        && (!token.expiresOn || *token.expiresOn <= now || *token.expiresOn > *filter.expiresBefore))
        return false;
    if (filter.unusedSince && !isUnused(token, *filter.unusedSince))
        return false;
    return filter.nameContains.isEmpty() || token.name.contains(filter.nameContains, Qt::CaseInsensitive);
}

} // namespace tokensmith::tokens
