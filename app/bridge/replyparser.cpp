// SPDX-License-Identifier: GPL-3.0-or-later

// Beast's chunk parser asserts where it should ask for more bytes (as in core/http/requestframer.cpp): the minimum
// below keeps it from getting there, and no peer may stop the program.
#define BOOST_DISABLE_ASSERTS

#include "app/bridge/replyparser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>
#include <utility>

namespace tokensmith::bridge {

namespace beast = boost::beast;
using beast::http::field;

namespace {

constexpr QByteArrayView kHttp("HTTP/");
constexpr qsizetype kLargestHead = 64 * 1024;
constexpr qsizetype kChunkMinimum = 5; // every valid rest of a chunked body is at least as long as "0\r\n\r\n"
constexpr int kFirstFinalStatus = 200;

QByteArrayView view(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool equals(QByteArrayView text, QByteArrayView expected)
{
    return text.compare(expected, Qt::CaseInsensitive) == 0;
}

} // namespace

/** Beast's parser, collecting the body. */
class ReplyParser::Parser final : public beast::http::basic_parser<false>
{
public:
    Parser()
    {
        header_limit(std::numeric_limits<std::uint32_t>::max()); // ours is checked before
        body_limit(std::numeric_limits<std::uint64_t>::max());   // the reader of the body counts
    }

    int status = 0;
    bool isEventStream = false;
    QByteArray body;

    /** Feeds bytes; returns how many were consumed, -1 where they are no HTTP. */
    qsizetype feed(QByteArrayView bytes)
    {
        beast::error_code error;
        const auto used = put(boost::asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error);
        if (error && error != beast::http::error::need_more)
            return -1;
        return static_cast<qsizetype>(used);
    }

    bool endHere()
    {
        beast::error_code error;
        put_eof(error);
        return !error;
    }

private:
    void on_response_impl(int code, beast::string_view, int, beast::error_code &) override { status = code; }
    void on_field_impl(field name, beast::string_view, beast::string_view value, beast::error_code &) override
    {
        if (name != field::content_type || is_header_done())
            return;
        const QByteArrayView type = view(value);
        const qsizetype parameters = type.indexOf(';');
        isEventStream = equals(type.first(parameters < 0 ? type.size() : parameters).trimmed(), "text/event-stream");
    }
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code &) override
    {
        body.append(view(bytes));
        return bytes.size();
    }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, beast::error_code &) override
    {
        body.append(view(bytes));
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}
    void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, beast::error_code &) override
    {
    }
    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    void on_finish_impl(beast::error_code &) override {}
};

ReplyParser::ReplyParser()
    : m_parser(std::make_unique<Parser>())
{
}

ReplyParser::~ReplyParser() = default;

int ReplyParser::status() const
{
    return m_state == State::Head ? 0 : m_parser->status;
}

bool ReplyParser::isEventStream() const
{
    return m_parser->isEventStream;
}

QByteArray ReplyParser::takeBody()
{
    return std::exchange(m_parser->body, {});
}

ReplyParser::State ReplyParser::feed(QByteArrayView bytes)
{
    m_in.append(bytes);
    m_state = advance();
    return m_state;
}

ReplyParser::State ReplyParser::finish()
{
    if (m_state == State::Body && m_parser->endHere())
        m_state = State::Done;
    else if (m_state != State::Done)
        m_state = State::Failed;
    return m_state;
}

ReplyParser::State ReplyParser::advance()
{
    while (m_state == State::Head) {
        if (!QByteArrayView(m_in).startsWith(kHttp.first(std::min(m_in.size(), kHttp.size()))))
            return State::Failed; // a stranger's greeting may never end
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return m_in.size() > kLargestHead ? State::Failed : State::Head;
        if (m_parser->feed(QByteArrayView(m_in).first(end + 4)) != end + 4)
            return State::Failed;
        m_in.remove(0, end + 4);
        if (m_parser->status >= kFirstFinalStatus)
            m_state = State::Body;
        else
            m_parser = std::make_unique<Parser>(); // "100 Continue" and the like come before the answer
    }
    while (m_state == State::Body && !m_parser->is_done()) {
        if (m_in.isEmpty() || (m_parser->chunked() && m_in.size() < kChunkMinimum))
            return State::Body;
        const qsizetype used = m_parser->feed(m_in);
        if (used < 0)
            return State::Failed;
        if (used == 0)
            return m_in.size() > kLargestHead ? State::Failed : State::Body;
        m_in.remove(0, used);
    }
    return m_state == State::Body ? State::Done : m_state;
}

} // namespace tokensmith::bridge
