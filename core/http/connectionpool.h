// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpconnection.h"

#include <QList>
#include <QTimer>

namespace tokensmith::http {

/**
 * All connections of a server, however many addresses it listens on: owns them, keeps their number under the cap and
 * wakes those whose deadline has passed. One coarse timer, set to the nearest deadline and at rest without connections.
 */
class ConnectionPool final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionPool(ConnectionRules rules, QObject *parent = nullptr);

    /**
     * Takes over an accepted socket. If there are too many, of its address or in all, the longest idle one is closed;
     * if none is idle, the oldest whose request has not arrived; else this one.
     */
    void adopt(qintptr descriptor);
    void closeAll();
    [[nodiscard]] int count() const { return static_cast<int>(m_connections.size()); }

Q_SIGNALS:
    void opened(HttpConnection *connection);

private:
    [[nodiscard]] bool makeRoomFor(const HttpConnection &arrival);
    void remove(HttpConnection *connection);
    void schedule(HttpConnection::Time deadline);
    void sweep();

    ConnectionRules m_rules;
    QList<HttpConnection *> m_connections; ///< children
    QTimer m_timer;
    HttpConnection::Time m_wakeUp = HttpConnection::kNever;
};

} // namespace tokensmith::http
