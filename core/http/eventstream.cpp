// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/eventstream.h"

#include "core/http/endpointreplies.h"

#include <algorithm>

namespace tokensmith::http {

namespace {

using namespace std::chrono_literals;

constexpr auto kGrain = 1s; // comments may be early or late by this much, so that many share one wake-up

QByteArray eventOf(QByteArray data)
{
    data.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\ndata: "); // each is a line break here
    return "event: message\ndata: " + data + "\n\n";
}

bool isNamedIn(QByteArrayView accept, QByteArrayView type)
{
    while (!accept.isEmpty()) {
        const qsizetype comma = accept.indexOf(',');
        const QByteArrayView range = accept.first(comma < 0 ? accept.size() : comma);
        const qsizetype parameters = range.indexOf(';');
        if (range.first(parameters < 0 ? range.size() : parameters).trimmed().compare(type, Qt::CaseInsensitive) == 0)
            return true;
        accept = accept.sliced(comma < 0 ? accept.size() : comma + 1);
    }
    return false;
}

} // namespace

EventStream::EventStream(std::shared_ptr<ReplyStream> out, QByteArray correlationId)
    : m_out(std::move(out))
    , m_correlationId(std::move(correlationId))
{
    Q_ASSERT(m_out);
}

void EventStream::send(const QByteArray &data)
{
    write(eventOf(data));
}

void EventStream::keepAlive()
{
    write(": keep-alive\n\n");
}

void EventStream::write(const QByteArray &bytes)
{
    if (m_hasBegun)
        return m_out->write(bytes);
    m_hasBegun = true;
    HttpReply head = eventStreamHead(m_correlationId);
    head.body = bytes;
    m_out->begin(head);
}

HttpReply EventStream::last(const QByteArray &data)
{
    return {.body = data.isEmpty() ? QByteArray() : eventOf(data)};
}

bool EventStream::isAccepted(const HttpRequest &request)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [](const auto &header) {
        return QByteArrayView("Accept").compare(header.first, Qt::CaseInsensitive) == 0
               && isNamedIn(header.second, "text/event-stream");
    });
}

StreamKeeper::StreamKeeper(Times times)
    : m_times(times)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StreamKeeper::onTimeout);
}

void StreamKeeper::watch(const std::shared_ptr<EventStream> &stream)
{
    const Time due = std::chrono::steady_clock::now() + m_times.first;
    m_entries.append({.stream = stream, .due = due});
    schedule(due);
}

void StreamKeeper::onTimeout()
{
    m_wakeUp = Time::max();
    const auto now = std::chrono::steady_clock::now();
    m_entries.removeIf([](const Entry &entry) { return entry.stream.expired(); });
    for (Entry &entry : m_entries) { // a comment makes nobody else come or go
        const auto stream = entry.stream.lock();
        if (!stream || entry.due > now + std::min<std::chrono::milliseconds>(kGrain, m_times.every / 2))
            continue;
        stream->keepAlive();
        entry.due = now + m_times.every;
    }
    for (const Entry &entry : std::as_const(m_entries))
        schedule(entry.due);
}

void StreamKeeper::schedule(Time due)
{
    if (due >= m_wakeUp)
        return;
    m_wakeUp = due;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(due - std::chrono::steady_clock::now()));
}

} // namespace tokensmith::http
