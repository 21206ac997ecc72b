// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"

namespace tokensmith::audit {

/** The first line of a CSV file of activities. */
[[nodiscard]] QByteArray activityCsvHeader();

/** One activity as a line of it; see base::csvLine(). */
[[nodiscard]] QByteArray activityCsvLine(const Activity &activity);

} // namespace tokensmith::audit
