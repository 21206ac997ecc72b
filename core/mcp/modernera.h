// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callrunner.h"
#include "core/mcp/envelope.h"
#include "core/mcp/firstpages.h"
#include "core/mcp/headercheck.h"
#include "core/mcp/subscriptions.h"

#include <QHash>

namespace tokensmith::mcp {

/**
 * Revision 2026-07-28: no initialize, every request says what it speaks and what its client can do. Checked in this
 * order: the envelope in `_meta` (InvalidParams, HTTP 400), the headers that repeat the body (HeaderMismatch, 400), the
 * version (UnsupportedVersion, 400), the method (MethodNotFound, 404); then its parameters (InvalidParams, 200).
 * Source: the specification's pages "Streamable HTTP", "Versioning", "Discovery", "Subscriptions", "Caching".
 */
class ModernEra
{
public:
    /** All outlive this and every running call. */
    ModernEra(const Features &features, const Methods &methods, const CallRunner &runner);

    /** The result of one request; `message.kind` is Request. Empty: the client cancelled it. */
    [[nodiscard]] QCoro::Task<RpcResult> handle(Message message, Call call);

    /** Nothing to do for one that is well-formed; a client cancels by hanging up. */
    [[nodiscard]] std::optional<RpcError> checkNotification(const Message &message, const Call &call) const;

    [[nodiscard]] Subscriptions &subscriptions() { return m_subscriptions; }

private:
    [[nodiscard]] std::optional<RpcError> check(const Envelope &envelope, const Message &message,
                                                const Call &call) const;
    [[nodiscard]] std::optional<RpcError> checkParameters(const Method &method, const QJsonObject &params,
                                                          const Call &call) const;
    [[nodiscard]] QCoro::Task<RpcResult> run(const Method *method, Envelope envelope, Message message, Call call) const;
    /** How long a result may be kept; none: the protocol has no word on it. */
    using TimeToLive = std::optional<int>;
    [[nodiscard]] QJsonObject shaped(QJsonObject result, TimeToLive milliseconds) const;
    [[nodiscard]] RpcResult written(const CallRunner::Outcome &outcome, TimeToLive milliseconds) const;
    [[nodiscard]] QJsonObject discovery() const;

    const Features &m_features;
    const Methods &m_methods;
    const CallRunner &m_runner;
    const FirstPages m_firstPages;
    const QByteArray m_discovery;                              ///< the result of server/discover
    QHash<QString, std::vector<MirroredParameter>> m_mirrored; ///< by tool; only those that have any
    Subscriptions m_subscriptions;
};

} // namespace tokensmith::mcp
