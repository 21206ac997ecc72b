// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpconnection.h"

#include <QHostAddress>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#    include <sys/socket.h>
#endif

namespace tokensmith::http {

namespace {

constexpr qsizetype kDrainLimit = 8 * 1024 * 1024; // what a client may still send after its last answer

/** Tells the peer that nothing more comes, and keeps reading: Qt can't. */
bool closeSendingSide(qintptr descriptor)
{
#ifdef Q_OS_UNIX
    return ::shutdown(static_cast<int>(descriptor), SHUT_WR) == 0;
#else
    Q_UNUSED(descriptor)
    return false;
#endif
}

} // namespace

HttpConnection::HttpConnection(ConnectionRules &rules, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_socket(new QTcpSocket(this))
    , m_framer(rules.limits)
{
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
}

bool HttpConnection::start(qintptr descriptor)
{
    if (!m_socket->setSocketDescriptor(descriptor))
        return false;
    m_socket->setReadBufferSize(kReadAhead); // more stays in the kernel: back-pressure while a request is served
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_turn = ++m_rules.lastTurn;
    enter(Phase::Idle, m_rules.limits.headerTime);
    return true;
}

void HttpConnection::onDeadline()
{
    switch (m_phase) {
    case Phase::Header:
    case Phase::Body:
        return refuse(408);
    case Phase::Idle:
    case Phase::Streaming:
    case Phase::Flushing:
    case Phase::Draining:
        return closeNow();
    case Phase::Serving: // a person may be asked: no deadline of ours
    case Phase::Closed:
        return;
    }
    Q_UNREACHABLE();
}

void HttpConnection::closeNow()
{
    if (m_phase == Phase::Flushing || m_phase == Phase::Streaming) {
        m_phase = Phase::Draining; // no further request
        m_socket->flush();         // what the kernel takes of the answer still goes out
    }
    m_socket->abort();
    onDisconnected(); // abort() tells nobody if the socket was no longer connected
}

QHostAddress HttpConnection::peer() const
{
    return m_socket->peerAddress();
}

HttpConnection::Rank HttpConnection::rank() const
{
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Draining:
    case Phase::Closed:
        return Rank::AtRest;
    case Phase::Header: // nobody knows yet whether it has a key
        return Rank::Arriving;
    case Phase::Body:
    case Phase::Serving:
    case Phase::Streaming:
    case Phase::Flushing:
        return Rank::Busy;
    }
    Q_UNREACHABLE();
}

void HttpConnection::onReadyRead()
{
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Header:
    case Phase::Body:
        return readRequest();
    case Phase::Draining:
        m_drained += m_socket->readAll().size();
        if (m_drained > kDrainLimit)
            closeNow();
        return;
    case Phase::Streaming:
        if (isReadingHeldBack())
            closeNow();
        return;
    case Phase::Serving: // one request at a time: the next one waits in the socket
    case Phase::Flushing:
    case Phase::Closed:
        return;
    }
    Q_UNREACHABLE();
}

bool HttpConnection::isReadingHeldBack() const
{
    return m_socket->bytesAvailable() >= kReadAhead;
}

void HttpConnection::onBytesWritten()
{
    if (m_socket->bytesToWrite() > 0)
        return;
    if (m_phase == Phase::Streaming)
        m_deadline = kNever; // the client keeps up
    if (m_phase != Phase::Flushing)
        return;
    if (m_after == ReplyWriter::After::Close)
        return drain();
    rest();
    readRequest(); // what arrived in the meantime
}

void HttpConnection::onDisconnected()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_deadline = kNever;
    releaseStream();
    if (auto running = std::exchange(m_running, std::nullopt))
        running->cancel();
    Q_EMIT closed();
}

void HttpConnection::readRequest()
{
    while (m_phase == Phase::Idle || m_phase == Phase::Header || m_phase == Phase::Body) {
        if (m_socket->bytesAvailable() > 0)
            m_framer.append(m_socket->readAll());
        switch (m_framer.advance()) {
        case RequestFramer::Step::NeedMore:
            return waitForMore();
        case RequestFramer::Step::HeaderDone:
            headerDone();
            break;
        case RequestFramer::Step::Complete:
            return serve();
        case RequestFramer::Step::Failed:
            return refuse(m_framer.errorStatus());
        }
    }
}

void HttpConnection::waitForMore()
{
    if (m_phase == Phase::Idle && !m_framer.isBetweenRequests())
        enter(Phase::Header, m_rules.limits.headerTime);
    if (m_phase == Phase::Body && m_framer.expectsContinue() && m_deadline == kNever)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (m_phase == Phase::Body && m_deadline == kNever)
        enter(Phase::Body, m_rules.limits.bodyTime);
}

void HttpConnection::headerDone()
{
    m_phase = Phase::Body;
    m_deadline = kNever; // set once we have to wait for the body
    m_after = m_framer.keepsAlive() ? ReplyWriter::After::Keep : ReplyWriter::After::Close;
    m_replyBody = m_framer.request().method == "HEAD" ? ReplyWriter::Body::Omit : ReplyWriter::Body::Send;
    m_pieces = m_framer.takesChunks() ? ReplyWriter::Body::Chunked : ReplyWriter::Body::UntilClose;
    if (!m_rules.onHeader)
        return;
    const std::optional<HttpReply> refusal = m_rules.onHeader(m_framer.request());
    if (!refusal)
        return;
    if (m_framer.hasBody())
        return send(*refusal, ReplyWriter::After::Close); // its body was not read, so no request can follow
    m_phase = Phase::Serving;
    static_cast<void>(m_framer.take());
    reply(*refusal);
}

void HttpConnection::serve()
{
    m_phase = Phase::Serving;
    m_deadline = kNever;
    m_running.emplace();
    Q_EMIT requestReady();
}

void HttpConnection::rest()
{
    m_turn = ++m_rules.lastTurn;
    m_replyBody = ReplyWriter::Body::Send;
    enter(Phase::Idle, m_rules.limits.idleTime);
}

// Closing at once while the client still sends would reset the connection and could destroy the answer on its way.
void HttpConnection::drain()
{
    m_turn = ++m_rules.lastTurn;
    enter(Phase::Draining, m_rules.limits.drainTime);
    if (!closeSendingSide(m_socket->socketDescriptor()))
        return closeNow();
    onReadyRead();
}

void HttpConnection::enter(Phase phase, std::chrono::milliseconds within)
{
    m_phase = phase;
    m_deadline = std::chrono::steady_clock::now() + within;
    Q_EMIT deadlineChanged(m_deadline);
}

} // namespace tokensmith::http
