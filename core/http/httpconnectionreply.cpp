// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection answers: whole, in pieces, or with a refusal of its own. The rest is in httpconnection.cpp.
#include "core/http/httpconnection.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#    include <sys/socket.h>
#endif

namespace tokensmith::http {

namespace {

HttpReply plainRefusal(int status)
{
    const QByteArray text = QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray() + '\n';
    return {.status = status, .contentType = "text/plain", .body = text};
}

/** How much of it the kernel takes at once. After an error nothing: the socket meets it again and tells us. */
qsizetype sendNow(qintptr descriptor, const QByteArray &bytes)
{
#ifdef Q_OS_UNIX
    const auto size = static_cast<size_t>(bytes.size());
    const ssize_t sent = ::send(static_cast<int>(descriptor), bytes.constData(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent < 0 ? 0 : sent;
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(bytes)
    return 0;
#endif
}

} // namespace

/** The handler's end; outlives its answer and its connection without harm. */
class HttpConnection::Stream final : public ReplyStream
{
public:
    explicit Stream(HttpConnection *connection)
        : m_connection(connection)
    {
    }

    void begin(const HttpReply &head) override
    {
        if (m_connection)
            m_connection->beginStream(head);
    }
    void write(const QByteArray &piece) override
    {
        if (m_connection)
            m_connection->push(piece);
    }
    void release() { m_connection.clear(); }

private:
    QPointer<HttpConnection> m_connection;
};

HttpRequest HttpConnection::takeRequest()
{
    HttpRequest request = m_framer.take();
    request.peer = m_socket->peerAddress();
    if (!m_running)
        return request;
    request.closed = m_running->token();
    if (m_replyBody != ReplyWriter::Body::Omit)
        request.stream = m_stream = std::make_shared<Stream>(this);
    return request;
}

void HttpConnection::reply(const HttpReply &reply)
{
    if (m_phase == Phase::Streaming)
        return endStream(reply);
    if (m_phase != Phase::Serving)
        return;
    m_running.reset();
    releaseStream();
    switch (reply.connection) {
    case HttpReply::Connection::Keep:
        return send(reply, m_after);
    case HttpReply::Connection::Close:
        return send(reply, ReplyWriter::After::Close);
    case HttpReply::Connection::Drop:
        return closeNow();
    }
    Q_UNREACHABLE();
}

void HttpConnection::fail(int status, const HttpRequest &request)
{
    if (m_phase == Phase::Streaming)
        return closeNow(); // the only way left to say that the answer is not whole
    HttpReply refusal = wordRefusal(status, request);
    refusal.connection = HttpReply::Connection::Close; // whoever failed may be in no state for another request
    reply(refusal);
}

void HttpConnection::refuse(int status)
{
    send(wordRefusal(status, m_framer.request()), ReplyWriter::After::Close);
}

HttpReply HttpConnection::wordRefusal(int status, const HttpRequest &soFar) const
{
    return m_rules.onRefusal ? m_rules.onRefusal(status, soFar) : plainRefusal(status);
}

void HttpConnection::send(const HttpReply &reply, ReplyWriter::After after)
{
    const QByteArray bytes = m_rules.writer.write(reply, {.body = m_replyBody, .after = after});
    m_after = after;
    const qsizetype sent = canSendNow() ? sendNow(m_socket->socketDescriptor(), bytes) : 0;
    if (sent == bytes.size())
        return rest();
    enter(Phase::Flushing, m_rules.limits.stallTime);
    m_socket->write(bytes.constData() + sent, bytes.size() - sent);
}

// Through the socket every answer costs two wake-ups of the event loop and a turn of it. Only where nothing follows:
// a last answer is drained, and of requests in a row each has its own turn.
bool HttpConnection::canSendNow() const
{
    return m_after == ReplyWriter::After::Keep && m_socket->bytesToWrite() == 0 && m_socket->bytesAvailable() == 0
           && m_framer.isBetweenRequests();
}

void HttpConnection::beginStream(const HttpReply &head)
{
    if (m_phase != Phase::Serving)
        return;
    if (m_pieces == ReplyWriter::Body::UntilClose)
        m_after = ReplyWriter::After::Close;
    m_phase = Phase::Streaming;
    write(m_rules.writer.write(head, {.body = m_pieces, .after = m_after}));
}

void HttpConnection::push(const QByteArray &piece)
{
    if (m_phase != Phase::Streaming)
        return;
    write(m_pieces == ReplyWriter::Body::Chunked ? ReplyWriter::chunk(piece) : piece);
}

void HttpConnection::write(const QByteArray &bytes)
{
    if (m_socket->bytesToWrite() == 0)
        enter(Phase::Streaming, m_rules.limits.stallTime);
    m_socket->write(bytes);
    if (m_socket->bytesToWrite() <= m_rules.limits.unsentBytes && !isReadingHeldBack())
        return;
    releaseStream();
    // Not now: that cancels the handler, and the handler is what is calling.
    QMetaObject::invokeMethod(this, &HttpConnection::closeNow, Qt::QueuedConnection);
}

void HttpConnection::endStream(const HttpReply &last)
{
    push(last.body);
    m_running.reset();
    releaseStream();
    if (last.connection == HttpReply::Connection::Drop)
        return closeNow();
    if (last.connection == HttpReply::Connection::Close)
        m_after = ReplyWriter::After::Close;
    enter(Phase::Flushing, m_rules.limits.stallTime);
    if (m_pieces == ReplyWriter::Body::Chunked)
        m_socket->write(ReplyWriter::kLastChunk.data(), ReplyWriter::kLastChunk.size());
    else if (m_socket->bytesToWrite() == 0)
        onBytesWritten(); // nothing will be, so nobody else would call
}

void HttpConnection::releaseStream()
{
    if (const auto stream = std::exchange(m_stream, nullptr))
        stream->release();
}

} // namespace tokensmith::http
