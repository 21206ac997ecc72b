// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "core/tokens/findings.h"
#include "core/tokens/search/timetest.h"
#include "core/tokens/search/trait.h"

namespace tokensmith::search {

/** What finding and sorting need of a token, in few bytes. Times are moments of timetest.h. */
struct TokenFacts
{
    qint64 expires = kNeverEnds;
    qint64 lastUsed = kNeverWas;
    qint64 issued = kNeverWas; ///< also: not known
    qint64 notBefore = kNeverWas;
    quint32 owner = 0; ///< number in TokenIndex::ownerNames()
    model::TokenStatus status = model::TokenStatus::Unknown;
    bool anyAddress = false; ///< no limit on addresses, or one that lets every address in
};

/** What the rules of core/tokens/findings.h say of a token, in few bytes. */
struct FindingSummary
{
    quint16 count = 0;
    model::Severity worst = model::Severity::Low;
    bool isBroad = false;

    bool operator==(const FindingSummary &) const = default;
};

[[nodiscard]] TokenFacts factsOf(const model::Token &token, quint32 owner);
[[nodiscard]] FindingSummary summaryOf(const std::vector<model::Finding> &findings);

/** Judges many tokens at one moment. */
class TraitJudge
{
public:
    explicit TraitJudge(const QDateTime &now, const tokens::FindingThresholds &thresholds = {});

    [[nodiscard]] model::EffectiveStatus status(const TokenFacts &facts) const;
    [[nodiscard]] Traits traits(const TokenFacts &facts, const FindingSummary &findings) const;

private:
    [[nodiscard]] bool isUnused(const TokenFacts &facts) const;

    qint64 m_now;
    qint64 m_expiringUntil; ///< included
    qint64 m_unusedSince;   ///< included
    qint64 m_neverUsedSince;
};

} // namespace tokensmith::search
