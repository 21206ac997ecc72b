// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/eventparser.h"
#include "app/bridge/replyparser.h"
#include "core/base/secret.h"

#include <QObject>
#include <QTcpSocket>
#include <QUrl>

namespace tokensmith::bridge {

/**
 * One HTTP request on a connection of its own, to this machine only: no proxy, no redirects, no look-up of names, and
 * nothing is ever sent twice (QNetworkAccessManager resends by itself where a connection breaks, and has six
 * connections at most). Deleting it hangs up, which cancels the request.
 */
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    /** Whose program may get the request. */
    enum class Peer {
        ThisUser, ///< as far as the system tells: listener.h
        Anyone,   ///< the person named the address
    };

    struct Request
    {
        QUrl url;          ///< a loopback address
        base::Secret head; ///< with its blank line
        QByteArray body = {};
        Peer peer = Peer::ThisUser;
    };

    enum class Outcome {
        Answered,    ///< status() and body() are whole, or the stream of events ended as it should
        NotSent,     ///< there was no connection: nobody got the request
        KeptBack,    ///< the listener there is another user's: the request was not sent
        Lost,        ///< it may have been received; there is no whole answer
        NotReadable, ///< what came back is no HTTP, or too much
    };

    explicit HttpExchange(Request request, QObject *parent = nullptr);
    ~HttpExchange() override;

    void start();
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] int status() const { return m_parser.status(); }
    [[nodiscard]] bool isEventStream() const { return m_parser.isEventStream(); }
    /** The body of an answer that is no stream of events. */
    [[nodiscard]] const QByteArray &body() const { return m_body; }

Q_SIGNALS:
    void eventArrived(const QByteArray &data); ///< one event of a stream
    void finished(Outcome outcome);            ///< once

private:
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void onError();
    void take(ReplyParser::State state);
    void finish(Outcome outcome);

    QUrl m_url;
    base::Secret m_head;
    QByteArray m_requestBody;
    const Peer m_peer;
    QTcpSocket m_socket;
    ReplyParser m_parser;
    EventParser m_events;
    QByteArray m_body;
    bool m_wasConnected = false;
    bool m_isFinished = false;
};

} // namespace tokensmith::bridge
