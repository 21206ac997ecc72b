// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxworld.h"

namespace tokensmith::sandbox {

/** "2026-07-01T05:20:00Z", or null for an invalid time. */
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);

/** The status shown now: expiry wins over "active". */
[[nodiscard]] QString statusWord(const SandboxToken &token, const QDateTime &now);

/** A token as Cloudflare shows it, without its secret. */
[[nodiscard]] QJsonObject tokenJson(const SandboxWorld &world, const SandboxToken &token);

} // namespace tokensmith::sandbox
