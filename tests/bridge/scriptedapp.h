// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <vector>

namespace tokensmith::test {

/** One request as the app got it, and the connection to answer on. */
struct ReceivedRequest
{
    QByteArray head;
    QByteArray body;
    QPointer<QTcpSocket> socket; ///< null once the other side hung up

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] bool isOpen() const { return socket && socket->state() == QAbstractSocket::ConnectedState; }

    void answer(const QByteArray &content, const QByteArray &status = "200 OK") const
    {
        write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
              + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    }
    /** A result with the request's id. */
    void succeed(const QByteArray &result = "{}") const { answer(resultLine(result)); }
    [[nodiscard]] QByteArray resultLine(const QByteArray &result = "{}") const
    {
        const QByteArray id =
            QJsonDocument(QJsonArray{json().value(QLatin1String("id"))}).toJson(QJsonDocument::Compact);
        return R"({"jsonrpc":"2.0","id":)" + id.mid(1, id.size() - 2) + R"(,"result":)" + result + '}';
    }

    void beginStream() const
    {
        write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }
    void sendEvent(const QByteArray &data) const { writeChunk("data: " + data + "\n\n"); }
    void endStream() const { write("0\r\n\r\n"); }
    void writeChunk(const QByteArray &bytes) const
    {
        write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }
    void write(const QByteArray &bytes) const
    {
        if (socket) {
            socket->write(bytes);
            socket->flush();
        }
    }
    void hangUp() const
    {
        if (socket)
            socket->abort();
    }
};

/** An app that does with each request to /mcp what the test says; it answers /health by itself. */
class ScriptedApp
{
public:
    using Script = std::function<void(const ReceivedRequest &)>;

    explicit ScriptedApp(Script script)
        : m_script(std::move(script))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        static_cast<void>(start());
    }

    /** Listens, on the port of the last time where there was one. */
    [[nodiscard]] bool start() { return m_server.listen(QHostAddress::LocalHost, m_port) && remember(); }

    /** As a program that is killed: nothing listens, every connection is gone. */
    void kill()
    {
        m_server.close();
        const auto sockets = m_server.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }

    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/mcp").arg(m_port)); }
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QString &method) const
    {
        int count = 0;
        for (const ReceivedRequest &request : m_requests)
            count += request.json().value(QLatin1String("method")).toString() == method ? 1 : 0;
        return count;
    }

private:
    bool remember()
    {
        m_port = m_server.serverPort();
        return true;
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray all = socket->property("bytes").toByteArray() + socket->readAll();
        socket->setProperty("bytes", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        ReceivedRequest request{.head = all.first(end), .body = all.mid(end + 4), .socket = socket};
        if (request.head.startsWith("GET /health"))
            return request.answer(R"({"status":"ok"})");
        if (request.body.size() < request.header("Content-Length").toLongLong())
            return;
        m_requests.push_back(request);
        m_script(request);
    }

    QTcpServer m_server;
    Script m_script;
    std::vector<ReceivedRequest> m_requests;
    quint16 m_port = 0;
};

} // namespace tokensmith::test
