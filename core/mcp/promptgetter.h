// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/features.h"
#include "core/mcp/inputrounds.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * `prompts/get`: {description, messages}. `features` outlive the call. An argument left empty counts as left out.
 * Errors: InvalidParams for unknown prompts and arguments, missing or non-text ones and what a handler calls invalid;
 * InternalError where making it fails, and what the guard says while it is closed.
 */
[[nodiscard]] QCoro::Task<MethodAnswer> getPrompt(const Features *features, QJsonObject params, CallContext context);

} // namespace tokensmith::mcp
