// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class Accounts;
class ConnectionService;
} // namespace tokensmith::tokens

namespace tokensmith::mcp {

/** `list_accounts`: {count, accounts: [{id, name, type}]}, cut down to the operator's allow list. */
[[nodiscard]] Tool listAccountsTool(tokens::ConnectionService &connection, tokens::Accounts &accounts);

/** `get_account`: {id, name, type, settings} of an account that is allowed. */
[[nodiscard]] Tool getAccountTool(tokens::ConnectionService &connection, tokens::Accounts &accounts);

} // namespace tokensmith::mcp
