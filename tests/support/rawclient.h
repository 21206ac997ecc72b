// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tokensmith::test {

/** One HTTP answer as it came. */
struct RawReply
{
    int status = 0;
    QByteArray head; ///< with its final blank line
    QByteArray body;

    /** The value of the first header of that name, or a null array. */
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const QByteArray wanted = "\r\n" + name.toLower() + ": ";
        const qsizetype at = head.toLower().indexOf(wanted);
        if (at < 0)
            return {};
        const qsizetype from = at + wanted.size();
        return head.mid(from, head.indexOf('\r', from) - from);
    }
};

/** A client that sends exactly the bytes it is told to; waits by running the event loop. */
class RawClient
{
public:
    enum class Body { Expected, None }; ///< None: the answer to HEAD

    explicit RawClient(quint16 port, const QHostAddress &host = QHostAddress(QHostAddress::LocalHost))
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket.connectToHost(host, port);
    }

    [[nodiscard]] bool waitConnected()
    {
        return waitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
    }

    /** Sends `bytes` and has the kernel take them. */
    void send(const QByteArray &bytes)
    {
        static_cast<void>(waitConnected());
        m_socket.write(bytes);
        static_cast<void>(waitFor([this] { return m_socket.bytesToWrite() == 0 || isClosed(); }));
    }

    /** The next answer; nothing if the connection closes or time runs out before it is whole. Skips "100 Continue". */
    [[nodiscard]] std::optional<RawReply> read(Body body = Body::Expected)
    {
        std::optional<RawReply> reply;
        const auto isThere = [&] {
            m_in += m_socket.readAll();
            if (m_in.startsWith("HTTP/1.1 100 "))
                m_in = m_in.mid(m_in.indexOf("\r\n\r\n") + 4);
            reply = parse(body);
            return reply || isClosed();
        };
        static_cast<void>(waitFor(isThere));
        return reply;
    }

    [[nodiscard]] std::optional<RawReply> ask(const QByteArray &request)
    {
        send(request);
        return read();
    }

    /** True once the server has closed the connection and nothing is left to read. */
    [[nodiscard]] bool waitClosed()
    {
        const auto closed = [this] {
            m_in += m_socket.readAll();
            return isClosed();
        };
        return waitFor(closed) && m_in.isEmpty();
    }

    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QByteArray unread()
    {
        m_in += m_socket.readAll();
        return m_in;
    }
    void hangUp() { m_socket.abort(); }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    template <typename Condition>
    static bool waitFor(const Condition &isMet)
    {
        QTimer timeout;
        timeout.setSingleShot(true);
        timeout.start(kTimeout);
        bool met = isMet();
        while (!met && timeout.isActive()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // QTest's own waiting sleeps 10 ms a turn
            met = isMet();
        }
        return met;
    }

    static constexpr std::chrono::seconds kTimeout{10};

    std::optional<RawReply> parse(Body body)
    {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return std::nullopt;
        RawReply reply{.status = m_in.mid(9, 3).toInt(), .head = m_in.first(end + 4), .body = {}};
        const qsizetype length = body == Body::None ? 0 : reply.header("Content-Length").toLongLong();
        if (m_in.size() < end + 4 + length)
            return std::nullopt;
        reply.body = m_in.mid(end + 4, length);
        m_in = m_in.mid(end + 4 + length);
        return reply;
    }

    QTcpSocket m_socket;
    QByteArray m_in;
};

} // namespace tokensmith::test
