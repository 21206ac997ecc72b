// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/store/inventorystore.h"
#include "core/tokens/ownerlists.h"

#include <QCoroTask>

#include <vector>

namespace tokensmith::tokens {

/**
 * The inventory's copy on disk, read and written in turns short enough for the event loop. What the disk refuses is
 * logged and otherwise does no harm: the copy is a convenience, Cloudflare has the original. Without a store it does
 * nothing.
 */
class InventoryArchive
{
public:
    /** `store` may be null; else it outlives this and its tasks. */
    explicit InventoryArchive(store::InventoryStore *store);

    /** Every list kept under that identity; nothing after a cancel. */
    [[nodiscard]] QCoro::Task<std::vector<OwnerTokens>> load(QString identity, base::CancelToken cancel) const;

    /** Keeps `list`, which outlives the task, in the place of its owner's older one; not after a cancel. */
    [[nodiscard]] QCoro::Task<> save(QString identity, const OwnerTokens *list, base::CancelToken cancel);

    /** Drops what other identities saw. */
    void forgetOthers(const QString &identity);

    /** Drops lists of owners out of reach. */
    void keepOnly(const QString &identity, const std::vector<model::Owner> &reach);

private:
    store::InventoryStore *m_store;
};

} // namespace tokensmith::tokens
