// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/jsonrpc.h"
#include "core/mcp/outcome.h"
#include "core/mcp/requeststate.h"

#include <variant>

namespace tokensmith::mcp {

/** What a method comes to: its result object, or what has to be asked first; or an error. */
using MethodAnswer = tl::expected<std::variant<QJsonObject, InputRequired>, RpcError>;

/**
 * What the client answered in this round, from `inputResponses` and `requestState` of `call.params`; nothing in a
 * first round. Errors: InvalidParams for members of the wrong type and for a state that is not of this call.
 */
[[nodiscard]] tl::expected<std::optional<InputRound>, RpcError> inputRoundOf(const Seal &seal, const StatedCall &call);

/**
 * The result that asks: {resultType: "input_required", inputRequests, requestState}. Errors: MissingCapability where
 * `context` has not declared what the questions need, Refused where its revision has no such results.
 */
[[nodiscard]] MethodResult inputRequiredResult(const Seal &seal, const StatedCall &call, const CallContext &context,
                                               const InputRequired &questions);

/**
 * What `requests` of an InputRequired need and `declared` does not hold, in the shape of client capabilities; empty
 * where nothing is missing. A method that is no request to a client counts as missing under its own name.
 */
[[nodiscard]] QJsonObject missingCapabilities(const QJsonObject &requests, const QJsonObject &declared);

/** The error of revision 2026-07-28 for it: HTTP 400, `data.requiredCapabilities`. */
[[nodiscard]] RpcError missingCapabilityError(const QJsonObject &required);

} // namespace tokensmith::mcp
