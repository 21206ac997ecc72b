// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/permissioncatalog.h"

#include "core/base/logging.h"

namespace tokensmith::catalog {

PermissionCatalog::PermissionCatalog(cloudflare::ApiClient &api, const base::Clock &clock, CatalogCache *cache)
    : m_api(api)
    , m_clock(clock)
    , m_cache(cache)
{
}

base::Async<std::vector<model::PermissionGroup>> PermissionCatalog::groups(model::Owner owner,
                                                                           cloudflare::CallOptions options)
{
    const int credential = m_api.credentialNumber();
    const auto cached = m_lists.constFind(owner.accountId);
    if (cached != m_lists.cend() && cached->credential == credential
        && cached->read.readAt.addSecs(std::chrono::seconds(kFresh).count()) > m_clock.now())
        co_return cached->read.groups;
    base::Result<std::vector<model::PermissionGroup>> read = co_await m_api.listPermissionGroups(owner, options);
    if (!read)
        co_return base::fail(std::move(read.error()));
    const GroupList list{.groups = *read, .readAt = m_clock.now()};
    m_lists.insert(owner.accountId, {.read = list, .credential = credential});
    keep(owner, list);
    co_return *std::move(read);
}

base::Async<ShownGroups> PermissionCatalog::groupsToShow(model::Owner owner, cloudflare::CallOptions options)
{
    base::Result<std::vector<model::PermissionGroup>> read = co_await groups(owner, options);
    if (read)
        co_return ShownGroups{.list = m_lists.value(owner.accountId).read};
    std::optional<GroupList> last = base::isTransient(read.error().code) ? lastKnown(owner) : std::nullopt;
    if (!last)
        co_return base::fail(std::move(read.error()));
    co_return ShownGroups{.list = *std::move(last), .isStale = true};
}

void PermissionCatalog::keep(const model::Owner &owner, const GroupList &list)
{
    if (!m_cache || list.groups.empty())
        return;
    const base::Result<base::Done> saved = m_cache->save(owner, list);
    if (!saved)
        qCWarning(base::logStore).noquote() << "permission groups not kept:" << saved.error().message;
}

/** An older list of this run, else the kept one. Of another bootstrap token, too: the groups' names hardly differ. */
std::optional<GroupList> PermissionCatalog::lastKnown(const model::Owner &owner) const
{
    const auto cached = m_lists.constFind(owner.accountId);
    if (cached != m_lists.cend())
        return cached->read;
    return m_cache ? m_cache->load(owner) : std::nullopt;
}

} // namespace tokensmith::catalog
