// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace tokensmith::http {

class GuardedTcpServer;
class HttpConnection;

/**
 * The one place that knows QtHttpServer and its versions.
 *
 * Owns the listeners and lets QAbstractHttpServer dispatch each request: Qt sees a clean request line, never a client's
 * byte. Qt 6.5 and later no longer tell handleRequest() the socket, so there requests go to the handler directly;
 * nothing else changes.
 */
class QtHttpAdapter final : public QObject
{
    Q_OBJECT

public:
    /** Called with each connection that has a request waiting. */
    using Dispatch = std::function<void(HttpConnection *)>;

    explicit QtHttpAdapter(Dispatch dispatch, QObject *parent = nullptr);
    ~QtHttpAdapter() override;

    /** Takes a listening server. */
    void bind(std::unique_ptr<GuardedTcpServer> listener);
    void closeListeners();

    /** Watches a connection for requests. */
    void attach(HttpConnection *connection);

private:
    class Server;

    Dispatch m_dispatch;
    std::unique_ptr<Server> m_server; ///< parent of the listeners
    std::vector<GuardedTcpServer *> m_listeners;
};

} // namespace tokensmith::http
