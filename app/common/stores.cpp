// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stores.h"

namespace tokensmith::app {

base::Result<Stores> Stores::open(const QString &file)
{
    base::Result<std::unique_ptr<store::Database>> opened = store::Database::open(file);
    if (!opened)
        return base::fail(std::move(opened.error()));
    Stores stores;
    stores.database = *std::move(opened);
    store::Database &database = *stores.database;
    stores.inventory = std::make_unique<store::InventoryStore>(database);
    stores.catalogs = std::make_unique<store::CatalogStore>(database);
    stores.audit = std::make_unique<store::AuditStore>(database);
    stores.notices = std::make_unique<store::NoticeStore>(database);
    stores.clients = std::make_unique<store::ClientStore>(database);
    stores.held = std::make_unique<store::HeldStore>(database);
    return stores;
}

} // namespace tokensmith::app
