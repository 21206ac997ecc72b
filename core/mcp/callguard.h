// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/clients/calllimiter.h"
#include "core/mcp/jsonrpc.h"
#include "core/mcp/tool.h"

#include <functional>
#include <optional>

namespace tokensmith::mcp {

/** A call that was not let through: too many of them, or an account the operator left out. */
struct RefusedCall
{
    QString tool; ///< or the method that was called: resources/read
    CallContext context = {};
    QJsonObject arguments = {}; ///< valid for the tool
    base::Error error = {};
};

/** A tool call that has ended, as it may be kept: there is no secret in it. */
struct EndedCall
{
    enum class Outcome {
        Done,
        Refused, ///< the tool did not run
        Failed,  ///< it ran, or its arguments were wrong
    };
    QString tool = {};
    std::optional<ToolClass> callClass = {}; ///< absent: there is no such tool
    CallContext context = {};
    QJsonObject arguments = {}; ///< see shownArguments()
    Outcome outcome = Outcome::Done;
    std::optional<base::Error> error = {};
    QString tokenId = {};
    QString tokenName = {};
    std::chrono::milliseconds took{};
    std::chrono::milliseconds waited{};                           ///< for a person
    std::optional<clients::ApprovalAnswer::Verdict> verdict = {}; ///< absent: nobody was asked
    QStringList effect = {};                                      ///< what a person was told
};

class AskedCalls;

/** What stands between a valid call and its tool. An empty one lets everything through. */
struct CallGuard
{
    clients::CallLimiter *limiter = nullptr; ///< asked for tools that are not of class Read; not owned
    std::function<void(const RefusedCall &)> onRefused = {};
    std::function<void(const EndedCall &)> onEnded = {};                       ///< each tool call, once; must be quick
    std::function<clients::ClientPolicy(const QString &client)> policyOf = {}; ///< absent: everything is allowed
    AskedCalls *asked = nullptr; ///< where calls wait for a person; null: they are refused. Not owned
    std::function<std::optional<base::Error>()> closed = {}; ///< why no call is let through now (locked); absent: open
};

/** Nothing, or why the server takes no calls now. A tool that would have changed something is reported. */
[[nodiscard]] std::optional<base::Error> checkOpen(const CallGuard &guard, const Tool &tool, const CallContext &context,
                                                   const QJsonObject &arguments);

/**
 * Reports the error of a reading tool if it is a denial of ours: an account outside ALLOWED_ACCOUNT_IDS. Tools that
 * change something report for themselves, with what they know of the token.
 */
void reportDenial(const CallGuard &guard, const Tool &tool, const RefusedCall &call);

/** The same for what is read in another way than by a tool. */
void reportDenial(const CallGuard &guard, const RefusedCall &call);

/** Nothing, and the call is counted; or the error for the client: HTTP 429 with the X-RateLimit headers. */
[[nodiscard]] std::optional<RpcError> checkRate(const CallGuard &guard, const Tool &tool, const CallContext &context,
                                                const QJsonObject &arguments);

} // namespace tokensmith::mcp
