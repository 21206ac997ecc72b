// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/places.h"
#include "core/mcp/prompt.h"

namespace tokensmith::mcp {

/** `rotate_expiring_tokens`: replace what expires soon, one token at a time, both valid until the new one is in use. */
[[nodiscard]] Prompt rotateExpiringTokensPrompt(const PlaceServices &places);

} // namespace tokensmith::mcp
