// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connectionpool.h"

#include "core/base/logging.h"

#include <QHostAddress>

#include <algorithm>

namespace tokensmith::http {

namespace {

using namespace std::chrono_literals;

constexpr auto kGrain = 250ms; // deadlines may be late by this much, so that many share one wake-up

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
    auto *connection = new HttpConnection(m_rules, this);
    connect(connection, &HttpConnection::closed, this, [this, connection] { remove(connection); });
    connect(connection, &HttpConnection::deadlineChanged, this, &ConnectionPool::schedule);
    if (!connection->start(descriptor))
        return connection->deleteLater();
    if (!makeRoomFor(*connection)) {
        qCInfo(base::logHttp, "A connection was refused: all %d are busy.", count());
        return connection->closeNow();
    }
    m_connections.append(connection);
    Q_EMIT opened(connection);
}

void ConnectionPool::closeAll()
{
    const auto connections = m_connections; // closing takes them out of the list
    for (HttpConnection *connection : connections)
        connection->closeNow();
}

bool ConnectionPool::makeRoomFor(const HttpConnection &arrival)
{
    const auto isBefore = [](const HttpConnection *a, const HttpConnection *b) {
        return !b || std::pair(a->rank(), a->turn()) < std::pair(b->rank(), b->turn());
    };
    const QHostAddress peer = arrival.peer();
    int ofPeer = 0;
    HttpConnection *first = nullptr;
    HttpConnection *firstOfPeer = nullptr;
    for (HttpConnection *connection : std::as_const(m_connections)) {
        if (isBefore(connection, first))
            first = connection;
        if (connection->peer() != peer)
            continue;
        ++ofPeer;
        if (isBefore(connection, firstOfPeer))
            firstOfPeer = connection;
    }
    HttpConnection *leaver = nullptr;
    if (ofPeer >= m_rules.limits.connectionsPerPeer)
        leaver = firstOfPeer;
    else if (count() >= m_rules.limits.connections)
        leaver = first;
    if (!leaver)
        return true;
    if (leaver->rank() == HttpConnection::Rank::Busy)
        return false;
    leaver->closeNow();
    return true;
}

void ConnectionPool::remove(HttpConnection *connection)
{
    m_connections.removeOne(connection);
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
