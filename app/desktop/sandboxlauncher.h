// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/options.h"

namespace tokensmith::app {

/**
 * Starts this program a second time on the simulated Cloudflare, detached, on any free port and with nothing of our
 * credentials in its environment. If one runs already it comes to the front. Errors: Unavailable, with the command.
 */
[[nodiscard]] base::Result<base::Done> startSandboxWindow(const Options &options);

} // namespace tokensmith::app
