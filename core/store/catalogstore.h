// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"
#include "core/model/permissiongroup.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace tokensmith::store {

class Database;

/** A permission catalogue as it was when it was read. */
struct StoredCatalog
{
    std::vector<model::PermissionGroup> groups;
    QDateTime readAt; ///< UTC
};

/** The permission groups each owner can grant, for the times without Cloudflare. `database` outlives this. */
class CatalogStore
{
public:
    explicit CatalogStore(const Database &database);

    /** Nothing: never stored under that identity (see InventoryStore). */
    [[nodiscard]] base::Result<std::optional<StoredCatalog>> find(const QString &identity,
                                                                  const model::Owner &owner) const;
    [[nodiscard]] base::Result<base::Done> replace(const QString &identity, const model::Owner &owner,
                                                   const StoredCatalog &catalog);
    [[nodiscard]] base::Result<base::Done> forgetOthers(const QString &identity);

private:
    const Database &m_database;
};

} // namespace tokensmith::store
