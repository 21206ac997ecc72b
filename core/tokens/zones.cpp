// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/zones.h"

#include <QSet>

#include <utility>

namespace tokensmith::tokens {

Zones::Zones(cloudflare::ApiClient &api, const base::Clock &clock)
    : m_api(api)
    , m_clock(clock)
{
}

base::Async<std::vector<model::Zone>> Zones::list(cloudflare::ZoneFilter filter, cloudflare::CallOptions options)
{
    const int credential = m_api.credentialNumber();
    std::vector<model::Zone> found;
    QSet<QString> seen;
    for (int number = 1;; ++number) {
        const cloudflare::PageRequest request{.page = number};
        base::Result<cloudflare::Page<model::Zone>> page = co_await m_api.listZones(filter, request, options);
        if (!page)
            co_return base::fail(std::move(page.error()));
        const size_t before = found.size();
        if (std::exchange(m_namesCredential, credential) != credential)
            m_names.clear();
        for (const model::Zone &zone : page->items) {
            if (seen.contains(zone.id))
                continue;
            seen.insert(zone.id);
            m_names.insert(zone.id, zone.name);
            found.push_back(zone);
        }
        const bool fullPage = static_cast<int>(page->items.size()) >= request.perPage;
        const bool more = page->total ? static_cast<int>(found.size()) < *page->total : fullPage;
        if (found.size() == before || !more)
            break;
    }
    if (!filter.accountId.isEmpty() && filter.name.isEmpty())
        m_lists.insert(filter.accountId, {.zones = found, .readAt = m_clock.now(), .credential = credential});
    co_return found;
}

base::Async<std::vector<model::Zone>> Zones::ofAccount(QString accountId, std::chrono::seconds atMost,
                                                       cloudflare::CallOptions options)
{
    const auto known = m_lists.constFind(accountId);
    if (known != m_lists.cend() && known->credential == m_api.credentialNumber()
        && known->readAt.addSecs(atMost.count()) > m_clock.now()) {
        const std::vector<model::Zone> zones = known->zones;
        co_return zones;
    }
    const cloudflare::ZoneFilter filter{.accountId = accountId};
    base::Result<std::vector<model::Zone>> zones = co_await list(filter, options);
    co_return zones;
}

QString Zones::nameOf(const QString &zoneId) const
{
    const QString name = knownName(zoneId);
    return name.isEmpty() ? zoneId.left(8) + u'…' : name;
}

QString Zones::knownName(const QString &zoneId) const
{
    return m_namesCredential == m_api.credentialNumber() ? m_names.value(zoneId) : QString();
}

} // namespace tokensmith::tokens
