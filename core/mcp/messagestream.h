// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokensmith::mcp {

/**
 * Where messages go that a client gets while its call runs: progress, logging, changes. Implemented by the transport
 * (an event stream on HTTP), shared by all who may still send. Once something was sent, the answer's body is the last
 * message of the stream. Sending after the client is gone, or after the answer, is harmless. One thread.
 */
class MessageStream
{
public:
    MessageStream() = default;
    virtual ~MessageStream() = default;
    Q_DISABLE_COPY_MOVE(MessageStream)

    /** Sends one complete JSON-RPC message at once. */
    virtual void send(const QByteArray &message) = 0;
};

} // namespace tokensmith::mcp
