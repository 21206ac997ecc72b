// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"

#include <QUrl>

namespace tokensmith::ui {

/**
 * The dashboard's form for a new bootstrap token, filled in: the right to edit tokens, and to read accounts and zones
 * so that they can be picked by name. Such a link can carry neither an expiry nor an IP limit
 * (developers.cloudflare.com, "API token template URLs").
 */
[[nodiscard]] QUrl bootstrapTokenForm(model::Owner::Kind owner);

/** True for https links to Cloudflare's dashboard and documentation; nothing else is ever handed to the browser. */
[[nodiscard]] bool isOpenable(const QUrl &url);

/** Opens the browser. Errors: InvalidArgument (not openable), Unavailable (no browser could be started). */
[[nodiscard]] base::Result<base::Done> openInBrowser(const QUrl &url);

} // namespace tokensmith::ui
