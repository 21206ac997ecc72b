// SPDX-License-Identifier: GPL-3.0-or-later

// The HTTP guard's framing. Input: two bytes that choose limits and slices, then what a client sends.
#include "core/http/requestframer.h"
#include "tests/fuzz/fuzzing.h"

#include <QByteArrayList>

#include <algorithm>
#include <functional>
#include <random>

using namespace tokensmith;
using fuzz::require;
using http::RequestFramer;

namespace {

using NextSlice = std::function<qsizetype()>;

constexpr http::HttpLimits kTight{.headerBytes = 256, .headerFields = 6, .bodyBytes = 48};
constexpr http::HttpLimits kUsual{};
constexpr http::HttpLimits kRoomier{.headerBytes = 17 * 1024, .headerFields = 65}; // for a Content-Length more

bool isClean(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c < 0 || c >= ' ' || c == '\t') && c != '\x7f'; });
}

/** A head that was let through keeps what the framer promises. */
void checkHead(const http::HttpRequest &request, const http::HttpLimits &limits)
{
    require(request.headers.size() <= limits.headerFields, "no more header fields than the limit");
    require(!request.method.isEmpty() && isClean(request.method), "a method without control characters");
    require(request.path.startsWith('/'), "a path that begins with a slash");
    for (const char c : request.path + request.query)
        require(c > ' ' && c < '\x7f' && c != '#', "a target of visible ASCII characters");
    qsizetype bytes = 0;
    qsizetype hosts = 0;
    for (const auto &[name, value] : request.headers) {
        require(!name.isEmpty() && isClean(name) && !name.contains(':'), "header names without separators");
        require(isClean(value) && value.trimmed() == value, "trimmed header values without control characters");
        bytes += name.size() + value.size();
        hosts += name.compare("Host", Qt::CaseInsensitive) == 0;
    }
    require(bytes <= limits.headerBytes, "a head within the limit");
    require(hosts == 1, "exactly one Host");
}

QByteArray describe(const http::HttpRequest &request)
{
    QByteArray text = request.method + ' ' + request.path + '?' + request.query;
    for (const auto &[name, value] : request.headers)
        text += '\n' + name + ": " + value;
    return text + "\n\n" + request.body;
}

QByteArray describeState(const RequestFramer &framer)
{
    return QByteArray::number(framer.keepsAlive()) + QByteArray::number(framer.hasBody())
           + QByteArray::number(framer.expectsContinue());
}

/** Every event of a stream given in slices, the last one its end. */
QByteArrayList frame(const QByteArray &bytes, const http::HttpLimits &limits, const NextSlice &nextSlice)
{
    RequestFramer framer(limits);
    QByteArrayList events;
    qsizetype at = 0;
    for (;;) {
        switch (framer.advance()) {
        case RequestFramer::Step::NeedMore: {
            if (at == bytes.size())
                return events << (framer.isBetweenRequests() ? "between" : "within");
            const qsizetype count = std::min(nextSlice(), bytes.size() - at);
            framer.append(QByteArrayView(bytes).sliced(at, count));
            at += count;
            break;
        }
        case RequestFramer::Step::HeaderDone:
            checkHead(framer.request(), limits);
            events << describe(framer.request()) << describeState(framer);
            break;
        case RequestFramer::Step::Complete: {
            const http::HttpRequest request = framer.take();
            require(request.body.size() <= limits.bodyBytes, "a body within the limit");
            events << describe(request);
            break;
        }
        case RequestFramer::Step::Failed: {
            const int status = framer.errorStatus();
            require(status == 400 || status == 413 || status == 417 || status == 431 || status == 501,
                    "a refusal with one of its statuses");
            require(framer.advance() == RequestFramer::Step::Failed, "a refused stream stays refused");
            return events << QByteArray::number(status) + framer.request().path;
        }
        }
    }
}

/** The request written in the plainest way reads as the same request. */
void checkRewritten(const http::HttpRequest &request)
{
    QByteArray text = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        text += '?' + request.query;
    text += " HTTP/1.1\r\n";
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        if (lower != "content-length" && lower != "transfer-encoding" && lower != "expect")
            text += name + ": " + value + "\r\n";
    }
    text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body;

    RequestFramer framer(kRoomier);
    framer.append(text);
    require(framer.advance() == RequestFramer::Step::HeaderDone, "a request written anew has a head");
    require(framer.advance() == RequestFramer::Step::Complete, "a request written anew is complete");
    const http::HttpRequest again = framer.take();
    require(framer.isBetweenRequests(), "a request written anew ends where it ends");
    require(again.method == request.method && again.path == request.path && again.query == request.query
                && again.body == request.body,
            "a request written anew is the same request");
}

void checkEachRequest(const QByteArray &bytes)
{
    RequestFramer framer(kUsual);
    framer.append(bytes);
    for (;;) {
        const RequestFramer::Step step = framer.advance();
        if (step == RequestFramer::Step::Complete)
            checkRewritten(framer.take());
        else if (step != RequestFramer::Step::HeaderDone)
            return;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return -1;
    const http::HttpLimits &limits = data[0] % 2 == 0 ? kTight : kUsual;
    const QByteArray bytes = fuzz::bytesFrom(data + 2, size - 2);

    const QByteArrayList whole = frame(bytes, limits, [&] { return bytes.size(); });
    const QByteArrayList single = frame(bytes, limits, [] { return 1; });
    std::minstd_rand random(1U + data[1]);
    const qsizetype longest = 1 + data[0] / 2;
    const QByteArrayList sliced = frame(bytes, limits, [&] { return 1 + static_cast<qsizetype>(random()) % longest; });
    require(whole == single, "what comes out of single bytes is what comes out of all at once");
    require(whole == sliced, "what comes out does not depend on the slices");
    checkEachRequest(bytes);
    return 0;
}
