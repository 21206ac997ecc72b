// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"

#include <QCoroTask>

#include <chrono>

namespace tokensmith::cloudflare {

/** Waits on the event loop; returns at once when cancelled. */
[[nodiscard]] QCoro::Task<> pauseFor(std::chrono::milliseconds time, base::CancelToken cancel);

} // namespace tokensmith::cloudflare
