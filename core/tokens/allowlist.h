// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace tokensmith::tokens {

/** `field` of every refusal by the allow list, and of no other error: what tells them apart in the audit log. */
inline constexpr QLatin1StringView kAllowListField{"ALLOWED_ACCOUNT_IDS"};

} // namespace tokensmith::tokens
