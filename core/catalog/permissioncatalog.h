// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/catalogcache.h"
#include "core/cloudflare/apiclient.h"

#include <QHash>

#include <vector>

namespace tokensmith::catalog {

/** A list to look at, and whether Cloudflare could not be asked for a newer one. */
struct ShownGroups
{
    GroupList list;
    bool isStale = false;
};

/**
 * The permission groups a kind of owner can grant, as Cloudflare lists them now. User and account lists differ, so each
 * owner has its own, kept for five minutes or until the bootstrap token is another. No list ships with the program:
 * Cloudflare adds and renames groups.
 */
class PermissionCatalog
{
public:
    /** `cache` is borrowed and may be null; then a list is known only as long as the program runs. */
    PermissionCatalog(cloudflare::ApiClient &api, const base::Clock &clock, CatalogCache *cache = nullptr);

    /** The list to create tokens from: at most five minutes old, or an error. */
    [[nodiscard]] base::Async<std::vector<model::PermissionGroup>> groups(model::Owner owner,
                                                                          cloudflare::CallOptions options = {});

    /**
     * The list to look at: where Cloudflare can't be asked just now (a transient error), the last one known, marked
     * stale. Never create from it.
     */
    [[nodiscard]] base::Async<ShownGroups> groupsToShow(model::Owner owner, cloudflare::CallOptions options = {});

    static constexpr std::chrono::minutes kFresh{5};

private:
    struct List
    {
        GroupList read;
        int credential = 0; ///< ApiClient::credentialNumber() it was asked under
    };

    void keep(const model::Owner &owner, const GroupList &list);
    [[nodiscard]] std::optional<GroupList> lastKnown(const model::Owner &owner) const;

    cloudflare::ApiClient &m_api;
    const base::Clock &m_clock;
    CatalogCache *m_cache;
    QHash<QString, List> m_lists; // by account id; "" is the user
};

} // namespace tokensmith::catalog
