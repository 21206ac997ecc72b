// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/auditstore.h"
#include "core/store/catalogstore.h"
#include "core/store/clientstore.h"
#include "core/store/database.h"
#include "core/store/heldstore.h"
#include "core/store/inventorystore.h"
#include "core/store/noticestore.h"

#include <memory>

namespace tokensmith::app {

/** The database of a program and what is kept in it. Not opened: each of them is null. */
struct Stores
{
    std::unique_ptr<store::Database> database = {}; ///< first: the others use it
    std::unique_ptr<store::InventoryStore> inventory = {};
    std::unique_ptr<store::CatalogStore> catalogs = {};
    std::unique_ptr<store::AuditStore> audit = {};
    std::unique_ptr<store::NoticeStore> notices = {};
    std::unique_ptr<store::ClientStore> clients = {};
    std::unique_ptr<store::HeldStore> held = {};

    /** Opens `file`, or makes it. Errors: those of store::Database::open(). */
    [[nodiscard]] static base::Result<Stores> open(const QString &file);
};

} // namespace tokensmith::app
