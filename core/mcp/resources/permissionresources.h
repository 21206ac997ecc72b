// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/places.h"
#include "core/mcp/resource.h"

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

/** `tokensmith://permission-groups`: what list_permission_groups answers, for tokens of the bootstrap token's owner. */
[[nodiscard]] Resource permissionGroupsResource(tokens::TokenService &tokens);

/** `tokensmith://permission-groups/{owner}`: the same for "user" or the account of that id. */
[[nodiscard]] ResourceTemplate ownersPermissionGroupsResource(tokens::TokenService &tokens,
                                                              const PlaceServices &places);

} // namespace tokensmith::mcp
