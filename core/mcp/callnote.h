// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callguard.h"
#include "core/mcp/outcome.h"

#include <QElapsedTimer>

namespace tokensmith::mcp {

/**
 * What is noted of one call while it runs, told to CallGuard::onEnded when it ends; only the first end counts. Made
 * when the call comes in. Shared by the coroutines of the call, which may go on after its client got a handle.
 */
class CallNote
{
public:
    /** `guard` outlives it. `tool` null: there is none of the name that was called. */
    CallNote(const CallGuard &guard, const Tool *tool, CallContext context, QJsonObject arguments);

    /** A person is asked from now on, and told this. */
    void asked(const std::vector<clients::ApprovalWords> &effect);
    void answered(const clients::ApprovalAnswer &answer);

    void done(const ToolOutcome &outcome);
    void refused(const base::Error &error);
    void failed(const base::Error &error);

private:
    void end(EndedCall::Outcome outcome, const std::optional<base::Error> &error, const QJsonObject &structured);

    const CallGuard &m_guard;
    const Tool *m_tool;
    const CallContext m_context;
    const QJsonObject m_arguments;
    QStringList m_effect;
    std::optional<clients::ApprovalAnswer::Verdict> m_verdict;
    QElapsedTimer m_running;
    QElapsedTimer m_waiting; ///< invalid: nobody is asked
    std::chrono::milliseconds m_waited{};
    bool m_ended = false;
};

} // namespace tokensmith::mcp
