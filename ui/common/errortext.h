// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace tokensmith::ui {

/** What belongs under "Details" of a message: Cloudflare's code, HTTP status, cf-ray and words. Empty if there is none.
 */
[[nodiscard]] QString errorDetails(const base::Error &error);

/** True where the network or the other side failed, so that an older list may be shown and trying again makes sense. */
[[nodiscard]] bool isOffline(const base::Error &error);

} // namespace tokensmith::ui
