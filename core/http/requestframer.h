// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httplimits.h"
#include "core/http/httpmessage.h"

#include <memory>

namespace tokensmith::http {

/**
 * Cuts a stream of bytes into HTTP/1.1 requests, strictly (RFC 9112, without its optional leniencies).
 *
 * Bytes only: no sockets, no clock. What comes out does not depend on how the bytes were sliced. Refused, with the
 * status to answer: 400 malformed or ambiguous (bare LF, control bytes, obs-fold, a missing or repeated Host, any doubt
 * about the body's length), 413, 417, 431, 501. After a refusal the stream can't be read on.
 */
class RequestFramer
{
public:
    enum class Step {
        NeedMore,   ///< append() more bytes
        HeaderDone, ///< once per request: request() has everything but the body
        Complete,   ///< take() the request
        Failed,     ///< answer errorStatus() and close
    };

    explicit RequestFramer(const HttpLimits &limits);
    ~RequestFramer();
    Q_DISABLE_COPY_MOVE(RequestFramer)

    void append(QByteArrayView bytes);
    [[nodiscard]] Step advance();

    /** The request so far: complete head from HeaderDone on; before, or where the head was refused, what was read. */
    [[nodiscard]] const HttpRequest &request() const;
    /** The finished request; the framer then turns to the next one. */
    [[nodiscard]] HttpRequest take();

    [[nodiscard]] int errorStatus() const { return m_errorStatus; }
    [[nodiscard]] bool isBetweenRequests() const; ///< not one byte of a next request is here
    [[nodiscard]] bool keepsAlive() const;        ///< from HeaderDone on
    [[nodiscard]] bool takesChunks() const;       ///< from HeaderDone on: not HTTP/1.0
    [[nodiscard]] bool hasBody() const;           ///< from HeaderDone on
    [[nodiscard]] bool expectsContinue() const;   ///< from HeaderDone on

private:
    class Parser;
    enum class Phase { Header, Body, Done };

    Step readHeader();
    Step readBody();
    Step fail(int status);

    const HttpLimits m_limits;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_in;           ///< not yet consumed
    qsizetype m_scanned = 0;   ///< bytes of m_in already looked at for the header's end
    qsizetype m_lineStart = 0; ///< in m_in, of the header line being looked at
    qsizetype m_bodyBytes = 0; ///< raw bytes of the body consumed, with chunk framing
    Phase m_phase = Phase::Header;
    bool m_blankLineSkipped = false;
    int m_errorStatus = 0;
};

} // namespace tokensmith::http
