// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about expiry, use and age.
#include "core/tokens/findingrule.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using model::EffectiveStatus;
using model::Fix;
using model::Severity;
using model::Token;

namespace {

constexpr qint64 kDay = 24 * 60 * 60;
constexpr qint64 kUrgentDays = 7;
constexpr qint64 kShortLife = 2 * kDay; ///< a token made for so short a time is meant to end

QString daysInWords(qint64 days)
{
    return days == 1 ? FindingWords::tr("1 day") : FindingWords::tr("%1 days").arg(days);
}

QString dateInWords(const QDateTime &time)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(time.date(), u"d MMM yyyy"_s);
}

/** True if `time` lies that many whole days back, or more. */
bool isDaysBack(const QDateTime &time, int days, const QDateTime &now)
{
    return time.secsTo(now) >= days * kDay;
}

qint64 daysBack(const QDateTime &time, const QDateTime &now)
{
    return std::max<qint64>(0, time.secsTo(now)) / kDay;
}

QString lastUse(const Token &token, const QDateTime &now)
{
    if (!token.lastUsedOn)
        return FindingWords::tr("It was never used.");
    const qint64 days = daysBack(*token.lastUsedOn, now);
    return days == 0 ? FindingWords::tr("Still in use: within the last day.")
                     : FindingWords::tr("Last used %1 ago.").arg(daysInWords(days));
}

std::optional<Verdict> exposed(const Token &token, const FindingContext &context)
{
    if (model::effectiveStatus(token, context.now) != EffectiveStatus::Exposed)
        return std::nullopt;
    return Verdict{
        Severity::High, FindingWords::tr("Its secret was found in public"),
        FindingWords::tr("Cloudflare has stopped it. Roll it to get a new secret, and take the old one out of "
                         "where it leaked."),
        Fix::Roll};
}

std::optional<Verdict> expired(const Token &token, const FindingContext &context)
{
    if (model::effectiveStatus(token, context.now) != EffectiveStatus::Expired)
        return std::nullopt;
    const QString since =
        token.expiresOn && *token.expiresOn <= context.now
            ? FindingWords::tr("It ended on %1 and is still listed. ").arg(dateInWords(*token.expiresOn))
            : FindingWords::tr("It has ended and is still listed. ");
    return Verdict{Severity::Low, FindingWords::tr("Expired"), since + lastUse(token, context.now), Fix::Revoke};
}

std::optional<Verdict> expiresSoon(const Token &token, const FindingContext &context)
{
    if (!token.expiresOn || token.status == model::TokenStatus::Disabled)
        return std::nullopt;
    const qint64 left = context.now.secsTo(*token.expiresOn);
    const bool madeForShort = token.issuedOn && token.issuedOn->secsTo(*token.expiresOn) < kShortLife;
    if (left > context.thresholds.expiresWithinDays * kDay || madeForShort)
        return std::nullopt;
    const QString title = left < kDay ? FindingWords::tr("Expires within a day")
                                      : FindingWords::tr("Expires in %1").arg(daysInWords(left / kDay));
    const Severity severity = left <= kUrgentDays * kDay ? Severity::High : Severity::Medium;
    if (isBootstrap(token, context)) {
        return Verdict{severity, title,
                       FindingWords::tr("Tokensmith works with this token and stops when it ends, on %1.")
                           .arg(dateInWords(*token.expiresOn)),
                       Fix::SetExpiry};
    }
    return Verdict{severity, title, lastUse(token, context.now), Fix::Rotate};
}

std::optional<Verdict> neverExpires(const Token &token, const FindingContext &)
{
    if (token.expiresOn)
        return std::nullopt;
    return Verdict{Severity::Medium, FindingWords::tr("Never expires"),
                   FindingWords::tr("A secret that leaks unnoticed works for good."), Fix::SetExpiry};
}

std::optional<Verdict> unused(const Token &token, const FindingContext &context)
{
    if (!token.lastUsedOn || !isDaysBack(*token.lastUsedOn, context.thresholds.unusedForDays, context.now))
        return std::nullopt;
    const QString days = daysInWords(daysBack(*token.lastUsedOn, context.now));
    return Verdict{Severity::Medium, FindingWords::tr("Not used for %1").arg(days),
                   FindingWords::tr("Nothing seems to need it any more."), Fix::Revoke};
}

std::optional<Verdict> neverUsed(const Token &token, const FindingContext &context)
{
    if (token.lastUsedOn || !token.issuedOn)
        return std::nullopt;
    const QDateTime usableSince = std::max(*token.issuedOn, token.notBefore.value_or(*token.issuedOn));
    if (!isDaysBack(usableSince, context.thresholds.neverUsedAfterDays, context.now))
        return std::nullopt;
    return Verdict{Severity::Medium, FindingWords::tr("Never used"),
                   FindingWords::tr("It could be used for %1.").arg(daysInWords(daysBack(usableSince, context.now))),
                   Fix::Revoke};
}

/** Cloudflare tells when a token was last changed, not if that was a roll: between the two the age is not known. */
std::optional<Verdict> oldSecret(const Token &token, const FindingContext &context)
{
    const int days = context.thresholds.secretOlderThanDays;
    if (!token.issuedOn || !isDaysBack(*token.issuedOn, days, context.now))
        return std::nullopt;
    const Fix fix = isBootstrap(token, context) ? Fix::Roll : Fix::Rotate;
    const QString issued = FindingWords::tr("Made %1 ago").arg(daysInWords(daysBack(*token.issuedOn, context.now)));
    if (token.modifiedOn && isDaysBack(*token.modifiedOn, days, context.now)) {
        return Verdict{Severity::Medium, FindingWords::tr("Old secret"),
                       FindingWords::tr("%1, and neither rolled nor changed for %2.")
                           .arg(issued, daysInWords(daysBack(*token.modifiedOn, context.now))),
                       fix};
    }
    const QString since = token.modifiedOn
                              ? FindingWords::tr("%1 and changed %2 ago; Cloudflare does not say if that was a roll.")
                                    .arg(issued, daysInWords(daysBack(*token.modifiedOn, context.now)))
                              : FindingWords::tr("%1; Cloudflare does not say if it was rolled since.").arg(issued);
    return Verdict{Severity::Low, FindingWords::tr("The secret may be old"), since, fix};
}

constexpr auto kRules = std::to_array<FindingRule>({
    {"exposed"_L1, exposed, FindingRule::Looks::AtAll},
    {"expired"_L1, expired, FindingRule::Looks::AtAll},
    {"expires-soon"_L1, expiresSoon},
    {"never-expires"_L1, neverExpires},
    {"unused"_L1, unused},
    {"never-used"_L1, neverUsed},
    {"old-secret"_L1, oldSecret},
});

} // namespace

std::span<const FindingRule> lifetimeRules()
{
    return kRules;
}

} // namespace tokensmith::tokens
