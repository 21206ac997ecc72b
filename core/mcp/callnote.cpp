// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/callnote.h"

#include "core/mcp/shownarguments.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using std::chrono::milliseconds;

/** What a tool made or changed, as far as its result says so. */
QJsonObject targetOf(const QJsonObject &structured)
{
    const QJsonValue replacement = structured.value("newToken"_L1);
    return replacement.isObject() ? replacement.toObject() : structured;
}

QStringList shownLines(const QStringList &lines)
{
    QStringList shown;
    for (const QString &line : lines)
        shown += shownText(line);
    return shown;
}

} // namespace

CallNote::CallNote(const CallGuard &guard, const Tool *tool, CallContext context, QJsonObject arguments)
    : m_guard(guard)
    , m_tool(tool)
    , m_context(std::move(context))
    , m_arguments(std::move(arguments))
{
    m_running.start();
}

void CallNote::asked(const std::vector<clients::ApprovalWords> &effect)
{
    for (const clients::ApprovalWords &words : effect)
        m_effect.append((words.lead + u' ' + words.text).trimmed());
    m_waiting.start();
}

void CallNote::answered(const clients::ApprovalAnswer &answer)
{
    m_verdict = answer.verdict;
    if (m_waiting.isValid())
        m_waited = milliseconds(m_waiting.elapsed());
}

void CallNote::done(const ToolOutcome &outcome)
{
    const auto *result = std::get_if<ContentResult>(&outcome);
    // A tool that brings the result of another call has done its part, whatever that result says.
    const bool isBad =
        result && result->kind == ContentResult::Kind::Error && m_tool && m_tool->approval == Tool::Approval::ByPolicy;
    end(isBad ? EndedCall::Outcome::Failed : EndedCall::Outcome::Done, {},
        result ? result->structured.value_or(QJsonObject()) : QJsonObject());
}

void CallNote::refused(const base::Error &error)
{
    end(EndedCall::Outcome::Refused, error, {});
}

void CallNote::failed(const base::Error &error)
{
    end(EndedCall::Outcome::Failed, error, {});
}

void CallNote::end(EndedCall::Outcome outcome, const std::optional<base::Error> &error, const QJsonObject &structured)
{
    if (std::exchange(m_ended, true) || !m_guard.onEnded)
        return;
    const QJsonObject shown = m_tool ? shownArguments(*m_tool, m_arguments) : QJsonObject();
    EndedCall call{.tool = m_tool ? m_tool->name : shownText(m_arguments.value("name"_L1).toString()),
                   .context = m_context,
                   .arguments = shown,
                   .outcome = outcome,
                   .error = error,
                   .tokenId = shown.value("tokenId"_L1).toString(),
                   .tokenName = shown.value("name"_L1).toString(),
                   .took = milliseconds(m_running.elapsed()) - m_waited,
                   .waited = m_waited,
                   .verdict = m_verdict,
                   .effect = shownLines(m_effect)};
    if (m_tool)
        call.callClass = m_tool->toolClass;
    const QJsonObject target = targetOf(structured);
    if (call.tokenId.isEmpty())
        call.tokenId = shownText(target.value("id"_L1).toString());
    if (call.tokenName.isEmpty())
        call.tokenName = shownText(target.value("name"_L1).toString());
    m_guard.onEnded(call);
}

} // namespace tokensmith::mcp
