// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>

#include <optional>

namespace tokensmith::model {

/**
 * When a token asked for with `expiresIn` ends, counted from `now`; nothing for "never" or empty.
 *
 * The grammar is a whole number and a unit: h (at most 8760), d (365), m for calendar months (12), y (10). Months end
 * on the last day where the month is shorter (31 January + 1m = 28 or 29 February). The result is in UTC and whole
 * seconds. Errors: InvalidArgument with field "expiresIn".
 */
[[nodiscard]] base::Result<std::optional<QDateTime>> expiryAfter(QStringView expiresIn, const QDateTime &now);

/**
 * When a token asked for with `notBefore` begins; nothing for empty: at once. Either a moment of RFC 3339 with its
 * offset ("2026-12-01T08:00:00Z", "…+01:00"; fractions of a second are dropped) or a duration from `now` in the grammar
 * of expiryAfter(). It must lie before `expiresOn`. Errors: InvalidArgument with field "notBefore".
 */
[[nodiscard]] base::Result<std::optional<QDateTime>> startFrom(QStringView notBefore, const QDateTime &now,
                                                               const std::optional<QDateTime> &expiresOn);

} // namespace tokensmith::model
