// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditlog.h"
#include "core/mcp/callguard.h"
#include "core/tokens/action.h"

#include <functional>

/** Joins the audit log, which knows neither tokens nor protocols, to those who act and those who refuse. */
namespace tokensmith::app {

[[nodiscard]] audit::Entry entryFor(const tokens::TokenAction &action);
[[nodiscard]] audit::Entry entryFor(const mcp::RefusedCall &call);

/** Sinks that write to `log`, which outlives them. */
[[nodiscard]] tokens::ActionSink actionSink(audit::AuditLog &log);
[[nodiscard]] std::function<void(const mcp::RefusedCall &)> refusalSink(audit::AuditLog &log);

/** Writes each audit line to stderr as it is; a function for AuditLog::Parts::mirror. */
void writeToStderr(const QByteArray &line);

} // namespace tokensmith::app
