// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"
#include "core/model/permissiongroup.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace tokensmith::catalog {

/** An owner's permission groups as Cloudflare listed them at a moment (UTC). */
struct GroupList
{
    std::vector<model::PermissionGroup> groups = {};
    QDateTime readAt = {};
};

/**
 * Keeps the last list of each owner where a later start of the program finds it. For showing only: nothing is ever
 * created from it. A failure to keep or find it is no failure of the call that caused it.
 */
class CatalogCache
{
public:
    virtual ~CatalogCache() = default;
    CatalogCache(const CatalogCache &) = delete;
    CatalogCache &operator=(const CatalogCache &) = delete;

    /** Replaces the owner's list. */
    [[nodiscard]] virtual base::Result<base::Done> save(const model::Owner &owner, const GroupList &list) = 0;

    /** Nothing where none was kept or it can't be read. */
    [[nodiscard]] virtual std::optional<GroupList> load(const model::Owner &owner) = 0;

protected:
    CatalogCache() = default;
};

} // namespace tokensmith::catalog
