// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/changes.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace tokensmith::mcp {

/** What a client wants to hear of. */
struct SubscriptionFilter
{
    QSet<Change::Kind> kinds;
    QSet<QString> uris; ///< of Change::Kind::Resource

    /** As the protocol writes it: the members that are true, and the URIs. */
    [[nodiscard]] QJsonObject toJson() const;
};

/** Errors: InvalidParams with the member's name; also for more than `mostUris` resources. */
[[nodiscard]] tl::expected<SubscriptionFilter, RpcError> readFilter(const QJsonValue &filter, int mostUris);

/** One open stream. Owned by the coroutine that serves it; its id tags every message. */
class Subscription : public QObject
{
    Q_OBJECT

public:
    struct Terms
    {
        QJsonValue id;
        QString client;
        SubscriptionFilter filter;
    };

    Subscription(Terms terms, std::shared_ptr<MessageStream> stream);

    /** Has to be the first message. */
    void acknowledge();

    /** Passes it on where the client asked for it. */
    void tell(const Change &change);

    /** The result that goes with the end of the stream. */
    [[nodiscard]] QJsonObject result() const;

    [[nodiscard]] const QString &client() const { return m_terms.client; }

    enum class End {
        NotYet,
        ByClient,
        ByServer,
    };
    void end(End by);
    [[nodiscard]] End ended() const { return m_end; }

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] QJsonObject tag() const;
    void send(QLatin1StringView method, QJsonObject params);

    const Terms m_terms;
    const std::shared_ptr<MessageStream> m_stream;
    End m_end = End::NotYet;
};

} // namespace tokensmith::mcp
