// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/daemonprocess.h"
#include "tests/support/plainsocket.h"

#include <QDir>
#include <QFile>

namespace tokensmith::test {

/** A daemon under attack: how to talk to it properly, and what it costs. */
class Target
{
public:
    static inline const QByteArray kKey = "X-API-Key: test-key\r\n";
    static inline const QByteArray kJson = "Content-Type: application/json\r\n";

    [[nodiscard]] bool start()
    {
        m_daemon.setEnvironment({{QStringLiteral("MCP_API_KEY"), QStringLiteral("test-key")}});
        return m_daemon.start({QStringLiteral("--sandbox"), QStringLiteral("--port"), QStringLiteral("0"),
                               QStringLiteral("--data-dir"), m_daemon.home() + QStringLiteral("/d")});
    }

    [[nodiscard]] quint16 port() const { return m_daemon.port(); }
    [[nodiscard]] QByteArray authority() const { return "127.0.0.1:" + QByteArray::number(port()); }
    [[nodiscard]] QByteArray host() const { return "Host: " + authority() + "\r\n"; }

    /** A proper request to /mcp; `fields` are more headers. */
    [[nodiscard]] QByteArray post(const QByteArray &body, const QByteArray &fields = {}) const
    {
        return "POST /mcp HTTP/1.1\r\n" + host() + kKey + kJson + fields
               + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] QByteArray ping(const QByteArray &id, const QByteArray &fields = {}) const
    {
        return post(R"({"jsonrpc":"2.0","id":")" + id + R"(","method":"ping"})", fields);
    }

    /** True if it runs and a new client gets its answer. */
    [[nodiscard]] bool stillServes()
    {
        const PlainSocket client(port());
        if (!m_daemon.isRunning() || !client.send(ping("alive", "Connection: close\r\n")))
            return false;
        const QByteArray answer = client.readAll();
        return answer.contains("\"alive\"") && answer.contains("\"result\":{}");
    }

    [[nodiscard]] qsizetype descriptors() const
    {
        return QDir(proc() + QStringLiteral("/fd")).entryList(QDir::AllEntries | QDir::System).size();
    }

    /** Memory in use, in KiB; grows little, whatever is done to it. */
    [[nodiscard]] qint64 residentMemory() const
    {
        QFile status(proc() + QStringLiteral("/status"));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("VmRSS:") + 6;
        return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
    }
    /** What memory may grow by, in KiB. The sanitizers keep freed memory back for a while. */
#ifdef __SANITIZE_ADDRESS__
    static constexpr qint64 kGrowth = 600 * 1024;
#else
    static constexpr qint64 kGrowth = 16 * 1024;
#endif

    /** Stops it; true if it ended cleanly and no sanitizer complained. */
    [[nodiscard]] bool stop()
    {
        return m_daemon.stop() == 0 && !m_daemon.standardError().contains("ERROR: ");
    }

    [[nodiscard]] DaemonProcess &process()
    {
        return m_daemon;
    }

private:
    [[nodiscard]] QString proc() const
    {
        return QStringLiteral("/proc/%1").arg(m_daemon.processId());
    }

    DaemonProcess m_daemon{QStringLiteral("tokensmithd")};
};

/** How many answers a client got. */
[[nodiscard]] inline qsizetype answersIn(const QByteArray &received)
{
    return received.count("\r\nDate: ");
}
[[nodiscard]] inline int statusOf(const QByteArray &received)
{
    return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0;
}

} // namespace tokensmith::test
