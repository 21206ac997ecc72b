// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/account.h"

#include <QDateTime>
#include <QHash>

#include <vector>

namespace tokensmith::tokens {

/**
 * The zones the bootstrap token sees: which account each lies in, and its name. Lists are kept for five minutes or
 * until the bootstrap token is another. Needs Zone Read; without it every list is PermissionDenied.
 */
class Zones
{
public:
    Zones(cloudflare::ApiClient &api, const base::Clock &clock);

    /** All zones that pass the filter, over all pages. Only whole accounts are kept. */
    [[nodiscard]] base::Async<std::vector<model::Zone>> list(cloudflare::ZoneFilter filter,
                                                             cloudflare::CallOptions options = {});

    /** The zones of that account, as kept if they are not older than `atMost`. */
    [[nodiscard]] base::Async<std::vector<model::Zone>> ofAccount(QString accountId, std::chrono::seconds atMost,
                                                                  cloudflare::CallOptions options = {});

    /** The zone's name where a list had it, else the first digits of its id. Asks nobody. */
    [[nodiscard]] QString nameOf(const QString &zoneId) const;

    /** Its name; empty: no list had it under the bootstrap token of now. Asks nobody. */
    [[nodiscard]] QString knownName(const QString &zoneId) const;

    static constexpr std::chrono::seconds kFresh{300};

private:
    struct List
    {
        std::vector<model::Zone> zones;
        QDateTime readAt;
        int credential = 0; ///< ApiClient::credentialNumber() it was asked under
    };

    cloudflare::ApiClient &m_api;
    const base::Clock &m_clock;
    QHash<QString, List> m_lists; // by account id
    QHash<QString, QString> m_names;
    int m_namesCredential = 0; ///< as List::credential
};

} // namespace tokensmith::tokens
