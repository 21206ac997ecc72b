// SPDX-License-Identifier: GPL-3.0-or-later

// One connection of the HTTP server, over a pair of local sockets: guard, answers, streams, pipelining. Input: two
// bytes that choose how requests are answered and how bytes are sliced, then what a client sends.
#include "core/http/endpointgate.h"
#include "core/http/httpconnection.h"
#include "tests/fuzz/fuzzing.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <array>
#include <random>
#include <sys/socket.h>
#include <unistd.h>

using namespace tokensmith;
using fuzz::require;

namespace {

constexpr int kMostTurns = 10; // of the event loop, until what was written has been read and answered
constexpr http::HttpLimits kLimits{.headerBytes = 1024, .headerFields = 16, .bodyBytes = 256};

/** What a handler does with a request. */
enum class Handler { Reply, Close, Drop, Stream, Fail, Late, Never };
constexpr std::array kHandlers{Handler::Reply, Handler::Close, Handler::Drop,  Handler::Stream,
                               Handler::Fail,  Handler::Late,  Handler::Never, Handler::Stream};

const http::EndpointGate &gate()
{
    static clients::ClientKeys keys;
    static http::EndpointGate gate = [] {
        require(keys.add(QStringLiteral("fuzz"), base::Secret("fuzz-key")), "the key can be added");
        http::EndpointGate made(keys);
        made.setPort(8787);
        return made;
    }();
    return gate;
}

/** The server's side: a connection, what answers its requests, and what was seen of them. */
class Server
{
public:
    enum class Guard { Off, On };

    Server(int descriptor, Handler handler, Guard guard)
        : m_handler(handler)
        , m_connection(m_rules, nullptr)
    {
        m_rules.onHeader = [this, guard](const http::HttpRequest &request) {
            methods.append(request.method);
            return guard == Guard::On ? gate().check(request) : std::nullopt;
        };
        QObject::connect(&m_connection, &http::HttpConnection::requestReady, &m_connection, [this] { serve(); });
        QObject::connect(&m_connection, &http::HttpConnection::closed, &m_connection, [this] { ++closings; });
        require(m_connection.start(descriptor), "a connection takes a socket");
    }

    /** What a handler that was in no hurry answers now. */
    void answerLate()
    {
        if (m_late.isEmpty())
            return;
        m_late.clear();
        m_connection.reply({.contentType = "text/plain", .body = "late"});
    }

    void closeNow() { m_connection.closeNow(); }
    void onDeadline() { m_connection.onDeadline(); }

    QByteArrayList methods; ///< of the heads that were let to the guard
    int closings = 0;
    std::shared_ptr<http::ReplyStream> stream = {};

private:
    void serve()
    {
        const http::HttpRequest request = m_connection.takeRequest();
        require(request.body.size() <= kLimits.bodyBytes, "a body within the limit");
        switch (m_handler) {
        case Handler::Reply:
            return m_connection.reply({.contentType = "text/plain", .body = request.body});
        case Handler::Close:
            return m_connection.reply({.status = 202, .connection = http::HttpReply::Connection::Close});
        case Handler::Drop:
            return m_connection.reply({.connection = http::HttpReply::Connection::Drop});
        case Handler::Stream:
            return sendPieces(request);
        case Handler::Fail:
            return m_connection.fail(500, request);
        case Handler::Late:
            m_late = "late";
            return;
        case Handler::Never:
            stream = request.stream;
            return;
        }
    }

    void sendPieces(const http::HttpRequest &request)
    {
        stream = request.stream;
        if (stream) {
            stream->begin({.contentType = "text/event-stream", .body = "first\n\n"});
            stream->write({});
            stream->write(request.body);
        }
        m_connection.reply({.contentType = "text/plain", .body = "last"});
    }

    http::ConnectionRules m_rules{.limits = kLimits, .onHeader = {}, .onRefusal = {}};
    Handler m_handler;
    QByteArray m_late;
    http::HttpConnection m_connection;
};

/** Lets the event loop turn until it has nothing to do. */
void settle()
{
    QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    for (int i = 0; i < kMostTurns && loop->processEvents(QEventLoop::AllEvents); ++i) {
    }
}

QByteArray readAll(int descriptor)
{
    QByteArray all;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 1; size > 0;) {
        size = ::read(descriptor, buffer.data(), buffer.size());
        all.append(buffer.data(), std::max<ssize_t>(size, 0));
    }
    return all;
}

/** A header's value in the head of one of our answers, which spells it so; null where there is none. */
QByteArray valueIn(const QByteArray &head, const QByteArray &name)
{
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype begin = at + 2 + name.size() + 2;
    return head.sliced(begin, head.indexOf("\r\n", begin) - begin);
}

/** Takes one chunked body away; what is left is nothing where it is not complete. */
QByteArray afterChunks(QByteArray rest)
{
    for (;;) {
        const qsizetype end = rest.indexOf("\r\n");
        if (end < 0)
            return {};
        bool isNumber = false;
        const int size = rest.first(end).toInt(&isNumber, 16);
        require(isNumber, "a chunk begins with its size");
        if (rest.size() < end + 2 + size + 2)
            return {};
        require(rest.sliced(end + 2 + size, 2) == "\r\n", "a chunk ends where it says");
        rest = rest.sliced(end + 2 + size + 2);
        if (size == 0)
            return rest;
    }
}

/** What the client got is a row of whole answers; only the last may be cut. Returns how many there are. */
qsizetype checkAnswers(QByteArray out, const QByteArrayList &methods)
{
    qsizetype answers = 0;
    while (!out.isEmpty()) {
        require(out.startsWith("HTTP/1.1 ") || out.size() < 9, "an answer begins with its version");
        const qsizetype end = out.indexOf("\r\n\r\n");
        if (end < 0)
            return answers;
        const QByteArray head = out.first(end + 2);
        out = out.sliced(end + 4);
        if (head.startsWith("HTTP/1.1 100 "))
            continue;
        const bool hasBody = methods.value(answers) != "HEAD";
        ++answers;
        const QByteArray length = valueIn(head, "Content-Length");
        const bool isChunked = valueIn(head, "Transfer-Encoding") == "chunked";
        require(length.isNull() || !isChunked, "an answer has one length only");
        if (!hasBody)
            continue;
        if (isChunked)
            out = afterChunks(out);
        else if (!length.isNull())
            out = out.sliced(std::min<qsizetype>(length.toInt(), out.size()));
        else
            return answers; // until the connection closes
    }
    return answers;
}

/** Hands over the bytes in up to four slices and returns what comes back. */
QByteArray converse(Server &server, int client, const QByteArray &bytes, unsigned seed)
{
    QByteArray out;
    std::minstd_rand random(seed + 1);
    qsizetype at = 0;
    for (int slice = 0; slice < 4 && at < bytes.size(); ++slice) {
        const qsizetype left = bytes.size() - at;
        const qsizetype size = slice == 3 ? left : 1 + static_cast<qsizetype>(random()) % left;
        if (::send(client, bytes.constData() + at, static_cast<size_t>(size), MSG_NOSIGNAL) != size)
            break; // the server hung up
        at += size;
        settle();
        server.answerLate();
        out += readAll(client);
    }
    for (int i = 0; i < 2; ++i) {
        settle();
        server.answerLate();
        out += readAll(client);
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return -1;
    std::array<int, 2> pair{};
    require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair.data()) == 0, "there is a pair of sockets");
    std::shared_ptr<http::ReplyStream> left;
    {
        Server server(pair[0], kHandlers[data[0] % kHandlers.size()],
                      data[0] & 8U ? Server::Guard::On : Server::Guard::Off);
        const QByteArray out = converse(server, pair[1], fuzz::bytesFrom(data + 2, size - 2), data[1]);
        require(checkAnswers(out, server.methods) <= server.methods.size() + 1, "at most one answer for each request");
        if (data[0] & 16U)
            server.onDeadline();
        ::close(pair[1]);
        settle();
        if (server.closings == 0)
            server.closeNow();
        require(server.closings == 1, "a connection closes once");
        left = server.stream;
        if (left)
            left->write("after the client has gone");
    }
    if (left)
        left->write("after the connection has gone");
    return 0;
}
