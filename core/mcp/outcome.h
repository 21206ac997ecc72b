// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mcp/context.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace tokensmith::mcp {

/** What a tool answers in its own content blocks. */
struct ContentResult
{
    enum class Kind {
        Good,
        Error, ///< `isError`: the model is told to read it as a failure
    };
    QJsonArray content;
    Kind kind = Kind::Good;
    std::optional<QJsonObject> structured = {};
};

/**
 * Questions to the client, by keys of our choice; it calls again with the answers and `state`. The engine signs the
 * state, so it can't be forged or used for another call or by another client; it is not hidden from the client. A
 * request the client has not declared a capability for is refused by the engine.
 */
struct InputRequired
{
    QJsonObject requests; ///< key: {method, params}; elicitation/create, sampling/createMessage or roots/list
    QJsonObject state = {};
};

/** The call can't go on without capabilities the client has not declared. */
struct MissingCapability
{
    QJsonObject required; ///< in the shape of client capabilities: {"sampling": {}}
};

using ToolOutcome = std::variant<ContentResult, InputRequired, MissingCapability>;

/**
 * Values that complete what was `typed` of one argument, best first; `others` are arguments already settled. At most
 * 100 are sent. No answer is no error: an Error is logged and the client gets no values.
 */
using Completer = std::function<base::Async<QStringList>(CallContext, QString typed, QJsonObject others)>;

} // namespace tokensmith::mcp
