// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/owner.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace tokensmith::catalog {

/** A permission as the dashboard's forms name it: key "api_tokens", type "edit" or "read". */
struct FormPermission
{
    QLatin1StringView key;
    QLatin1StringView type;
};

/** Editing that kind of owner's tokens. */
[[nodiscard]] FormPermission editTokens(model::Owner::Kind kind);

/**
 * The dashboard's form for a new token of that kind of owner, filled in. Such a link can carry neither an expiry nor an
 * IP limit. Source: developers.cloudflare.com, "API token template URLs".
 */
[[nodiscard]] QUrl dashboardForm(model::Owner::Kind kind, const std::vector<FormPermission> &permissions,
                                 const QString &tokenName);

} // namespace tokensmith::catalog
