// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/inputrounds.h"

#include "core/base/clock.h"
#include "core/mcp/failures.h"

#include <QStringList>

#include <chrono>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kBadRequest = 400;
constexpr std::chrono::seconds kStateLifetime{600}; // long enough for a person to answer

/** A capability, or one of the parts it may have. */
struct Need
{
    QString capability;
    QString part = {}; ///< empty: the capability as such
};

/** Of elicitation, a client that names no mode can do forms. */
Need elicitationNeed(const QJsonObject &params)
{
    const bool url = params.value("mode"_L1).toString() == "url"_L1;
    return {.capability = u"elicitation"_s, .part = url ? u"url"_s : u"form"_s};
}

Need needOf(const QJsonObject &request)
{
    const QString method = request.value("method"_L1).toString();
    const QJsonObject params = request.value("params"_L1).toObject();
    if (method == "elicitation/create"_L1)
        return elicitationNeed(params);
    if (method == "sampling/createMessage"_L1) {
        const bool tools = params.contains("tools"_L1) || params.contains("toolChoice"_L1);
        return {.capability = u"sampling"_s, .part = tools ? u"tools"_s : QString()};
    }
    if (method == "roots/list"_L1)
        return {.capability = u"roots"_s};
    return {.capability = method};
}

bool isDeclared(const Need &need, const QJsonObject &declared)
{
    const QJsonValue capability = declared.value(need.capability);
    if (!capability.isObject() || need.part.isEmpty())
        return capability.isObject();
    const QJsonObject parts = capability.toObject();
    const bool formByDefault = need.part == "form"_L1 && !parts.contains("url"_L1);
    return formByDefault || parts.value(need.part).isObject();
}

} // namespace

tl::expected<std::optional<InputRound>, RpcError> inputRoundOf(const Seal &seal, const StatedCall &call)
{
    const QJsonValue responses = call.params.value("inputResponses"_L1);
    const QJsonValue state = call.params.value("requestState"_L1);
    if (responses.isUndefined() && state.isUndefined())
        return std::nullopt;
    if (!responses.isUndefined() && !responses.isObject())
        return invalidParams(u"\"inputResponses\" has to be an object"_s);
    InputRound round{.responses = responses.toObject(), .state = {}};
    if (state.isUndefined())
        return round;
    const std::optional<QJsonObject> read = readRequestState(seal, call, state.toString(), base::SystemClock().now());
    if (!read)
        return invalidParams(u"Invalid requestState: it was not given out for this call, or it has expired. Call again "
                             "without requestState and inputResponses."_s);
    round.state = *read;
    return round;
}

MethodResult inputRequiredResult(const Seal &seal, const StatedCall &call, const CallContext &context,
                                 const InputRequired &questions)
{
    switch (context.rounds) {
    case CallContext::Rounds::None:
        return tl::unexpected(
            RpcError{.code = RpcCode::Refused,
                     .message = u"This needs answers from the client, which only revision 2026-07-28 can ask for"_s});
    case CallContext::Rounds::Allowed:
        break;
    }
    const QJsonObject missing = missingCapabilities(questions.requests, context.capabilities);
    if (!missing.isEmpty())
        return tl::unexpected(missingCapabilityError(missing));
    QJsonObject result{{u"resultType"_s, u"input_required"_s}};
    if (!questions.requests.isEmpty())
        result.insert("inputRequests"_L1, questions.requests);
    if (!questions.state.isEmpty() || questions.requests.isEmpty()) {
        const QDateTime expires = base::SystemClock().now().addSecs(kStateLifetime.count());
        result.insert("requestState"_L1, writeRequestState(seal, call, questions.state, expires));
    }
    return result;
}

QJsonObject missingCapabilities(const QJsonObject &requests, const QJsonObject &declared)
{
    QJsonObject missing;
    for (const QJsonValue request : requests) {
        const Need need = needOf(request.toObject());
        if (isDeclared(need, declared))
            continue;
        QJsonObject parts = missing.value(need.capability).toObject();
        if (!need.part.isEmpty())
            parts.insert(need.part, QJsonObject());
        missing.insert(need.capability, parts);
    }
    return missing;
}

RpcError missingCapabilityError(const QJsonObject &required)
{
    return {.code = RpcCode::MissingCapability,
            .message = u"This call needs a client that declares: %1"_s.arg(required.keys().join(u", "_s)),
            .data = {{u"requiredCapabilities"_s, required}},
            .httpStatus = kBadRequest};
}

} // namespace tokensmith::mcp
