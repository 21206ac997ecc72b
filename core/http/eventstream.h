// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace tokensmith::http {

/**
 * An answer as server-sent events (HTML standard, section 9.2). The head goes out with the first event or comment; a
 * call that never sends one is answered whole. Sending after the client is gone, or after the answer, is harmless.
 */
class EventStream
{
public:
    /** `correlationId` is for the head. */
    EventStream(std::shared_ptr<ReplyStream> out, QByteArray correlationId);

    /** One event; may have several lines. */
    void send(const QByteArray &data);
    /** A comment: clients ignore it, and the connection is seen to live. */
    void keepAlive();

    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /** What ends a stream that has begun: `data` as its last event, or nothing more if it is empty. */
    [[nodiscard]] static HttpReply last(const QByteArray &data);

    /** True if the sender of `request` takes events: its Accept names them; a wildcard is not enough. */
    [[nodiscard]] static bool isAccepted(const HttpRequest &request);

private:
    void write(const QByteArray &bytes);

    const std::shared_ptr<ReplyStream> m_out;
    const QByteArray m_correlationId;
    bool m_hasBegun = false;
};

/** Keeps event streams alive with comments, for as long as somebody holds them. One coarse timer, at rest without. */
class StreamKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds first;
        std::chrono::milliseconds every; ///< after the first
    };

    explicit StreamKeeper(Times times);

    void watch(const std::shared_ptr<EventStream> &stream);
    [[nodiscard]] bool isAtRest() const { return !m_timer.isActive(); }

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Entry
    {
        std::weak_ptr<EventStream> stream;
        Time due;
    };

    void onTimeout();
    void schedule(Time due);

    const Times m_times;
    QList<Entry> m_entries;
    QTimer m_timer;
    Time m_wakeUp = Time::max();
};

} // namespace tokensmith::http
