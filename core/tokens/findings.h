// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/token.h"

#include <QDateTime>

#include <functional>
#include <vector>

namespace tokensmith::tokens {

/** From where on something is a finding. All counts of days include the day itself: "within 30 days" has day 30. */
struct FindingThresholds
{
    int expiresWithinDays = 30;
    int unusedForDays = 90;
    int neverUsedAfterDays = 7; ///< since it was made, or may be used
    int mostGroups = 20;
    int secretOlderThanDays = 365;
    int userQuota = 50; ///< Cloudflare's limits; an enterprise may have more
    int accountQuota = 500;
    int quotaPercent = 90;
};

/** What the rules know besides the token. */
struct FindingContext
{
    QDateTime now;
    FindingThresholds thresholds = {};
    QString bootstrapTokenId = {};                            ///< the token all this is done with; empty: unknown
    std::function<QString(const QString &)> accountName = {}; ///< by account id; empty: ids are shown
};

/** How many tokens an owner has, of a list that was read to its end. */
struct OwnerCount
{
    model::Owner owner;
    int tokens = 0;
};

/**
 * Everything there is to say about one token: pure rules, in the order of their registry. An expired or exposed token
 * gets that one finding only: nothing else matters until it is rolled or revoked.
 */
[[nodiscard]] std::vector<model::Finding> findingsOf(const model::Token &token, const FindingContext &context);

/**
 * Whether an owner comes near Cloudflare's limit on the number of tokens. Above the usual limit nothing is said: it
 * must have been raised, and to what is not told.
 */
[[nodiscard]] std::vector<model::Finding> quotaFindings(const OwnerCount &count, const FindingContext &context);

/** The id of every rule, in order. */
[[nodiscard]] QStringList findingRules();

/** Stable lower-case words for machines ("medium", "limit-addresses"), and those of a button ("Limit addresses…"). */
[[nodiscard]] QString severityName(model::Severity severity);
[[nodiscard]] QString fixName(model::Fix fix);
[[nodiscard]] QString fixWords(model::Fix fix);

} // namespace tokensmith::tokens
