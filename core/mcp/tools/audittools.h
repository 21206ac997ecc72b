// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class TokenAudit;
}

namespace tokensmith::mcp {

/**
 * `audit_tokens`: {count, findings, unread, summary}. Findings are sorted by severity and cut off at `limit`;
 * `summary.omitted` counts the rest. `unread` names lists of which nothing is known.
 */
[[nodiscard]] Tool auditTokensTool(tokens::TokenAudit &audit);

} // namespace tokensmith::mcp
