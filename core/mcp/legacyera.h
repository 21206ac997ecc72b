// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/jsonrpc.h"
#include "core/mcp/toolcaller.h"

namespace tokensmith::mcp {

/**
 * The methods of revisions 2025-06-18 and 2025-11-25, without state: `initialize` is answered and not required.
 * Source: the specification's pages "Lifecycle", "Tools" and "Transports" of both revisions.
 */
class LegacyEra
{
public:
    /** Both outlive this and every running call. */
    LegacyEra(const ToolRegistry &tools, const ToolCaller &caller);

    /** The result of one request; `message.kind` is Request. */
    [[nodiscard]] QCoro::Task<RpcResult> handle(Message message, Call call) const;

private:
    [[nodiscard]] RpcResult listTools(const QJsonValue &params) const;

    const ToolRegistry &m_tools;
    const ToolCaller &m_caller;
};

} // namespace tokensmith::mcp
