// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/tokenfacts.h"

#include <algorithm>
#include <array>

namespace tokensmith::search {

using namespace Qt::StringLiterals;
using model::EffectiveStatus;

namespace {

constexpr qint64 kDay = 86'400'000;

constexpr auto kBroadRules =
    std::to_array<QLatin1StringView>({"everywhere"_L1, "all-zones-of-account"_L1, "many-permissions"_L1});

qint64 momentOr(const std::optional<QDateTime> &time, qint64 never)
{
    return time ? time->toMSecsSinceEpoch() : never;
}

bool isUsable(EffectiveStatus status)
{
    return status != EffectiveStatus::Expired && status != EffectiveStatus::Exposed;
}

Trait traitOf(EffectiveStatus status)
{
    switch (status) {
    case EffectiveStatus::Active:
        return Trait::Active;
    case EffectiveStatus::NotYetActive:
        return Trait::Pending;
    case EffectiveStatus::Disabled:
        return Trait::Disabled;
    case EffectiveStatus::Expired:
        return Trait::Expired;
    case EffectiveStatus::Exposed:
        return Trait::Exposed;
    case EffectiveStatus::Unknown:
        return Trait::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenFacts factsOf(const model::Token &token, quint32 owner)
{
    const QStringList &in = token.condition.in;
    return {.expires = momentOr(token.expiresOn, kNeverEnds),
            .lastUsed = momentOr(token.lastUsedOn, kNeverWas),
            .issued = momentOr(token.issuedOn, kNeverWas),
            .notBefore = momentOr(token.notBefore, kNeverWas),
            .owner = owner,
            .status = token.status,
            .anyAddress = in.isEmpty() || std::any_of(in.begin(), in.end(), [](const QString &range) {
                              return range.endsWith("/0"_L1);
                          })};
}

FindingSummary summaryOf(const std::vector<model::Finding> &findings)
{
    FindingSummary summary{.count = quint16(findings.size())};
    for (const model::Finding &finding : findings) {
        summary.worst = std::max(summary.worst, finding.severity);
        summary.isBroad =
            summary.isBroad || std::find(kBroadRules.begin(), kBroadRules.end(), finding.rule) != kBroadRules.end();
    }
    return summary;
}

TraitJudge::TraitJudge(const QDateTime &now, const tokens::FindingThresholds &thresholds)
    : m_now(now.toMSecsSinceEpoch())
    , m_expiringUntil(m_now + thresholds.expiresWithinDays * kDay)
    , m_unusedSince(m_now - thresholds.unusedForDays * kDay)
    , m_neverUsedSince(m_now - thresholds.neverUsedAfterDays * kDay)
{
}

EffectiveStatus TraitJudge::status(const TokenFacts &facts) const
{
    if (facts.status == model::TokenStatus::Exposed)
        return EffectiveStatus::Exposed;
    if (facts.status == model::TokenStatus::Expired || facts.expires <= m_now)
        return EffectiveStatus::Expired;
    if (facts.status == model::TokenStatus::Disabled)
        return EffectiveStatus::Disabled;
    if (facts.status == model::TokenStatus::Unknown)
        return EffectiveStatus::Unknown;
    return facts.notBefore > m_now ? EffectiveStatus::NotYetActive : EffectiveStatus::Active;
}

Traits TraitJudge::traits(const TokenFacts &facts, const FindingSummary &findings) const
{
    const EffectiveStatus state = status(facts);
    Traits traits = traitOf(state);
    traits.setFlag(Trait::Flagged, findings.count > 0);
    traits.setFlag(Trait::Broad, findings.isBroad);
    if (!isUsable(state))
        return traits;
    traits.setFlag(Trait::Expiring, state != EffectiveStatus::Disabled && facts.expires <= m_expiringUntil);
    traits.setFlag(Trait::Unused, isUnused(facts));
    traits.setFlag(Trait::NoIpLimit, facts.anyAddress);
    traits.setFlag(Trait::NeverExpires, facts.expires == kNeverEnds);
    return traits;
}

bool TraitJudge::isUnused(const TokenFacts &facts) const
{
    if (facts.lastUsed != kNeverWas)
        return facts.lastUsed <= m_unusedSince;
    return facts.issued != kNeverWas && std::max(facts.issued, facts.notBefore) <= m_neverUsedSince;
}

} // namespace tokensmith::search
