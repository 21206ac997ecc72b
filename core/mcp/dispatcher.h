// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/legacyera.h"
#include "core/mcp/modernera.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * The protocol engine: one POST body in, one answer out. It reads the message, picks the era, has the era answer, and
 * writes the reply with its HTTP status. No sockets. Between calls it knows only which calls run and which streams
 * listen. Owns what is offered; outlives every call.
 */
class Dispatcher
{
public:
    explicit Dispatcher(Features features);
    Q_DISABLE_COPY_MOVE(Dispatcher)

    /**
     * Requests: 200; 400 for what is not a message of an offered revision; 429 where the client called too often; more
     * since 2026-07-28, see ModernEra. Notifications, responses: 202, empty. Batches, where the revision has them: the
     * answers as an array, or 202 if there is none. An empty body with 200 ends a stream.
     */
    [[nodiscard]] QCoro::Task<Answer> handle(Call call);

    /** Ends the streams of subscriptions/listen, for good: the server stops. */
    void closeSubscriptions() { m_modern.subscriptions().closeAll(); }

    /** The same for one key, which was shut out. */
    void closeSubscriptionsOf(const QString &client) { m_modern.subscriptions().closeOf(client); }

    [[nodiscard]] const ToolRegistry &tools() const { return m_features.tools; }

private:
    [[nodiscard]] QCoro::Task<Answer> handleBatch(Call call);
    [[nodiscard]] QCoro::Task<Answer> handleLegacy(Message message, Call call);
    [[nodiscard]] QCoro::Task<Answer> handleModern(Message message, Call call);
    void takeNotification(const Message &message, const Call &call);

    const Features m_features;
    const Methods m_methods;
    RunningCalls m_running;
    const CallRunner m_runner;
    const LegacyEra m_legacy;
    ModernEra m_modern;
};

} // namespace tokensmith::mcp
