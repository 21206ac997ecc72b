// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tokensmith::test {

/**
 * A blocking TCP client of a server in another process: for thousands of connections and for leaving at an exact byte.
 * Nothing takes longer than ten seconds.
 */
class PlainSocket
{
public:
    explicit PlainSocket(quint16 port)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        set(SOL_SOCKET, SO_RCVTIMEO, patience);
        set(SOL_SOCKET, SO_SNDTIMEO, patience);
        set(IPPROTO_TCP, TCP_NODELAY, 1);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    PlainSocket(PlainSocket &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_isConnected(other.m_isConnected)
    {
    }
    PlainSocket(const PlainSocket &) = delete;
    PlainSocket &operator=(const PlainSocket &) = delete;
    PlainSocket &operator=(PlainSocket &&) = delete;
    ~PlainSocket() { close(); }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    /** False if the server has closed the connection, or does not read. */
    bool send(const QByteArray &bytes) const
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto count = ::send(m_descriptor, bytes.constData() + sent,
                                      static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }

    /** As much as the system takes at once; returns how much that was. */
    qsizetype sendWhatFits(const QByteArray &bytes) const
    {
        const auto count = ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                  MSG_NOSIGNAL | MSG_DONTWAIT);
        return count < 0 ? 0 : count;
    }

    /** Exactly `size` bytes, or fewer if the connection ends or time runs out. */
    [[nodiscard]] QByteArray read(qsizetype size) const
    {
        QByteArray bytes(size, '\0');
        qsizetype got = 0;
        while (got < size) {
            const auto count = ::recv(m_descriptor, bytes.data() + got, static_cast<std::size_t>(size - got), 0);
            if (count <= 0)
                break;
            got += count;
        }
        return bytes.first(got);
    }

    /** Reads up to and with `ending`, or all there is. */
    [[nodiscard]] QByteArray readUntil(const QByteArray &ending) const
    {
        QByteArray bytes;
        while (!bytes.endsWith(ending)) {
            const QByteArray next = read(1);
            if (next.isEmpty())
                break;
            bytes += next;
        }
        return bytes;
    }

    /** Everything until the server closes the connection. */
    [[nodiscard]] QByteArray readAll() const { return read(8 << 20); }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    /** Closes with a reset instead of a farewell. */
    void reset()
    {
        set(SOL_SOCKET, SO_LINGER, linger{.l_onoff = 1, .l_linger = 0});
        close();
    }
    /** Takes little: the server soon has to wait with what it sends. Before anything is sent. */
    void takeLittle() { set(SOL_SOCKET, SO_RCVBUF, 2048); }

private:
    template <typename Value>
    void set(int level, int name, const Value &value) const
    {
        ::setsockopt(m_descriptor, level, name, &value, sizeof value);
    }

    int m_descriptor;
    bool m_isConnected = false;
};

} // namespace tokensmith::test
