// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::tokens {
class Accounts;
class ConnectionService;
class Zones;
} // namespace tokensmith::tokens

namespace tokensmith::mcp {

/** What list_zones reads from; outlives it. */
struct ZoneToolServices
{
    tokens::ConnectionService &connection;
    tokens::Accounts &accounts;
    tokens::Zones &zones;
};

/** `list_zones`: {zones: [{id, name, accountId, accountName}], total, returned, more?}, of allowed accounts only. */
[[nodiscard]] Tool listZonesTool(const ZoneToolServices &services);

} // namespace tokensmith::mcp
