// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tokensmith::model {

/** Where a permission group can act: Cloudflare's scope names. The set is open, so they stay text. */
namespace scope {
inline constexpr QLatin1StringView account{"com.cloudflare.api.account"};
inline constexpr QLatin1StringView zone{"com.cloudflare.api.account.zone"};
inline constexpr QLatin1StringView user{"com.cloudflare.api.user"};
inline constexpr QLatin1StringView bucket{"com.cloudflare.edge.r2.bucket"};
} // namespace scope

/** One thing a token can be allowed to do. Names are not unique: resolve by name and scope. */
struct PermissionGroup
{
    QString id; ///< 32 hex, the same for everybody
    QString name;
    QStringList scopes;
    QString category = {};
    QString description = {};
    std::optional<bool> selectable = {}; ///< false: the caller can't grant it

    bool operator==(const PermissionGroup &) const = default;
};

} // namespace tokensmith::model
