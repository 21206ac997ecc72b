// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/places.h"
#include "core/mcp/prompt.h"

namespace tokensmith::mcp {

/** `audit_tokens`: find what is wrong with tokens and plan what to do, changing nothing. */
[[nodiscard]] Prompt auditTokensPrompt(const PlaceServices &places);

} // namespace tokensmith::mcp
