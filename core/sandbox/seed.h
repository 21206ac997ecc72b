// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/worldstate.h"

namespace tokensmith::sandbox {

/**
 * A believable fresh world around `now`: invented companies on reserved domain names, tokens in every condition the
 * product must show, and bootstrap tokens. The first forty tokens are the same in every world; more are made by chance.
 */
[[nodiscard]] WorldState seedWorld(const SeedOptions &options, const QDateTime &now);

} // namespace tokensmith::sandbox
