// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/auditing.h"

#include <QJsonDocument>

#include <cstdio>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using audit::Entry;

namespace {

QString wordFor(const model::Owner &owner)
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return u"user"_s;
    case model::Owner::Kind::Account:
        return u"account"_s;
    }
    Q_UNREACHABLE();
}

using audit::CallRow;
using clients::ApprovalAnswer;

CallRow::Outcome outcomeFor(mcp::EndedCall::Outcome outcome)
{
    switch (outcome) {
    case mcp::EndedCall::Outcome::Done:
        return CallRow::Outcome::Done;
    case mcp::EndedCall::Outcome::Refused:
        return CallRow::Outcome::Refused;
    case mcp::EndedCall::Outcome::Failed:
        return CallRow::Outcome::Failed;
    }
    Q_UNREACHABLE();
}

/** Nobody was asked where there was nobody, or no room to ask. */
CallRow::Verdict verdictFor(ApprovalAnswer::Verdict verdict)
{
    switch (verdict) {
    case ApprovalAnswer::Verdict::Approved:
        return CallRow::Verdict::Approved;
    case ApprovalAnswer::Verdict::ApprovedInline:
        return CallRow::Verdict::ApprovedInline;
    case ApprovalAnswer::Verdict::Denied:
        return CallRow::Verdict::Denied;
    case ApprovalAnswer::Verdict::TimedOut:
        return CallRow::Verdict::NoAnswer;
    case ApprovalAnswer::Verdict::Closed:
        return CallRow::Verdict::Closed;
    case ApprovalAnswer::Verdict::TooMany:
    case ApprovalAnswer::Verdict::Unavailable:
        return CallRow::Verdict::NotAsked;
    }
    Q_UNREACHABLE();
}

void putError(Entry &entry, const base::Error &error)
{
    entry.outcome = Entry::Outcome::Failed;
    entry.error = error.message;
    entry.code = base::codeName(error.code);
    entry.cfRay = error.cfRay;
}

} // namespace

Entry entryFor(const tokens::TokenAction &action)
{
    Entry entry{.operation = action.operation,
                .tokenType = wordFor(action.owner),
                .accountId = action.owner.accountId,
                .tokenId = action.tokenId,
                .tokenName = action.tokenName,
                .newTokenId = action.newTokenId,
                .client = action.actor.client,
                .correlationId = QString::fromUtf8(action.actor.correlationId)};
    if (action.error)
        putError(entry, *action.error);
    return entry;
}

Entry entryFor(const mcp::RefusedCall &call)
{
    Entry entry{.operation = call.tool,
                .tokenType = call.arguments.value("type"_L1).toString(),
                .accountId = call.arguments.value("accountId"_L1).toString(),
                .tokenId = call.arguments.value("tokenId"_L1).toString(),
                .tokenName = call.arguments.value("name"_L1).toString(),
                .client = call.context.client.name,
                .correlationId = QString::fromUtf8(call.context.correlationId)};
    putError(entry, call.error);
    return entry;
}

tokens::ActionSink actionSink(audit::AuditLog &log)
{
    return [&log](const tokens::TokenAction &action) { log.add(entryFor(action)); };
}

std::function<void(const mcp::RefusedCall &)> refusalSink(audit::AuditLog &log)
{
    return [&log](const mcp::RefusedCall &call) { log.add(entryFor(call)); };
}

Entry entryFor(const clients::ApprovalRequest &request, const clients::ApprovalAnswer &answer)
{
    Entry entry{.operation = u"approval of "_s + request.tool,
                .client = request.client,
                .correlationId = QString::fromUtf8(request.correlationId)};
    if (!clients::isApproved(answer))
        putError(entry, clients::errorFor(answer, request));
    return entry;
}

std::function<void(const clients::ApprovalRequest &, const clients::ApprovalAnswer &)>
approvalSink(audit::AuditLog &log)
{
    return [&log](const clients::ApprovalRequest &request, const clients::ApprovalAnswer &answer) {
        log.add(entryFor(request, answer));
    };
}

CallRow rowFor(const mcp::EndedCall &call)
{
    CallRow row{.client = call.context.client.name,
                .tool = call.tool,
                .callClass = call.callClass ? clients::wordFor(*call.callClass) : QString(),
                .outcome = outcomeFor(call.outcome),
                .tokenId = call.tokenId,
                .tokenName = call.tokenName,
                .took = call.took,
                .waited = call.waited,
                .verdict = call.verdict ? verdictFor(*call.verdict) : CallRow::Verdict::NotAsked,
                .correlationId = QString::fromUtf8(call.context.correlationId),
                .effect = call.effect.join(u'\n'),
                .arguments = QString::fromUtf8(QJsonDocument(call.arguments).toJson(QJsonDocument::Compact))};
    if (call.error) {
        row.error = call.error->message;
        row.code = base::codeName(call.error->code);
        row.cfRay = call.error->cfRay;
    }
    return row;
}

std::function<void(const mcp::EndedCall &)> callSink(audit::CallLog &log)
{
    return [&log](const mcp::EndedCall &call) { log.add(rowFor(call)); };
}

void writeToStderr(const QByteArray &line)
{
    const QByteArray text = line + '\n'; // in one piece: other lines may be on their way
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
    std::fflush(stderr);
}

} // namespace tokensmith::app
