// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>

namespace tokensmith::secrets {

/**
 * Asks the session bus what QtKeychain will talk to, and whether it is locked. Never prompts; starts the service if
 * the bus can. Source: Secret Service API 0.2 (freedesktop.org), KWallet's D-Bus interface.
 *
 * The answer always comes from the event loop, never before the call returns.
 *
 * A locked default collection counts as locked. KWallet is not asked: it opens its wallet with every job, so that its
 * "not found" is always certain.
 */
[[nodiscard]] QCoro::Task<StoreStatus> probeKeychain(std::chrono::milliseconds timeout);

/** StoreStatus::message of that state, in the language in which texts are made just now. */
[[nodiscard]] QString statusMessage(StoreStatus::State state, StoreStatus::Provider provider);

/** The provider behind a process name (`/proc/PID/comm`, at most 15 characters). */
[[nodiscard]] StoreStatus::Provider providerOfProcess(QByteArrayView comm);

/** A name for people; empty for None. */
[[nodiscard]] QString providerName(StoreStatus::Provider provider);

} // namespace tokensmith::secrets
