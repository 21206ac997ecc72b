// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clientregistry.h"
#include "core/mcp/jsonrpc.h"

namespace tokensmith::mcp {

/**
 * What a message says of its client: of revision 2026-07-28 in its `_meta`, before that in initialize and then only by
 * the header MCP-Protocol-Version. What is not said stays empty.
 */
[[nodiscard]] clients::Sighting sightingOf(const Message &message, const QByteArray &versionHeader);

} // namespace tokensmith::mcp
