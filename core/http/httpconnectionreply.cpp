// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection answers: whole, in pieces, or with a refusal of its own. The rest is in httpconnection.cpp.
#include "core/http/httpconnection.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

namespace tokensmith::http {

namespace {

HttpReply plainRefusal(int status)
{
    const QByteArray text = QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray() + '\n';
    return {.status = status, .contentType = "text/plain", .body = text};
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
    m_after = after;
    enter(Phase::Flushing, m_rules.limits.stallTime);
    m_socket->write(m_rules.writer.write(reply, {.body = m_replyBody, .after = after}));
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
