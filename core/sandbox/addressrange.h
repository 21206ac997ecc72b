// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxtypes.h"

#include <QHostAddress>

namespace tokensmith::sandbox {

/** True for an address, a slash and a prefix length that fits it; a bare address is none. */
[[nodiscard]] bool isAddressRange(const QString &text);

/** Whether a request from there satisfies the condition. A list that is present and empty admits nobody. */
[[nodiscard]] bool admits(const IpCondition &condition, const QHostAddress &peer);

} // namespace tokensmith::sandbox
