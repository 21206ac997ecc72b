// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/faults.h"
#include "core/sandbox/sandboxworld.h"

namespace tokensmith::sandbox {

/** What was asked for, faults and refusals included. */
struct Traffic
{
    QMap<QString, qsizetype> byRoute = {}; ///< how often each operation
    qsizetype underWay = 0;
    qsizetype mostAtOnce = 0;
};

/** Answers a request below /sandbox; see SandboxRouter. */
[[nodiscard]] http::HttpReply controlReply(const http::HttpRequest &request, FaultBoard &faults, const Traffic &traffic,
                                           const SandboxWorld &world);

} // namespace tokensmith::sandbox
