// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"

#include <QByteArray>
#include <QCoroTask>
#include <QHostAddress>
#include <QList>

#include <functional>
#include <memory>
#include <utility>

namespace tokensmith::http {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

struct HttpReply;

/**
 * Where an answer goes that is sent in pieces (HTTP/1.1: chunked; 1.0: until the connection closes). Once it has begun,
 * the handler's HttpReply ends it: its body is the last piece, its status and headers count no more.
 *
 * Everything here is harmless, and does nothing, after the client is gone or has its answer. A client that leaves more
 * than HttpLimits::unsentBytes unread, or does not read for HttpLimits::stallTime, or sends 64 KiB behind its
 * request, is hung up on.
 */
class ReplyStream
{
public:
    ReplyStream() = default;
    virtual ~ReplyStream() = default;
    Q_DISABLE_COPY_MOVE(ReplyStream)

    /** Sends the head; its body is the first piece. Once per request. */
    virtual void begin(const HttpReply &head) = 0;
    virtual void write(const QByteArray &piece) = 0;
};

/** One complete, well-formed request. Names of headers keep the sender's spelling; look them up with header(). */
struct HttpRequest
{
    QByteArray method = {}; ///< as sent, e.g. "POST"
    QByteArray path = {};   ///< the target's path as sent (not percent-decoded), e.g. "/mcp"
    QByteArray query = {};  ///< what follows '?', as sent; empty without one
    HeaderList headers = {};
    QByteArray body = {}; ///< transfer coding removed
    QHostAddress peer = {};
    base::CancelToken closed = {};            ///< cancelled when the sender hangs up before the end of its answer
    std::shared_ptr<ReplyStream> stream = {}; ///< null for HEAD: its answer has no pieces

    /** The value of the first header of that name (case-insensitive), or a null array. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/** One answer. Content-Length, Date and Connection are added by the server. */
struct HttpReply
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no Content-Type header
    QByteArray body = {};
    HeaderList headers = {};

    /** What happens to the connection. */
    enum class Connection {
        Keep,  ///< as the client asked
        Close, ///< answered, then closed
        Drop,  ///< aborted without an answer (the sandbox's faults)
    };
    Connection connection = Connection::Keep;
};

/** Answers a request; may suspend. It gets values only and must not keep references past a suspension. */
using HttpHandler = std::function<QCoro::Task<HttpReply>(HttpRequest)>;

} // namespace tokensmith::http
