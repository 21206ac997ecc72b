// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/changes.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

#include <functional>
#include <list>
#include <optional>

namespace tokensmith::mcp {

class Subscription;

/**
 * `subscriptions/listen` (revision 2026-07-28): streams that stay open and tell a client what changed, until it hangs
 * up or the server stops. Every message is tagged with the id of the request that opened its stream.
 */
class Subscriptions : public QObject
{
    Q_OBJECT

public:
    /** What changes here at all; what it does not is not agreed to. */
    struct Offer
    {
        QSet<Change::Kind> kinds;
    };

    static constexpr int kMostPerClient = 32;
    static constexpr int kMost = 64;
    static constexpr int kMostUris = 256;

    /** `changes` may be null: nothing changes. It outlives this. */
    Subscriptions(Offer offer, const ChangeFeed *changes);
    ~Subscriptions() override;

    /**
     * Acknowledges, then suspends for as long as the stream is open. The result of a stream that the server ended, or
     * nothing where the client hung up. Errors: InvalidParams for a malformed filter; Refused with HTTP 406 where
     * the client takes no stream, 429 where too many are open, 503 once closeAll() was called.
     */
    [[nodiscard]] QCoro::Task<std::optional<MethodResult>> listen(QJsonValue id, QJsonValue filter, Call call);

    /** Ends all streams with their result, and takes no more: the server stops. */
    void closeAll();

    /** Ends the streams of one key, which was shut out. */
    void closeOf(const QString &client);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_open.size()); }

private:
    [[nodiscard]] std::optional<RpcError> refuse(const Call &call) const;
    void tell(const Change &change);
    void forEach(const std::function<void(Subscription *)> &act);

    enum class State {
        Open,
        Closed,
    };

    const Offer m_offer;
    std::list<Subscription *> m_open; // each lives in its listen()
    State m_state = State::Open;
};

} // namespace tokensmith::mcp
