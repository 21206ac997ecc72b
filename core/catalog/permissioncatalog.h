// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/permissiongroup.h"

#include <QDateTime>
#include <QHash>

#include <vector>

namespace tokensmith::catalog {

/**
 * The permission groups a kind of owner can grant, as Cloudflare lists them now. User and account lists differ, so each
 * owner has its own, kept for five minutes or until the bootstrap token is another. No list ships with the program:
 * Cloudflare adds and renames groups.
 */
class PermissionCatalog
{
public:
    PermissionCatalog(cloudflare::ApiClient &api, const base::Clock &clock);

    [[nodiscard]] base::Async<std::vector<model::PermissionGroup>> groups(model::Owner owner,
                                                                          cloudflare::CallOptions options = {});

    static constexpr std::chrono::minutes kFresh{5};

private:
    struct List
    {
        std::vector<model::PermissionGroup> groups;
        QDateTime readAt;
        int credential = 0; ///< ApiClient::credentialNumber() it was asked under
    };

    cloudflare::ApiClient &m_api;
    const base::Clock &m_clock;
    QHash<QString, List> m_lists; // by account id; "" is the user
};

} // namespace tokensmith::catalog
