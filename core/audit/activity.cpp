// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/activity.h"

#include <algorithm>

namespace tokensmith::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kApproval{"approval of "};

bool isApproval(const NumberedEntry &entry)
{
    return entry.entry.operation.startsWith(kApproval);
}

/** The first that is not empty among the call's text and those of the entries. */
QString textOf(const Activity &activity, QString CallRow::*ofCall, QString Entry::*ofEntry)
{
    if (activity.call && !(*activity.call.*ofCall).isEmpty())
        return *activity.call.*ofCall;
    for (const NumberedEntry &entry : activity.entries) {
        if (!(entry.entry.*ofEntry).isEmpty())
            return entry.entry.*ofEntry;
    }
    return {};
}

Ending endingOf(const CallRow &call)
{
    switch (call.verdict) {
    case CallRow::Verdict::Denied:
    case CallRow::Verdict::NoAnswer:
    case CallRow::Verdict::Closed:
        return Ending::Denied;
    case CallRow::Verdict::NotAsked:
    case CallRow::Verdict::Approved:
    case CallRow::Verdict::ApprovedInline:
        break;
    }
    switch (call.outcome) {
    case CallRow::Outcome::Done:
        return call.verdict == CallRow::Verdict::NotAsked ? Ending::Done : Ending::Approved;
    case CallRow::Outcome::Refused:
        return Ending::Refused;
    case CallRow::Outcome::Failed:
        return Ending::Failed;
    }
    Q_UNREACHABLE();
}

/** An entry says only that it failed: what has no answer of Cloudflare's and one of these codes was our refusal. */
bool isOurRefusal(const Entry &entry)
{
    return entry.cfRay.isEmpty() && !entry.client.isEmpty()
           && (entry.code == base::codeName(base::Error::Code::PermissionDenied)
               || entry.code == base::codeName(base::Error::Code::RateLimited)
               || entry.code == base::codeName(base::Error::Code::Unauthenticated));
}

Ending endingOf(const std::vector<NumberedEntry> &entries)
{
    const auto approval = std::find_if(entries.begin(), entries.end(), isApproval);
    const auto act = std::find_if_not(entries.begin(), entries.end(), isApproval);
    const bool asked = approval != entries.end();
    if (asked && approval->entry.outcome == Entry::Outcome::Failed)
        return Ending::Denied;
    if (act == entries.end() || act->entry.outcome == Entry::Outcome::Done)
        return asked ? Ending::Approved : Ending::Done;
    return isOurRefusal(act->entry) ? Ending::Refused : Ending::Failed;
}

} // namespace

Ending endingOf(const Activity &activity)
{
    return activity.call ? endingOf(*activity.call) : endingOf(activity.entries);
}

ActivityKind kindOf(const Activity &activity)
{
    switch (endingOf(activity)) {
    case Ending::Done:
        return activity.entries.empty() && activity.call && activity.call->callClass == "read"_L1
                   ? ActivityKind::Read
                   : ActivityKind::Change;
    case Ending::Approved:
    case Ending::Denied:
        return ActivityKind::Approval;
    case Ending::Refused:
        return ActivityKind::Refusal;
    case Ending::Failed:
        return ActivityKind::Failure;
    }
    Q_UNREACHABLE();
}

QDateTime timeOf(const Activity &activity)
{
    if (activity.call)
        return activity.call->ended;
    return activity.entries.empty() ? QDateTime() : activity.entries.front().entry.time;
}

QString clientOf(const Activity &activity)
{
    return textOf(activity, &CallRow::client, &Entry::client);
}

QString operationOf(const Activity &activity)
{
    QString operation = textOf(activity, &CallRow::tool, &Entry::operation);
    return operation.startsWith(kApproval) ? operation.mid(kApproval.size()) : operation;
}

QString tokenIdOf(const Activity &activity)
{
    return textOf(activity, &CallRow::tokenId, &Entry::tokenId);
}

QString tokenNameOf(const Activity &activity)
{
    // What the log says was read from Cloudflare; the call has what the client wrote.
    for (const NumberedEntry &entry : activity.entries) {
        if (!entry.entry.tokenName.isEmpty())
            return entry.entry.tokenName;
    }
    return activity.call ? activity.call->tokenName : QString();
}

QString newTokenIdOf(const Activity &activity)
{
    for (const NumberedEntry &entry : activity.entries) {
        if (!entry.entry.newTokenId.isEmpty())
            return entry.entry.newTokenId;
    }
    return {};
}

QString cfRayOf(const Activity &activity)
{
    return textOf(activity, &CallRow::cfRay, &Entry::cfRay);
}

QString correlationOf(const Activity &activity)
{
    return textOf(activity, &CallRow::correlationId, &Entry::correlationId);
}

QString errorOf(const Activity &activity)
{
    return textOf(activity, &CallRow::error, &Entry::error);
}

QString codeOf(const Activity &activity)
{
    return textOf(activity, &CallRow::code, &Entry::code);
}

bool matches(const Activity &activity, const QString &text)
{
    if (text.isEmpty())
        return true;
    const auto has = [&text](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return has(operationOf(activity)) || has(clientOf(activity)) || has(tokenNameOf(activity))
           || has(tokenIdOf(activity)) || has(newTokenIdOf(activity)) || has(cfRayOf(activity))
           || has(correlationOf(activity));
}

QString keyOf(const NumberedEntry &entry)
{
    const Entry &one = entry.entry;
    if (one.client.isEmpty() || one.correlationId.isEmpty())
        return u"entry "_s + QString::number(entry.number);
    return one.client + u'\n' + one.correlationId;
}

QString keyOf(const CallRow &call)
{
    if (call.correlationId.isEmpty())
        return u"call "_s + QString::number(call.id);
    return call.client + u'\n' + call.correlationId;
}

} // namespace tokensmith::audit
