// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::catalog {

/**
 * What the API calls a permission that the dashboard or the documentation gives another label: "Turnstile" →
 * "Turnstile Sites". Both without their level. Empty for every other text. Letter case does not count.
 */
[[nodiscard]] QString apiStemOf(const QString &label);

/** What to choose for a thing that has no permission of its own ("Durable Objects"); empty if nothing is known. */
[[nodiscard]] QString coveredBy(const QString &label);

} // namespace tokensmith::catalog
