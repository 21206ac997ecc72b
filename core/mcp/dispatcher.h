// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/legacyera.h"
#include "core/mcp/toolcaller.h"
#include "core/mcp/toolregistry.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * The protocol engine: one POST body in, one answer out. It reads the message, picks the era, has the era answer, and
 * writes the reply with its HTTP status. No sockets, no state between calls. Owns the tools; outlives every call.
 */
class Dispatcher
{
public:
    explicit Dispatcher(ToolRegistry tools, CallGuard guard = {});
    Dispatcher(const Dispatcher &) = delete;
    Dispatcher &operator=(const Dispatcher &) = delete;

    /**
     * Requests: 200; 400 for what is not a message of an offered revision; 429 where the client called too often.
     * Notifications, responses: 202, empty.
     */
    [[nodiscard]] QCoro::Task<Answer> handle(Call call) const;

    [[nodiscard]] const ToolRegistry &tools() const { return m_tools; }

private:
    const ToolRegistry m_tools;
    const ToolCaller m_caller;
    const LegacyEra m_legacy;
};

} // namespace tokensmith::mcp
