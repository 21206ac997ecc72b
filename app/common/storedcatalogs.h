// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalogcache.h"
#include "core/store/catalogstore.h"
#include "core/tokens/connection.h"

namespace tokensmith::app {

/**
 * The permission catalogue's cache in the database, under the bootstrap token in use. Joins core/catalog and
 * core/store, which don't know each other. Both parts outlive this.
 */
class StoredCatalogs final : public catalog::CatalogCache
{
public:
    StoredCatalogs(store::CatalogStore &store, const tokens::ConnectionService &connection);

    [[nodiscard]] base::Result<base::Done> save(const model::Owner &owner, const catalog::GroupList &list) override;
    [[nodiscard]] std::optional<catalog::GroupList> load(const model::Owner &owner) override;

private:
    store::CatalogStore &m_store;
    const tokens::ConnectionService &m_connection;
};

} // namespace tokensmith::app
