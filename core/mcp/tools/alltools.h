// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

#include <vector>

namespace tokensmith::catalog {
class TemplateSet;
}
namespace tokensmith::tokens {
class Accounts;
class ConnectionService;
class TokenChanges;
class TokenAudit;
class TokenService;
class Zones;
} // namespace tokensmith::tokens

namespace tokensmith::mcp {

/** What the tools call. All of it outlives the registry and every running call. */
struct ToolServices
{
    const catalog::TemplateSet &templates;
    tokens::ConnectionService &connection;
    tokens::Accounts &accounts;
    tokens::TokenService &tokens;
    tokens::Zones &zones;
    tokens::TokenChanges &changes;
    tokens::TokenAudit &audit;
};

/** Every tool of the server, in the order `tools/list` shows. */
[[nodiscard]] std::vector<Tool> allTools(const ToolServices &services);

} // namespace tokensmith::mcp
