// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/replywriter.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

struct Phrase
{
    int status;
    QByteArrayView text;
};

constexpr std::array kPhrases{
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{301, "Moved Permanently"},
    Phrase{302, "Found"},
    Phrase{304, "Not Modified"},
    Phrase{307, "Temporary Redirect"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{413, "Payload Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{417, "Expectation Failed"},
    Phrase{422, "Unprocessable Content"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{502, "Bad Gateway"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
};

bool fitsOneLine(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

bool mayHaveBody(const HttpReply &reply)
{
    return reply.status != 204 && reply.status != 304;
}

void appendFraming(QByteArray &out, const HttpReply &reply, ReplyWriter::Body body)
{
    switch (body) {
    case ReplyWriter::Body::Send:
    case ReplyWriter::Body::Omit:
        if (mayHaveBody(reply))
            appendHeader(out, "Content-Length", QByteArray::number(reply.body.size()));
        return;
    case ReplyWriter::Body::Chunked:
        return appendHeader(out, "Transfer-Encoding", "chunked");
    case ReplyWriter::Body::UntilClose:
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    const auto found =
        std::find_if(kPhrases.begin(), kPhrases.end(), [=](const Phrase &p) { return p.status == status; });
    return found == kPhrases.end() ? QByteArrayView("Status") : found->text;
}

QByteArray ReplyWriter::write(const HttpReply &reply, Options options)
{
    QByteArray out;
    out.reserve(reply.body.size() + 512);
    out.append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ');
    out.append(reasonPhrase(reply.status)).append("\r\n");
    appendHeader(out, "Date", date());
    if (!reply.contentType.isEmpty() && fitsOneLine(reply.contentType))
        appendHeader(out, "Content-Type", reply.contentType);
    appendFraming(out, reply, options.body);
    appendHeader(out, "Connection", options.after == After::Keep ? "keep-alive" : "close");
    for (const auto &[name, value] : reply.headers) {
        if (fitsOneLine(name) && fitsOneLine(value))
            appendHeader(out, name, value);
        else
            qCWarning(base::logHttp, "An answer's header with a line break was left out.");
    }
    out.append("\r\n");
    switch (options.body) {
    case Body::Chunked:
        return out.append(chunk(reply.body));
    case Body::Send:
    case Body::UntilClose:
        return mayHaveBody(reply) ? out.append(reply.body) : out;
    case Body::Omit:
        return out;
    }
    Q_UNREACHABLE();
}

QByteArray ReplyWriter::chunk(const QByteArray &piece)
{
    if (piece.isEmpty()) // a chunk of no bytes would end the body
        return {};
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

const QByteArray &ReplyWriter::date()
{
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != m_second) {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_date = QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
        m_second = second;
    }
    return m_date;
}

} // namespace tokensmith::http
