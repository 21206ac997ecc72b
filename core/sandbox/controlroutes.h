// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/faults.h"
#include "core/sandbox/sandboxworld.h"

namespace tokensmith::sandbox {

/** How often each operation was asked for, faults and refusals included. */
using RequestCounts = QMap<QString, qsizetype>;

/** Answers a request below /sandbox; see SandboxRouter. */
[[nodiscard]] http::HttpReply controlReply(const http::HttpRequest &request, FaultBoard &faults,
                                           const RequestCounts &counts, const SandboxWorld &world);

} // namespace tokensmith::sandbox
