// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/qthttpadapter.h"

#include "core/http/guardedtcpserver.h"
#include "core/http/httpconnection.h"

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
#    include "core/http/presentedsocket.h"

#    include <QAbstractHttpServer>
#    include <QHttpServerRequest>
#    include <QPointer>
#endif

namespace tokensmith::http {

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

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
