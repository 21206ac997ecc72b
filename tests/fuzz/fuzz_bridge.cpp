// SPDX-License-Identifier: GPL-3.0-or-later

// What tokensmith-bridge reads. Input: "lines" (its client's), "events" or "reply" (the server's) on the first line,
// then the bytes; of "events" the second line is the request they answer.
#include "app/bridge/answers.h"
#include "app/bridge/eventparser.h"
#include "app/bridge/lineframer.h"
#include "app/bridge/message.h"
#include "app/bridge/replyparser.h"
#include "app/bridge/requesthead.h"
#include "core/http/requestframer.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <array>
#include <functional>
#include <random>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

constexpr qsizetype kLimit = 512;

/** Hands `bytes` over in slices; returns what came of them, to be compared. */
using Feed = std::function<QByteArrayList(const std::function<QByteArrayView()> &nextSlice)>;

QByteArrayList fed(const QByteArray &bytes, const Feed &feed, const std::function<qsizetype()> &nextSize)
{
    qsizetype at = 0;
    return feed([&] {
        const qsizetype size = std::min(nextSize(), bytes.size() - at);
        at += size;
        return QByteArrayView(bytes).sliced(at - size, size);
    });
}

/** What comes out of `bytes`, which must not depend on the slices. */
QByteArrayList inAnySlices(const QByteArray &bytes, const Feed &feed)
{
    const QByteArrayList whole = fed(bytes, feed, [&] { return bytes.size(); });
    std::minstd_rand random(static_cast<unsigned>(bytes.size()) + 1);
    require(whole == fed(bytes, feed, [] { return 1; }), "single bytes give what all bytes at once give");
    require(whole == fed(bytes, feed, [&] { return 1 + static_cast<qsizetype>(random() % 9); }),
            "what comes out does not depend on the slices");
    return whole;
}

/** The request made of a client's line is one to the server's own framer, with nothing smuggled into its head. */
void checkRequest(const bridge::Message &message)
{
    const QUrl url(u"http://127.0.0.1:8787/mcp"_s);
    const base::Secret head =
        bridge::postHead(message, {.url = url, .key = base::Secret("key"), .legacyVersion = u"2025-11-25"_s});
    http::RequestFramer framer({});
    framer.append(head.reveal() + message.body);
    require(framer.advance() == http::RequestFramer::Step::HeaderDone, "the bridge's head is well-formed");
    require(framer.advance() == http::RequestFramer::Step::Complete, "the bridge's request is complete");
    const http::HttpRequest request = framer.take();
    require(framer.isBetweenRequests() && request.body == message.body, "its body is the line, and nothing follows");
    static const QByteArrayList known{"host",     "user-agent",     "connection",           "content-type",
                                      "accept",   "content-length", "mcp-protocol-version", "mcp-method",
                                      "mcp-name", "x-api-key"};
    for (const auto &[name, value] : request.headers)
        require(known.contains(name.toLower()), "its headers are the bridge's own");
    require(request.header("X-API-Key") == "key", "its key is the bridge's own");
}

void checkMessage(const QByteArray &line)
{
    const bridge::Message message = bridge::parseMessage(line);
    checkRequest(message);
    const QByteArrayList answers = bridge::errorLines(message, u"A sentence."_s);
    require(answers.size() == message.ids.size(), "every request is answered");
    for (qsizetype i = 0; i < answers.size(); ++i) {
        require(!answers.at(i).contains('\n'), "an answer is one line");
        require(fuzz::objectFrom(answers.at(i)).value("id"_L1) == message.ids.at(i), "an answer has its request's id");
    }
}

void readLines(const QByteArray &bytes)
{
    const QByteArrayList lines = inAnySlices(bytes, [](const auto &nextSlice) {
        bridge::LineFramer framer(kLimit);
        QByteArrayList lines;
        const auto keep = [&lines](const bridge::Line &line) {
            require(line.bytes.size() <= kLimit, "no line is longer than the limit");
            lines << (line.kind == bridge::Line::Kind::Whole ? line.bytes : QByteArray("\n"));
        };
        for (QByteArrayView slice = nextSlice(); !slice.isEmpty(); slice = nextSlice()) {
            const std::vector<bridge::Line> some = framer.feed(slice);
            std::for_each(some.begin(), some.end(), keep);
        }
        if (const std::optional<bridge::Line> last = framer.finish())
            keep(*last);
        return lines;
    });
    for (const QByteArray &line : lines) {
        if (line != "\n")
            checkMessage(line);
    }
}

void readEvents(const QByteArray &text)
{
    const auto [request, stream] = fuzz::cutLine(text);
    const bridge::Message message = bridge::parseMessage(request);
    const QByteArrayList events = inAnySlices(stream, [](const auto &nextSlice) {
        bridge::EventParser parser(kLimit);
        QByteArrayList events;
        for (QByteArrayView slice = nextSlice(); !slice.isEmpty(); slice = nextSlice())
            events << parser.feed(slice);
        return events << (parser.hasFailed() ? "failed" : "whole");
    });
    for (const QByteArray &event : events) {
        require(event.size() <= kLimit, "no event is longer than the limit");
        const std::optional<bridge::Relayed> relayed = bridge::relay(message, event);
        if (!relayed)
            continue;
        require(!relayed->line.contains('\n') && !relayed->line.contains('\r'), "what goes to stdout is one line");
        require(relayed->line.startsWith('[') || relayed->line.startsWith('{'), "what goes to stdout is bare JSON");
        if (relayed->line.startsWith('['))
            continue;
        require(fuzz::objectFrom(relayed->line) == relayed->object, "what goes to stdout is what was read");
    }
}

void readReply(const QByteArray &bytes)
{
    using State = bridge::ReplyParser::State;
    static_cast<void>(inAnySlices(bytes, [](const auto &nextSlice) {
        bridge::ReplyParser parser;
        QByteArray body;
        for (QByteArrayView slice = nextSlice(); !slice.isEmpty(); slice = nextSlice()) {
            if (parser.feed(slice) == State::Failed)
                return QByteArrayList{"failed"}; // what came before it is thrown away
            body += parser.takeBody();
        }
        const State end = parser.finish();
        if (end == State::Failed)
            return QByteArrayList{"failed"};
        require(end == State::Done && parser.status() >= 200, "an answer that is done has a final status");
        return QByteArrayList{body + parser.takeBody(), QByteArray::number(parser.status()),
                              parser.isEventStream() ? "events" : "other"};
    }));
}

struct Reader
{
    QByteArrayView kind;
    void (*read)(const QByteArray &bytes);
};

constexpr std::array kReaders{Reader{"lines", readLines}, Reader{"events", readEvents}, Reader{"reply", readReply}};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto [kind, bytes] = fuzz::cutLine(fuzz::bytesFrom(data, size));
    for (const Reader &reader : kReaders) {
        if (kind == reader.kind) {
            reader.read(bytes);
            return 0;
        }
    }
    return -1;
}
