// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"

#include <QTimeZone>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

inline QDateTime activityNow()
{
    return QDateTime(QDate(2026, 11, 23), QTime(10, 30), Qt::UTC);
}

struct Sample
{
    int day = 0; ///< before today
    QTime time;
    QString client;
    QString operation;
    QString token = {};
    audit::CallRow::Outcome outcome = audit::CallRow::Outcome::Done;
    audit::CallRow::Verdict verdict = audit::CallRow::Verdict::NotAsked;
    QString error = {};
    QString code = {};
};

inline audit::Activity activityFrom(const Sample &sample, qint64 number)
{
    const QDateTime time(activityNow().date().addDays(-sample.day), sample.time, Qt::UTC);
    audit::Activity activity{.key = u"k%1"_s.arg(number)};
    const bool isRead = sample.operation.startsWith(u"list"_s) || sample.operation == u"preview_token"_s;
    if (!isRead) {
        audit::Entry entry{.time = time,
                           .operation = sample.operation,
                           .tokenId = sample.token.isEmpty() ? QString() : u"ed17574386854bf78a67040be0a770b0"_s,
                           .tokenName = sample.token,
                           .error = sample.error,
                           .code = sample.code,
                           .client = sample.client,
                           .correlationId = sample.client.isEmpty() ? QString() : u"0b7f4d2e-91c8-4c2a"_s,
                           .cfRay = u"8f1d22c07a4be3b1-HAM"_s};
        if (sample.outcome != audit::CallRow::Outcome::Done)
            entry.outcome = audit::Entry::Outcome::Failed;
        activity.entries.push_back({.number = number, .entry = entry});
    }
    if (!sample.client.isEmpty()) {
        activity.call = audit::CallRow{
            .id = number,
            .ended = time,
            .client = sample.client,
            .tool = sample.operation,
            .callClass = isRead ? u"read"_s : u"create"_s,
            .outcome = sample.outcome,
            .error = sample.error,
            .code = sample.code,
            .took = std::chrono::milliseconds(312),
            .waited = std::chrono::milliseconds(sample.verdict == audit::CallRow::Verdict::NotAsked ? 0 : 14'000),
            .verdict = sample.verdict,
            .correlationId = u"0b7f4d2e-91c8-4c2a"_s,
            .effect = sample.verdict == audit::CallRow::Verdict::NotAsked
                          ? QString()
                          : u"Makes a token that can edit DNS records in lantern.example for 6 hours."_s,
            .arguments = uR"({"expiresIn":"6h","name":"claude-dns-trial","permissions":["DNS Write"]})"_s};
    }
    return activity;
}

/** Newest first, of every ending; the numbers go down from 2 318. */
inline std::vector<audit::Activity> sampleActivity()
{
    using Outcome = audit::CallRow::Outcome;
    using Verdict = audit::CallRow::Verdict;
    const QList<Sample> samples{
        {0,
         {10, 19, 31},
         u"Claude Desktop"_s,
         u"create_token"_s,
         {},
         Outcome::Refused,
         Verdict::Denied,
         u"A person said no to create_token. Nothing was done."_s,
         u"permission_denied"_s},
        {0,
         {10, 12, 6},
         u"Claude Desktop"_s,
         u"revoke_token"_s,
         u"terraform-main"_s,
         Outcome::Refused,
         Verdict::NotAsked,
         u"This key may not revoke tokens."_s,
         u"permission_denied"_s},
        {0, {10, 2, 14}, {}, u"rotate_token"_s, u"deploy-workers-prod"_s},
        {0, {9, 51, 40}, u"Claude Code"_s, u"create_token"_s, u"claude-dns-trial"_s, Outcome::Done, Verdict::Approved},
        {0, {9, 51, 2}, u"Claude Code"_s, u"preview_token"_s},
        {0,
         {8, 0, 19},
         u"Claude Code"_s,
         u"roll_token"_s,
         u"ci-dns-preview"_s,
         Outcome::Failed,
         Verdict::NotAsked,
         u"Cloudflare can't be reached."_s,
         u"unavailable"_s},
        {1, {18, 22, 7}, {}, u"update_token"_s, u"backup-r2-nightly"_s},
        {1,
         {16, 3, 48},
         u"env"_s,
         u"create_token"_s,
         {},
         Outcome::Refused,
         Verdict::NotAsked,
         u"Rate limit exceeded. Try again in 12s"_s,
         u"rate_limited"_s},
        {1, {16, 3, 47}, u"env"_s, u"create_token"_s, u"preview-1187"_s},
        {3, {11, 15, 30}, u"env"_s, u"list_tokens"_s},
    };
    std::vector<audit::Activity> activities;
    qint64 number = 2318;
    for (const Sample &sample : samples)
        activities.push_back(activityFrom(sample, number--));
    return activities;
}

} // namespace tokensmith::test
