// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tokensmith::catalog {

/** The resource types this version can write a policy for. Cloudflare's set is open: others are refused, not guessed.
 */
enum class Scope { Account, Zone, User, Bucket };

/** Nothing for a scope this version does not know. */
[[nodiscard]] std::optional<Scope> scopeFromName(QStringView name);

/** Cloudflare's name: "com.cloudflare.api.account.zone". */
[[nodiscard]] QString scopeName(Scope scope);

/** The short word people use: "account", "zone", "user", "bucket"; for another scope its last part. */
[[nodiscard]] QString scopeWord(const QString &name);

} // namespace tokensmith::catalog
