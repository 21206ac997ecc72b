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

    /** Takes over an accepted socket; closes the longest idle connection, or else this one, if there are too many. */
    void adopt(qintptr descriptor);
    void closeAll();
    [[nodiscard]] int count() const { return static_cast<int>(m_connections.size()); }

Q_SIGNALS:
    void opened(HttpConnection *connection);

private:
    [[nodiscard]] bool makeRoom();
    void remove(HttpConnection *connection);
    void schedule(HttpConnection::Time deadline);
    void sweep();

    ConnectionRules m_rules;
    QList<HttpConnection *> m_connections; ///< children
    QTimer m_timer;
    HttpConnection::Time m_wakeUp = HttpConnection::kNever;
};

} // namespace tokensmith::http
