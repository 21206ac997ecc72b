// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/token.h"

namespace tokensmith::tokens {

/** What a token's first letters tell. Tokens from before 2026 have no prefix. */
enum class Prefix { User, Account, None, NotAToken };

[[nodiscard]] Prefix prefixOf(const QByteArray &token);

/** Nothing, or InvalidArgument where it can't be an API token. */
[[nodiscard]] base::Result<base::Done> checkForm(const base::Secret &token);

/** Whether its policies let it edit tokens. */
[[nodiscard]] bool mayWriteTokens(const model::Token &token);

/** A keyed hash of 128 bits: the token's own entropy keeps it from being guessed. */
[[nodiscard]] QString identityOf(const base::Secret &token);

/** The user that the token's own policies name; empty: none. */
[[nodiscard]] QString userTagIn(const model::Token &token);

} // namespace tokensmith::tokens
