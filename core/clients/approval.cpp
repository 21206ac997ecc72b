// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/approval.h"

namespace tokensmith::clients {

using namespace Qt::StringLiterals;
using base::Error;
using Verdict = ApprovalAnswer::Verdict;

namespace {

Error refusal(Error::Code code, const QString &message)
{
    return {.code = code, .message = message};
}

QString withReason(const QString &sentence, const QString &reason)
{
    return reason.isEmpty() ? sentence : sentence + u' ' + reason;
}

} // namespace

ApprovalGate::~ApprovalGate() = default;

bool isApproved(const ApprovalAnswer &answer)
{
    switch (answer.verdict) {
    case Verdict::Approved:
    case Verdict::ApprovedInline:
        return true;
    case Verdict::Denied:
    case Verdict::TimedOut:
    case Verdict::TooMany:
    case Verdict::Closed:
    case Verdict::Unavailable:
        return false;
    }
    Q_UNREACHABLE();
}

Error errorFor(const ApprovalAnswer &answer, const ApprovalRequest &request)
{
    const QString &reason = answer.reason;
    switch (answer.verdict) {
    case Verdict::Approved:
    case Verdict::ApprovedInline:
        break;
    case Verdict::Denied:
        return refusal(
            Error::Code::PermissionDenied,
            withReason(u"A person said no to %1. Nothing was done. Don't ask again unasked."_s.arg(request.tool),
                       reason));
    case Verdict::TimedOut:
        return refusal(
            Error::Code::Timeout,
            withReason(u"Nobody answered in Tokensmith's window in time, so %1 was not run."_s.arg(request.tool),
                       reason));
    case Verdict::TooMany:
        return refusal(Error::Code::RateLimited,
                       withReason(u"Too many calls wait for a person already. Nothing was done: wait until those are "
                                  "answered in Tokensmith's window."_s,
                                  reason));
    case Verdict::Closed:
        return refusal(Error::Code::Cancelled, withReason(u"The request was closed. Nothing was done."_s, reason));
    case Verdict::Unavailable:
        return refusal(
            Error::Code::PermissionDenied,
            withReason(u"The key \"%1\" has to ask a person before it may %2 tokens, and nobody can be asked here. "
                       "Nothing was done."_s.arg(request.client, wordFor(request.callClass)),
                       reason));
    }
    return refusal(Error::Code::Internal, u"An approval is no error."_s);
}

QCoro::Task<ApprovalAnswer> DenyingGate::ask(ApprovalRequest, base::CancelToken)
{
    co_return ApprovalAnswer{.verdict = Verdict::Unavailable,
                             .reason = u"To allow it, open Tokensmith's window, choose Clients and set this to Allow "
                                       "for the key; or start the server with MCP_API_KEY, whose key may do all."_s};
}

} // namespace tokensmith::clients
