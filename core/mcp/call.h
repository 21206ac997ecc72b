// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/clients/clientkeys.h"
#include "core/mcp/jsonrpc.h"
#include "core/mcp/messagestream.h"

#include <QByteArray>

#include <memory>

namespace tokensmith::mcp {

/** One POST to the MCP endpoint, authenticated, as the transport hands it over. */
struct Call
{
    QByteArray body;
    Headers headers = {}; ///< as sent, without those that carry credentials
    clients::ClientIdentity client = {};
    QByteArray correlationId = {};
    base::CancelToken cancel = {};                   ///< cancelled when the client hangs up
    std::shared_ptr<MessageStream> stream = nullptr; ///< null: the client takes one JSON answer only

    /** The value of the header of that name (in any case), or a null array. A doubled one is joined by ", ". */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/** What the transport sends back: a JSON body, or none (202, or a stream that simply ends). */
struct Answer
{
    int httpStatus = 200;
    QByteArray body = {};
    Headers headers = {};
};

} // namespace tokensmith::mcp
