// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/inputrounds.h"
#include "core/mcp/promptregistry.h"

#include <QCoroTask>

namespace tokensmith::mcp {

/**
 * `prompts/get`: {description, messages}. `prompts` outlives the call. An argument left empty counts as left out.
 * Errors: InvalidParams for unknown prompts and arguments, missing or non-text ones and what a handler calls invalid;
 * InternalError where making it fails.
 */
[[nodiscard]] QCoro::Task<MethodAnswer> getPrompt(const PromptRegistry *prompts, QJsonObject params,
                                                  CallContext context);

} // namespace tokensmith::mcp
