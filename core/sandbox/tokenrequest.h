// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/envelope.h"
#include "core/sandbox/permissiongroups.h"

namespace tokensmith::sandbox {

/**
 * Reads the body of a create or update: JSON form, member types, the name's length, times, address ranges, group ids.
 * Unknown members and read-only ones are passed over, also `request.ip`, the old spelling of `request_ip`: whoever
 * sends it gets a token without an IP limit and has to notice. What the policies may grant is checked by policycheck.
 */
[[nodiscard]] Checked<TokenDraft> parseTokenDraft(const QByteArray &body, const PermissionGroupTable &groups);

} // namespace tokensmith::sandbox
