// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httplimits.h"
#include "core/http/httpmessage.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace tokensmith::http {

/**
 * An HTTP/1.1 server on loopback only (127.0.0.1, and ::1 where the machine has it), on one thread.
 *
 * Every byte passes a strict guard before Qt's HTTP code sees a request: framing by Boost.Beast with the limits above,
 * one request in flight per connection, keep-alive, HEAD, `Expect: 100-continue`. A malformed request gets one answer
 * and the connection is closed. Handlers may answer late or never; a client that hung up is no harm.
 */
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    /** Looks at a request before its body is read; an answer refuses it then and there. */
    using HeaderHook = std::function<std::optional<HttpReply>(const HttpRequest &)>;
    /** Words a refusal of the server's own (400, 408, 413, …) for the request as far as it was read. */
    using RefusalHook = std::function<HttpReply(int status, const HttpRequest &)>;

    struct Options
    {
        HttpLimits limits = {};
        HeaderHook onHeader = {};   ///< optional
        RefusalHook onRefusal = {}; ///< optional; without it: the status in plain text
        HttpHandler handler;        ///< required
    };

    explicit HttpServer(Options options, QObject *parent = nullptr);
    ~HttpServer() override;

    /**
     * Listens on `port` (0: any free one) and returns the port. Errors: Unavailable with a sentence that names the
     * port, and the program that has it where the system tells.
     */
    [[nodiscard]] base::Result<quint16> listen(quint16 port);

    /** Stops listening, tells every running handler its client is gone and closes all connections. */
    void close();

    [[nodiscard]] quint16 port() const; ///< 0: not listening
    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] int inFlightCount() const; ///< requests whose handler has not answered yet

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokensmith::http
