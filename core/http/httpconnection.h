// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/replywriter.h"
#include "core/http/requestframer.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

class QHostAddress;
class QTcpSocket;

namespace tokensmith::http {

/** What all connections of one server share. */
struct ConnectionRules
{
    HttpLimits limits;
    std::function<std::optional<HttpReply>(const HttpRequest &)> onHeader;    ///< may be empty
    std::function<HttpReply(int status, const HttpRequest &soFar)> onRefusal; ///< may be empty
    ReplyWriter writer = {};
    quint64 lastTurn = 0; ///< counts how often any connection came to rest
};

/**
 * One client: reads requests one at a time, keeps the deadlines, writes the answers.
 *
 * Owns its socket. Deletes nothing of itself: after closed() its owner does. It does not know who handles requests.
 * A client that shuts down its sending side before it has its answer counts as gone, as everywhere in Qt. One that
 * sends more than 64 KiB behind a stream is hung up on: with its bytes held back it could leave without being noticed.
 */
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr Time kNever = Time::max();

    /** `rules` must outlive the connection. */
    explicit HttpConnection(ConnectionRules &rules, QObject *parent);

    /** Takes over an accepted socket. */
    [[nodiscard]] bool start(qintptr descriptor);

    /** The request announced by requestReady(). */
    [[nodiscard]] const HttpRequest &request() const { return m_framer.request(); }
    [[nodiscard]] HttpRequest takeRequest();
    /** Answers it, or ends its stream. Does nothing if the client is gone or has its answer. */
    void reply(const HttpReply &reply);
    /** Answers `request` with a refusal of the server's own, then closes. */
    void fail(int status, const HttpRequest &request);

    [[nodiscard]] Time deadline() const { return m_deadline; }
    void onDeadline();
    void closeNow(); ///< as if the client had hung up

    [[nodiscard]] QHostAddress peer() const;

    /** Who has to go first when there are too many: the lower, and among equals the smaller turn(). */
    enum class Rank { AtRest, Arriving, Busy };
    [[nodiscard]] Rank rank() const;
    [[nodiscard]] quint64 turn() const { return m_turn; } ///< smaller: connected, or at rest, for longer

Q_SIGNALS:
    void requestReady();
    void deadlineChanged(Time deadline);
    void closed();

private:
    static constexpr qint64 kReadAhead = 64 * 1024; ///< of what a client sends behind an unanswered request

    enum class Phase { Idle, Header, Body, Serving, Streaming, Flushing, Draining, Closed };
    class Stream;

    /** As long as it is, nobody sees the client leave. */
    [[nodiscard]] bool isReadingHeldBack() const;

    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void readRequest();
    void waitForMore();
    void headerDone();
    void serve();
    void refuse(int status);
    [[nodiscard]] HttpReply wordRefusal(int status, const HttpRequest &soFar) const;
    void send(const HttpReply &reply, ReplyWriter::After after);
    [[nodiscard]] bool canSendNow() const;
    void beginStream(const HttpReply &head);
    void push(const QByteArray &piece);
    void endStream(const HttpReply &last);
    void releaseStream();
    void write(const QByteArray &bytes);
    void rest();
    void drain();
    void enter(Phase phase, std::chrono::milliseconds within);

    ConnectionRules &m_rules;
    QTcpSocket *const m_socket; ///< child
    RequestFramer m_framer;
    std::optional<base::CancelSource> m_running; ///< while a handler works
    std::shared_ptr<Stream> m_stream;            ///< the same; shared with the handler
    Phase m_phase = Phase::Idle;
    ReplyWriter::After m_after = ReplyWriter::After::Keep;
    ReplyWriter::Body m_replyBody = ReplyWriter::Body::Send;
    ReplyWriter::Body m_pieces = ReplyWriter::Body::Chunked; ///< how a stream is framed
    Time m_deadline = kNever;
    quint64 m_turn = 0;
    qsizetype m_drained = 0; ///< bytes thrown away after the last answer
};

} // namespace tokensmith::http
