// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/permissioncatalog.h"

namespace tokensmith::catalog {

PermissionCatalog::PermissionCatalog(cloudflare::ApiClient &api, const base::Clock &clock)
    : m_api(api)
    , m_clock(clock)
{
}

base::Async<std::vector<model::PermissionGroup>> PermissionCatalog::groups(model::Owner owner,
                                                                           cloudflare::CallOptions options)
{
    const int credential = m_api.credentialNumber();
    const auto cached = m_lists.constFind(owner.accountId);
    if (cached != m_lists.cend() && cached->credential == credential
        && cached->readAt.addSecs(std::chrono::seconds(kFresh).count()) > m_clock.now())
        co_return cached->groups;
    base::Result<std::vector<model::PermissionGroup>> read = co_await m_api.listPermissionGroups(owner, options);
    if (!read)
        co_return base::fail(std::move(read.error()));
    m_lists.insert(owner.accountId, {.groups = *read, .readAt = m_clock.now(), .credential = credential});
    co_return *std::move(read);
}

} // namespace tokensmith::catalog
