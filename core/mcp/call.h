// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/clients/clientkeys.h"
#include "core/mcp/jsonrpc.h"

#include <QByteArray>

namespace tokensmith::mcp {

/** One POST to the MCP endpoint, authenticated, as the transport hands it over. Values only. */
struct Call
{
    QByteArray body;
    QByteArray protocolVersion = {}; ///< the MCP-Protocol-Version header; null where it is absent
    clients::ClientIdentity client = {};
    QByteArray correlationId = {};
    base::CancelToken cancel = {}; ///< cancelled when the client hangs up
};

/** What the transport sends back: a JSON body, or none with 202. */
struct Answer
{
    int httpStatus = 200;
    QByteArray body = {};
    Headers headers = {};
};

} // namespace tokensmith::mcp
