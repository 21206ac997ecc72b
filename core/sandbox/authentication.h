// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/apicall.h"

namespace tokensmith::sandbox {

/**
 * The token a request presents, or the refusal it gets: a malformed or missing Authorization header, an unknown,
 * rolled, disabled, expired, exposed or not yet valid token, an address its IP condition keeps out.
 *
 * At verify an unusable token of any kind is 401/1000 "Invalid API Token" (Cloudflare does not document what disabled
 * and expired ones get) and the address is not looked at. The address is the peer's, or that of X-Sandbox-Client-IP.
 */
[[nodiscard]] Checked<const SandboxToken *> authenticate(const SandboxWorld &world, const http::HttpRequest &request,
                                                         Right right);

} // namespace tokensmith::sandbox
