// SPDX-License-Identifier: GPL-3.0-or-later

// Beast's chunk parser asserts where it should ask for more bytes; the windows below keep it from getting there, and a
// peer must never be able to stop the program.
#define BOOST_DISABLE_ASSERTS

#include "core/http/requestframer.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>
#include <optional>

namespace tokensmith::http {

namespace beast = boost::beast;
using beast::http::field;

namespace {

constexpr qsizetype kChunkMinimum = 5; // every valid rest of a chunked body is at least as long as "0\r\n\r\n"

QByteArrayView view(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool equals(beast::string_view text, QByteArrayView expected)
{
    return view(text).compare(expected, Qt::CaseInsensitive) == 0;
}

/** Headers that decide something; a second one would leave it open which counts. */
bool mustBeSingle(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 11> names{
        "Host",   "Content-Length", "Content-Type",         "Transfer-Encoding", "Authorization", "Origin",
        "Expect", "X-API-Key",      "MCP-Protocol-Version", "Mcp-Method",        "Mcp-Name",
    };
    return std::any_of(names.begin(), names.end(), [=](QByteArrayView single) {
        return single.size() == name.size() && single.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isPlainTarget(beast::string_view target)
{
    const auto isPlain = [](char c) { return c > ' ' && c < '\x7f' && c != '#'; };
    return !target.empty() && target.front() == '/' && std::all_of(target.begin(), target.end(), isPlain);
}

bool isNumber(beast::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/** Beast's parser with our stricter rules; collects into an HttpRequest. */
class RequestFramer::Parser final : public beast::http::basic_parser<true>
{
public:
    explicit Parser(const HttpLimits &limits)
        : m_limits(limits)
    {
        header_limit(std::numeric_limits<std::uint32_t>::max()); // ours are checked before and below
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    HttpRequest request;
    int status = 400;        // to answer if put() fails
    bool bodyTooBig = false; // by its announced length
    bool expectsContinue = false;
    bool isOld = false; // HTTP/1.0

    /** Feeds bytes; returns how many were consumed, or nothing if the request is to be refused with `status`. */
    std::optional<qsizetype> feed(QByteArrayView bytes)
    {
        beast::error_code error;
        const auto used = put(boost::asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error);
        if (error && error != beast::http::error::need_more)
            return std::nullopt;
        return static_cast<qsizetype>(used);
    }

private:
    void refuse(int with, beast::error_code &error)
    {
        status = with;
        error = beast::http::error::bad_field;
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &error) override
    {
        request.method = view(method).toByteArray();
        isOld = version < 11;
        if (!isPlainTarget(target))
            return refuse(400, error);
        const QByteArrayView text = view(target);
        const qsizetype mark = text.indexOf('?');
        request.path = text.first(mark < 0 ? text.size() : mark).toByteArray();
        if (mark >= 0)
            request.query = text.sliced(mark + 1).toByteArray();
    }

    void on_field_impl(field name, beast::string_view nameText, beast::string_view value,
                       beast::error_code &error) override
    {
        if (is_header_done())
            return; // a trailer: late headers decide nothing
        if (request.headers.size() >= m_limits.headerFields)
            return refuse(431, error);
        if (mustBeSingle(view(nameText)) && !request.header(view(nameText)).isNull())
            return refuse(400, error);
        request.headers.emplaceBack(view(nameText).toByteArray(), view(value).toByteArray());
        if (name == field::content_length && !isNumber(value))
            return refuse(400, error);
        if (name == field::transfer_encoding && isOld)
            return refuse(400, error);
        if (name == field::transfer_encoding && !equals(value, "chunked"))
            return refuse(501, error);
        if (name == field::expect && !isOld) {
            expectsContinue = equals(value, "100-continue");
            if (!expectsContinue)
                return refuse(417, error);
        }
    }

    void on_header_impl(beast::error_code &error) override
    {
        if (request.header("Host").isEmpty())
            return refuse(400, error);
        bodyTooBig = content_length().value_or(0) > static_cast<std::uint64_t>(m_limits.bodyBytes);
    }

    std::size_t on_body_impl(beast::string_view body, beast::error_code &) override
    {
        request.body.append(view(body));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code &error) override
    {
        if (size > static_cast<std::uint64_t>(m_limits.bodyBytes - request.body.size()))
            refuse(413, error);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code &) override
    {
        request.body.append(view(body));
        return body.size();
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    void on_finish_impl(beast::error_code &) override {}

    const HttpLimits &m_limits;
};

RequestFramer::RequestFramer(const HttpLimits &limits)
    : m_limits(limits)
    , m_parser(std::make_unique<Parser>(m_limits))
{
}

RequestFramer::~RequestFramer() = default;

void RequestFramer::append(QByteArrayView bytes)
{
    m_in.append(bytes);
}

const HttpRequest &RequestFramer::request() const
{
    return m_parser->request;
}

bool RequestFramer::isBetweenRequests() const
{
    return m_phase == Phase::Header && m_in.isEmpty();
}

bool RequestFramer::keepsAlive() const
{
    return m_parser->keep_alive();
}

bool RequestFramer::takesChunks() const
{
    return !m_parser->isOld;
}

bool RequestFramer::hasBody() const
{
    return m_phase == Phase::Body;
}

bool RequestFramer::expectsContinue() const
{
    return m_parser->expectsContinue;
}

HttpRequest RequestFramer::take()
{
    HttpRequest request = std::move(m_parser->request);
    m_parser = std::make_unique<Parser>(m_limits);
    m_phase = Phase::Header;
    m_scanned = m_lineStart = m_bodyBytes = 0;
    m_blankLineSkipped = false;
    if (m_in.isEmpty() && m_in.capacity() > m_limits.headerBytes)
        m_in = {}; // a big body must not keep its memory for the connection's life
    return request;
}

RequestFramer::Step RequestFramer::fail(int status)
{
    m_errorStatus = status;
    return Step::Failed;
}

RequestFramer::Step RequestFramer::advance()
{
    if (m_errorStatus != 0)
        return Step::Failed;
    switch (m_phase) {
    case Phase::Header:
        return readHeader();
    case Phase::Body:
        return readBody();
    case Phase::Done:
        return Step::Complete;
    }
    Q_UNREACHABLE();
}

// Finds the end of the header by itself, byte by byte, and gives Beast the whole block at once: Beast's own limit
// counts per call, and it would wait for the end of what is no HTTP at all.
RequestFramer::Step RequestFramer::readHeader()
{
    if (!m_blankLineSkipped && m_in.startsWith("\r\n")) { // RFC 9112 2.2: one left over by the request before
        m_in.remove(0, 2);
        m_scanned = m_lineStart = 0;
        m_blankLineSkipped = true;
    }
    const qsizetype end = std::min(m_in.size(), m_limits.headerBytes);
    for (; m_scanned < end; ++m_scanned) {
        const char c = m_in.at(m_scanned);
        const char before = m_scanned > 0 ? m_in.at(m_scanned - 1) : '\n';
        const bool isControl = (c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == '\x7f';
        const bool isFold = before == '\n' && (c == ' ' || c == '\t');
        if (isControl || isFold || (c == '\n') != (before == '\r'))
            return fail(400);
        if (c != '\n')
            continue;
        if (m_scanned - m_lineStart == 1) // an empty line
            break;
        m_lineStart = m_scanned + 1;
    }
    if (m_scanned == m_limits.headerBytes)
        return fail(431);
    if (m_scanned == end)
        return Step::NeedMore;

    const qsizetype size = m_scanned + 1;
    const auto used = m_parser->feed(QByteArrayView(m_in).first(size));
    if (!used || *used != size)
        return fail(used ? 400 : m_parser->status);
    m_in.remove(0, size);
    m_phase = m_parser->is_done() ? Phase::Done : Phase::Body;
    return Step::HeaderDone;
}

RequestFramer::Step RequestFramer::readBody()
{
    if (m_parser->bodyTooBig)
        return fail(413);
    const bool chunked = m_parser->chunked();
    const qsizetype rawLimit = 2 * m_limits.bodyBytes + m_limits.headerBytes; // Beast does not count chunk framing
    while (!m_parser->is_done()) {
        // One chunk line (or the trailers) has to fit into this window; data passes through it piece by piece.
        const qsizetype room = chunked ? std::min(m_limits.headerBytes, rawLimit - m_bodyBytes) : m_in.size();
        if (chunked && room < kChunkMinimum)
            return fail(413);
        const QByteArrayView window = QByteArrayView(m_in).first(std::min(m_in.size(), room));
        if (window.isEmpty() || (chunked && window.size() < kChunkMinimum))
            return Step::NeedMore;
        const auto used = m_parser->feed(window);
        if (!used)
            return fail(m_parser->status);
        if (*used == 0 && window.size() == room)
            return fail(room < m_limits.headerBytes ? 413 : 400);
        if (*used == 0)
            return Step::NeedMore;
        m_in.remove(0, *used);
        m_bodyBytes += *used;
    }
    m_phase = Phase::Done;
    return Step::Complete;
}

} // namespace tokensmith::http
