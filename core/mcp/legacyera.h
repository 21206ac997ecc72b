// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callrunner.h"
#include "core/mcp/firstpages.h"

namespace tokensmith::mcp {

/**
 * The methods of revisions 2024-11-05 to 2025-11-25, without state: `initialize` is answered and not required, log
 * levels and resource subscriptions are accepted and not kept (there is no stream from us to the client to serve them
 * on), so neither list changes nor subscriptions are advertised.
 * Source: the specification's pages "Lifecycle", "Server Features" and "Utilities" of those revisions.
 */
class LegacyEra
{
public:
    /** All outlive this and every running call. */
    LegacyEra(const Features &features, const Methods &methods, const CallRunner &runner);

    /** The result of one request; `message.kind` is Request. Empty: the client cancelled it. */
    [[nodiscard]] QCoro::Task<RpcResult> handle(Message message, Call call) const;

private:
    [[nodiscard]] QCoro::Task<RpcResult> run(const Method *method, Message message, Call call) const;
    [[nodiscard]] RpcResult answerOwn(const QString &method, const QJsonObject &params) const;
    [[nodiscard]] RpcResult initialize(const QJsonObject &params) const;
    [[nodiscard]] RpcResult setLogLevel(const QJsonObject &params) const;

    const Features &m_features;
    const Methods &m_methods;
    const CallRunner &m_runner;
    const FirstPages m_firstPages;
};

} // namespace tokensmith::mcp
