// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/places.h"
#include "core/mcp/prompt.h"

namespace tokensmith::mcp {

/** `create_least_privilege_token`: from what a token is for to the narrowest one that does it, previewed first. */
[[nodiscard]] Prompt createLeastPrivilegeTokenPrompt(const PlaceServices &places,
                                                     const catalog::TemplateSet &templates);

} // namespace tokensmith::mcp
