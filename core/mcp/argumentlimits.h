// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/fault.h"

#include <QJsonValue>

#include <optional>

namespace tokensmith::mcp {

/** Bounds on any value that is validated, whatever its schema says. */
inline constexpr qsizetype kMaxTextLength = 4096; ///< UTF-16 units
inline constexpr qsizetype kMaxItems = 1000;      ///< of an array or members of an object
inline constexpr int kMaxDepth = 16;

/**
 * The first place where `value` exceeds the bounds above, or has text no service accepts: a NUL character or half of a
 * surrogate pair. Nothing where it is fit for validation.
 */
[[nodiscard]] std::optional<Fault> findUnfit(const QJsonValue &value);

} // namespace tokensmith::mcp
