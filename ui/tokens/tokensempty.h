// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/emptystate.h"
#include "ui/tokens/tokensource.h"

namespace tokensmith::ui {

/** What stands where the table would be while there are no tokens and nothing is being read. Pure. */
[[nodiscard]] EmptyContent emptyContent(const TokenListStatus &status);

/** The same when a search leaves nothing over; `better`: what may have been meant, or empty. */
[[nodiscard]] EmptyContent noMatchContent(const QString &search, const QString &better = {});

/** The same when chips or weeks do, with a search or without. */
[[nodiscard]] EmptyContent noMatchUnderFilters(const QString &search);

} // namespace tokensmith::ui
