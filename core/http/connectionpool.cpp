// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connectionpool.h"

#include "core/base/logging.h"

#include <QTcpSocket>

#include <algorithm>

namespace tokensmith::http {

namespace {

using namespace std::chrono_literals;

constexpr auto kGrain = 250ms; // deadlines may be late by this much, so that many share one wake-up

void hangUp(qintptr descriptor)
{
    QTcpSocket socket;
    if (socket.setSocketDescriptor(descriptor))
        socket.abort();
}

} // namespace

ConnectionPool::ConnectionPool(ConnectionRules rules, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionPool::sweep);
}

void ConnectionPool::adopt(qintptr descriptor)
{
    if (!makeRoom()) {
        qCInfo(base::logHttp, "A connection was refused: all %d are busy.", count());
        return hangUp(descriptor);
    }
    auto *connection = new HttpConnection(m_rules, this);
    connect(connection, &HttpConnection::closed, this, [this, connection] { remove(connection); });
    connect(connection, &HttpConnection::deadlineChanged, this, &ConnectionPool::schedule);
    m_connections.append(connection);
    Q_EMIT opened(connection);
    if (!connection->start(descriptor))
        remove(connection);
}

void ConnectionPool::closeAll()
{
    const auto connections = m_connections; // closing takes them out of the list
    for (HttpConnection *connection : connections)
        connection->closeNow();
}

bool ConnectionPool::makeRoom()
{
    if (count() < m_rules.limits.connections)
        return true;
    HttpConnection *oldest = nullptr;
    for (HttpConnection *connection : std::as_const(m_connections)) {
        if (connection->isAtRest() && (!oldest || connection->turn() < oldest->turn()))
            oldest = connection;
    }
    if (oldest)
        oldest->closeNow();
    return oldest != nullptr;
}

void ConnectionPool::remove(HttpConnection *connection)
{
    if (m_connections.removeOne(connection))
        connection->deleteLater(); // it may be the one that is telling us
    if (m_connections.isEmpty()) {
        m_timer.stop();
        m_wakeUp = HttpConnection::kNever;
    }
}

void ConnectionPool::schedule(HttpConnection::Time deadline)
{
    if (deadline >= m_wakeUp)
        return;
    m_wakeUp = deadline;
    const auto ahead = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    m_timer.start(std::max<std::chrono::milliseconds>(ahead, kGrain));
}

void ConnectionPool::sweep()
{
    m_wakeUp = HttpConnection::kNever;
    const auto now = std::chrono::steady_clock::now();
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        if (connection->deadline() <= now)
            connection->onDeadline();
    }
    auto next = HttpConnection::kNever;
    for (const HttpConnection *connection : std::as_const(m_connections))
        next = std::min(next, connection->deadline());
    schedule(next);
}

} // namespace tokensmith::http
