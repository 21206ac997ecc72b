// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

#include <QStringList>

namespace tokensmith::tokens {

/** The same addresses, whatever their order and spelling, and the same unknown conditions. */
[[nodiscard]] bool sameCondition(const model::IpCondition &left, const model::IpCondition &right);

/** The same second, or neither. Cloudflare keeps whole seconds. */
[[nodiscard]] bool sameTime(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right);

/**
 * What Cloudflare did not keep of what was asked for, one sentence each; empty where the token is as asked. Policies
 * are compared as sets, addresses in canonical form. `status` counts only where `asked` says one.
 */
[[nodiscard]] QStringList notKept(const model::TokenSpec &asked, const model::Token &token);

} // namespace tokensmith::tokens
