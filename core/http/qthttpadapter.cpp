// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/qthttpadapter.h"

#include "core/http/guardedtcpserver.h"
#include "core/http/httpconnection.h"

/*
 * What Qt's versions ask of this file, by the documentation of QAbstractHttpServer from 6.4 to 6.9:
 *
 * 6.4: handleRequest() and missingHandler() get the QTcpSocket, so that a request leads back to its connection. bind()
 * takes any QTcpServer, becomes its parent and fetches sockets with nextPendingConnection().
 *
 * 6.5: both get a QHttpServerResponder instead (missingHandler() by rvalue). It tells no socket, so that a request
 * can't be joined to its connection.
 *
 * 6.8: missingHandler() gets it by reference. bind() has no default argument and returns false for a server that does
 * not listen; listen() and sslSetup() are gone. HTTP/2 and WebSocket upgrades may come into play, unasked.
 *
 * So only 6.4 lets Qt dispatch. Later versions get the listeners and nothing else: requests go to the handler from
 * here, with the same framing, caps and answers, for those never were Qt's. That part uses QTcpServer and signals only,
 * which are the same in all of them; define TOKENSMITH_HTTP_DIRECT to build and test it with 6.4.
 */
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) && !defined(TOKENSMITH_HTTP_DIRECT)
#    define TOKENSMITH_QT_DISPATCHES
#endif

#ifdef TOKENSMITH_QT_DISPATCHES
#    include "core/http/presentedsocket.h"

#    include <QAbstractHttpServer>
#    include <QHttpServerRequest>
#    include <QPointer>
#endif

namespace tokensmith::http {

#ifdef TOKENSMITH_QT_DISPATCHES

namespace {

QByteArray requestLine(const HttpRequest &request)
{
    QByteArray line = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        line.append('?').append(request.query);
    return line.append(" HTTP/1.1\r\n\r\n");
}

} // namespace

class QtHttpAdapter::Server final : public QAbstractHttpServer
{
public:
    explicit Server(const Dispatch &dispatch)
        : m_dispatch(dispatch)
    {
    }

    void attach(HttpConnection *connection, GuardedTcpServer *listener)
    {
        auto *socket = new PresentedSocket(connection);
        listener->handOver(socket);
        connect(connection, &HttpConnection::requestReady, socket, [this, socket] { present(socket); });
    }

protected:
    bool handleRequest(const QHttpServerRequest &, QTcpSocket *socket) override
    {
        m_dispatched = true;
        m_dispatch(qobject_cast<PresentedSocket *>(socket)->connection());
        return true;
    }

    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}

private:
    void present(PresentedSocket *socket)
    {
        m_dispatched = false;
        socket->present(requestLine(socket->connection()->request()));
        if (m_dispatched)
            return;
        const HttpRequest request = socket->connection()->takeRequest(); // its target is no URL to Qt
        socket->connection()->fail(400, request);
    }

    const Dispatch &m_dispatch;
    bool m_dispatched = false;
};

#else

class QtHttpAdapter::Server final : public QObject
{
public:
    explicit Server(const Dispatch &dispatch)
        : m_dispatch(dispatch)
    {
    }

    void bind(GuardedTcpServer *listener) { listener->setParent(this); }

    void attach(HttpConnection *connection, GuardedTcpServer *)
    {
        connect(connection, &HttpConnection::requestReady, this, [this, connection] { m_dispatch(connection); });
    }

private:
    const Dispatch &m_dispatch;
};

#endif

QtHttpAdapter::QtHttpAdapter(Dispatch dispatch, QObject *parent)
    : QObject(parent)
    , m_dispatch(std::move(dispatch))
    , m_server(std::make_unique<Server>(m_dispatch))
{
}

QtHttpAdapter::~QtHttpAdapter() = default;

void QtHttpAdapter::bind(std::unique_ptr<GuardedTcpServer> listener)
{
    m_listeners.push_back(listener.get());
    m_server->bind(listener.release()); // becomes its child
}

void QtHttpAdapter::closeListeners()
{
    for (GuardedTcpServer *listener : m_listeners) {
        listener->close();
        listener->deleteLater(); // it may be the one that is calling
    }
    m_listeners.clear();
}

void QtHttpAdapter::attach(HttpConnection *connection)
{
    Q_ASSERT(!m_listeners.empty());
    m_server->attach(connection, m_listeners.front());
}

} // namespace tokensmith::http
