// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace tokensmith::http {

/**
 * A listener that hands over bare descriptors and survives what stops QTcpServer: a burst of connects (long backlog)
 * and running out of descriptors (Qt pauses on a failed accept and never resumes by itself).
 */
class GuardedTcpServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit GuardedTcpServer(QObject *parent = nullptr);

    /** Presents `socket` to whoever waits for this server's pending connections. */
    void handOver(QTcpSocket *socket) { addPendingConnection(socket); }

Q_SIGNALS:
    /** A client connected; the receiver owns the descriptor. */
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void onAcceptError();

    bool m_hasAccepted = false; ///< since the last error
};

} // namespace tokensmith::http
