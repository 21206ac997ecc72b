// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/owner.h"

#include <QUrl>

namespace tokensmith::catalog {

/**
 * True for a permission group that lets a token make, change or revoke tokens: any "API Tokens" level but Read, and the
 * two groups known by id whatever they are called. Cloudflare answers 1001 to a token that asks for one (no token may
 * make another that manages tokens), so we refuse before asking.
 */
[[nodiscard]] bool managesTokens(const QString &groupId, const QString &groupName);

/** The dashboard's form for a token that manages tokens, filled in. */
[[nodiscard]] QUrl tokenManagerForm(model::Owner::Kind kind);

/** The refusal to make such a token, with the link: the dashboard is the only place for it. */
[[nodiscard]] base::Error managesTokensRefusal(model::Owner::Kind kind, const QString &field);

} // namespace tokensmith::catalog
