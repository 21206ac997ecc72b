// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace tokensmith::http {

class HttpConnection;

/**
 * What QtHttpServer believes to be a client: a socket without a descriptor that shows one request line at a time.
 *
 * Headers, bodies and the client's bytes never pass it; what is written to it is swallowed. Child of its connection.
 */
class PresentedSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit PresentedSocket(HttpConnection *connection);
    ~PresentedSocket() override;

    [[nodiscard]] HttpConnection *connection() const { return m_connection; }

    /** Shows `head`, a request without body, and has it read at once. */
    void present(const QByteArray &head);

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override {}
    void close() override {}

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    HttpConnection *const m_connection;
    QByteArray m_head;
    qsizetype m_shown = 0; ///< bytes of m_head that were read
};

} // namespace tokensmith::http
