// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/findings.h"

#include "core/tokens/findingrule.h"

#include <array>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using model::EffectiveStatus;
using model::Finding;
using model::Fix;
using model::Severity;

namespace {

constexpr auto kNearQuota = "near-quota"_L1;

std::array<std::span<const FindingRule>, 2> registry()
{
    return {lifetimeRules(), accessRules()};
}

bool isUsable(EffectiveStatus status)
{
    switch (status) {
    case EffectiveStatus::Active:
    case EffectiveStatus::NotYetActive:
    case EffectiveStatus::Disabled:
    case EffectiveStatus::Unknown:
        return true;
    case EffectiveStatus::Expired:
    case EffectiveStatus::Exposed:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<Finding> findingsOf(const model::Token &token, const FindingContext &context)
{
    const bool usable = isUsable(model::effectiveStatus(token, context.now));
    std::vector<Finding> findings;
    for (const std::span<const FindingRule> rules : registry()) {
        for (const FindingRule &rule : rules) {
            if (rule.looks == FindingRule::Looks::AtUsable && !usable)
                continue;
            std::optional<Verdict> verdict = rule.judge(token, context);
            if (!verdict)
                continue;
            findings.push_back({.rule = rule.id,
                                .severity = verdict->severity,
                                .title = std::move(verdict->title),
                                .sentence = std::move(verdict->sentence),
                                .fix = verdict->fix,
                                .owner = token.owner,
                                .tokenId = token.id,
                                .tokenName = token.name});
        }
    }
    return findings;
}

std::vector<Finding> quotaFindings(const OwnerCount &count, const FindingContext &context)
{
    const bool ofUser = count.owner.kind == model::Owner::Kind::User;
    const int quota = ofUser ? context.thresholds.userQuota : context.thresholds.accountQuota;
    if (count.tokens > quota || count.tokens * 100 < quota * context.thresholds.quotaPercent)
        return {};
    const QString name = ofUser                ? FindingWords::tr("You")
                         : context.accountName ? context.accountName(count.owner.accountId)
                                               : count.owner.accountId;
    const bool full = count.tokens == quota;
    return {{.rule = kNearQuota,
             .severity = full ? Severity::High : Severity::Medium,
             .title = full ? FindingWords::tr("No room for another token") : FindingWords::tr("Nearly out of tokens"),
             .sentence = FindingWords::tr("%1: %2 of %3 tokens. A rotation needs room for one more for a while.")
                             .arg(name, QString::number(count.tokens), QString::number(quota)),
             .fix = Fix::Revoke,
             .owner = count.owner}};
}

QStringList findingRules()
{
    QStringList ids;
    for (const std::span<const FindingRule> rules : registry()) {
        for (const FindingRule &rule : rules)
            ids.append(rule.id);
    }
    return ids << kNearQuota;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return u"low"_s;
    case Severity::Medium:
        return u"medium"_s;
    case Severity::High:
        return u"high"_s;
    }
    Q_UNREACHABLE();
}

QString fixName(Fix fix)
{
    switch (fix) {
    case Fix::Rotate:
        return u"rotate"_s;
    case Fix::Roll:
        return u"roll"_s;
    case Fix::SetExpiry:
        return u"set-expiry"_s;
    case Fix::LimitAddresses:
        return u"limit-addresses"_s;
    case Fix::Narrow:
        return u"narrow"_s;
    case Fix::Revoke:
        return u"revoke"_s;
    }
    Q_UNREACHABLE();
}

QString fixWords(Fix fix)
{
    switch (fix) {
    case Fix::Rotate:
        return FindingWords::tr("Rotate…");
    case Fix::Roll:
        return FindingWords::tr("Roll secret…");
    case Fix::SetExpiry:
        return FindingWords::tr("Set expiry…");
    case Fix::LimitAddresses:
        return FindingWords::tr("Limit…");
    case Fix::Narrow:
        return FindingWords::tr("Choose…");
    case Fix::Revoke:
        return FindingWords::tr("Revoke…");
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::tokens
