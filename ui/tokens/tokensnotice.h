// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/message.h"
#include "ui/tokens/tokensource.h"

#include <optional>

namespace tokensmith::ui {

/** What the page says when the list, or a part of it, could not be read; nothing when all is well. Pure. */
[[nodiscard]] std::optional<MessageContent> noticeFor(const TokenListStatus &status, const QDateTime &now);

} // namespace tokensmith::ui
