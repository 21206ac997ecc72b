// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/clientkeys.h"
#include "core/http/endpointgate.h"
#include "core/http/httplimits.h"
#include "core/http/httpmessage.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace tokensmith::http {

class EventStream;

/** One POST to /mcp by a client whose key was checked. */
struct McpExchange
{
    QByteArray body;
    HeaderList headers; ///< without those that carry credentials
    clients::ClientIdentity client;
    QByteArray correlationId;
    base::CancelToken cancel;                 ///< the client hung up
    std::shared_ptr<EventStream> events = {}; ///< null: the client takes one JSON answer only
};

/**
 * Its answer; an empty body goes with 202. Once events have begun, the body is the last of them (or, empty, there is
 * none), and status and headers count no more.
 */
struct McpAnswer
{
    int status = 200;
    QByteArray body = {}; ///< JSON
    HeaderList headers = {};
};

/**
 * The product's routes: POST /mcp, GET /health, GET /templates, on loopback.
 *
 * Checks, in this order and before a body is read: Host and Origin (403), path (404), method (405), key (401, paused
 * 403; /mcp only), pause (503), content type (415), size (413). Refusals say in one sentence what to do: as a JSON-RPC
 * error on /mcp, else as
 * {"error": …}. Every answer carries X-Correlation-ID and is not to be cached; there are no CORS headers.
 * A call that is still running after HttpLimits::streamAfter begins its event stream with a comment, if it has one.
 */
class McpEndpoint
{
public:
    struct Services
    {
        const clients::ClientKeys &keys; ///< must outlive the endpoint
        std::function<QCoro::Task<McpAnswer>(McpExchange)> mcp;
        std::function<QCoro::Task<HttpReply>()> health;
        std::function<QByteArray()> templates; ///< JSON
    };

    using PauseState = http::PauseState;

    explicit McpEndpoint(Services services, HttpLimits limits = {});
    ~McpEndpoint();
    Q_DISABLE_COPY_MOVE(McpEndpoint)

    /** Listens on `port` (0: any free one); errors as HttpServer::listen(). */
    [[nodiscard]] base::Result<quint16> listen(quint16 port);
    /** Where clients connect to; empty when not listening. */
    [[nodiscard]] QUrl url() const;
    /** Stops listening, cancels what runs and closes all connections. A call may still be unwinding: inFlightCount().
     */
    void close();

    void setPaused(PauseState state);
    [[nodiscard]] PauseState pauseState() const;
    [[nodiscard]] int inFlightCount() const; ///< calls whose service has not answered yet

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokensmith::http
