// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/emptystate.h"
#include "ui/tokens/tokensource.h"

namespace tokensmith::ui {

/** What stands where the table would be while there are no tokens and nothing is being read. Pure. */
[[nodiscard]] EmptyContent emptyContent(const TokenListStatus &status);

/** The same when a filter leaves nothing over. */
[[nodiscard]] EmptyContent noMatchContent(const QString &filter);

} // namespace tokensmith::ui
