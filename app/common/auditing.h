// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditlog.h"
#include "core/audit/calllog.h"
#include "core/clients/approval.h"
#include "core/mcp/callguard.h"
#include "core/tokens/action.h"

#include <functional>

/** Joins the audit log, which knows neither tokens nor protocols, to those who act and those who refuse. */
namespace tokensmith::app {

[[nodiscard]] audit::Entry entryFor(const tokens::TokenAction &action);
[[nodiscard]] audit::Entry entryFor(const mcp::RefusedCall &call);

[[nodiscard]] audit::Entry entryFor(const clients::ApprovalRequest &request, const clients::ApprovalAnswer &answer);

/** Sinks that write to `log`, which outlives them. */
[[nodiscard]] tokens::ActionSink actionSink(audit::AuditLog &log);
[[nodiscard]] std::function<void(const mcp::RefusedCall &)> refusalSink(audit::AuditLog &log);

/** A sink for AskedCalls: each answer of a person, or why there was none. `log` outlives it. */
[[nodiscard]] std::function<void(const clients::ApprovalRequest &, const clients::ApprovalAnswer &)>
approvalSink(audit::AuditLog &log);

[[nodiscard]] audit::CallRow rowFor(const mcp::EndedCall &call);

/** A sink for CallGuard; `log` outlives it. */
[[nodiscard]] std::function<void(const mcp::EndedCall &)> callSink(audit::CallLog &log);

/** Writes each audit line to stderr as it is; a function for AuditLog::Parts::mirror. */
void writeToStderr(const QByteArray &line);

} // namespace tokensmith::app
