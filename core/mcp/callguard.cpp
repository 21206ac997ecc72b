// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/callguard.h"

#include "core/tokens/allowlist.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using clients::CallAllowance;

constexpr int kTooManyRequests = 429;

bool isLimited(const Tool &tool)
{
    switch (tool.toolClass) {
    case ToolClass::Read:
        return false;
    case ToolClass::Create:
    case ToolClass::Change:
    case ToolClass::Revoke:
        return true;
    }
    Q_UNREACHABLE();
}

base::Error errorFor(const CallAllowance &allowance, int perMinute)
{
    return {.code = base::Error::Code::RateLimited,
            .message = u"Rate limit exceeded. Try again in %1s"_s.arg(allowance.retryAfter.count()),
            .detail = u"This client key may create, change and revoke tokens %1 times in any 60 seconds. Nothing was "
                      "done; reading is not limited."_s.arg(perMinute),
            .httpStatus = kTooManyRequests,
            .retryAfter = allowance.retryAfter};
}

RpcError rpcErrorFor(const base::Error &error, const CallAllowance &allowance)
{
    const qint64 wait = allowance.retryAfter.count();
    const qint64 reset = clients::unixSecondsUp(allowance.resetsAt);
    return {.code = RpcCode::Refused,
            .message = error.message,
            .data = {{u"code"_s, base::codeName(error.code)},
                     {u"explanation"_s, error.detail},
                     {u"retryAfter"_s, wait},
                     {u"remaining"_s, allowance.remaining},
                     {u"reset"_s, reset},
                     {u"retryable"_s, true}},
            .httpStatus = kTooManyRequests,
            .headers = {{"X-RateLimit-Remaining", QByteArray::number(allowance.remaining)},
                        {"X-RateLimit-Reset", QByteArray::number(reset)},
                        {"Retry-After", QByteArray::number(wait)}}};
}

} // namespace

std::optional<base::Error> checkOpen(const CallGuard &guard, const Tool &tool, const CallContext &context,
                                     const QJsonObject &arguments)
{
    std::optional<base::Error> error = guard.closed ? guard.closed() : std::nullopt;
    if (error && isLimited(tool) && guard.onRefused)
        guard.onRefused({.tool = tool.name, .context = context, .arguments = arguments, .error = *error});
    return error;
}

void reportDenial(const CallGuard &guard, const Tool &tool, const RefusedCall &call)
{
    if (!isLimited(tool))
        reportDenial(guard, call);
}

void reportDenial(const CallGuard &guard, const RefusedCall &call)
{
    const bool ours = call.error.field == tokens::kAllowListField;
    if (ours && guard.onRefused)
        guard.onRefused(call);
}

std::optional<RpcError> checkRate(const CallGuard &guard, const Tool &tool, const CallContext &context,
                                  const QJsonObject &arguments)
{
    if (!guard.limiter || !isLimited(tool))
        return std::nullopt;
    const CallAllowance allowance = guard.limiter->take(context.client.name);
    switch (allowance.verdict) {
    case CallAllowance::Verdict::Granted:
        return std::nullopt;
    case CallAllowance::Verdict::Refused:
        break;
    }
    const base::Error error = errorFor(allowance, guard.limiter->perMinute());
    if (guard.onRefused)
        guard.onRefused({.tool = tool.name, .context = context, .arguments = arguments, .error = error});
    return rpcErrorFor(error, allowance);
}

} // namespace tokensmith::mcp
