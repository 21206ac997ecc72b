// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <optional>

namespace tokensmith::secrets {

// What every store refuses with InvalidArgument, whatever it could hold itself. The keychains take C strings: a NUL
// would cut a key or value short without a word, and KWallet can't tell an empty value from a missing one.

/** Why `key` can't name an entry; nothing if it can. */
[[nodiscard]] std::optional<base::Error> refuseKey(const QString &key);

/** Why `value` can't be stored; nothing if it can. The message never shows the value. */
[[nodiscard]] std::optional<base::Error> refuseValue(const base::Secret &value);

} // namespace tokensmith::secrets
