// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/storedcatalogs.h"

namespace tokensmith::app {

StoredCatalogs::StoredCatalogs(store::CatalogStore &store, const tokens::ConnectionService &connection)
    : m_store(store)
    , m_connection(connection)
{
}

base::Result<base::Done> StoredCatalogs::save(const model::Owner &owner, const catalog::GroupList &list)
{
    const QString &identity = m_connection.identity();
    base::Result<base::Done> forgotten = m_store.forgetOthers(identity);
    if (!forgotten)
        return forgotten;
    return m_store.replace(identity, owner, {.groups = list.groups, .readAt = list.readAt});
}

std::optional<catalog::GroupList> StoredCatalogs::load(const model::Owner &owner)
{
    base::Result<std::optional<store::StoredCatalog>> found = m_store.find(m_connection.identity(), owner);
    if (!found || !found->has_value())
        return std::nullopt;
    return catalog::GroupList{.groups = std::move((*found)->groups), .readAt = (*found)->readAt};
}

} // namespace tokensmith::app
