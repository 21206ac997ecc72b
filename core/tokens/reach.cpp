// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/reach.h"

#include "core/base/text.h"
#include "core/catalog/tokenguard.h"
#include "core/model/permissiongroup.h"
#include "core/tokens/accounts.h"
#include "core/tokens/allowlist.h"
#include "core/tokens/zones.h"

#include <QSet>

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr auto kAccountPrefix = "com.cloudflare.api.account."_L1;
constexpr auto kZonePrefix = "com.cloudflare.api.account.zone."_L1;
constexpr auto kUserPrefix = "com.cloudflare.api.user."_L1;
constexpr auto kBucketPrefix = "com.cloudflare.edge.r2.bucket."_L1;

/** A zone that is in no list this old may have been added since. */
constexpr std::chrono::seconds kBelieveAbsence{30};

tl::unexpected<Error> refuse(const QString &what)
{
    return base::fail({.code = Error::Code::PermissionDenied,
                       .message = u"ALLOWED_ACCOUNT_IDS does not allow it: the token would reach %1."_s.arg(what),
                       .field = kAllowListField});
}

base::Result<base::Done> checkAccount(const QString &id, const Accounts &accounts)
{
    if (id == u'*')
        return refuse(u"every account. Give accountId to limit it to one"_s);
    if (!accounts.checkAllowed(id))
        return refuse(u"the account "_s + base::plainLine(id, 40));
    return base::Done{};
}

/** Everything but zones by their id, which are collected in `zones` for a look-up. */
class Sorter
{
public:
    explicit Sorter(const Accounts &accounts)
        : m_accounts(accounts)
    {
    }

    base::Result<base::Done> add(const QString &key)
    {
        if (key.startsWith(kZonePrefix))
            return addZone(key.mid(kZonePrefix.size()));
        if (key.startsWith(kAccountPrefix))
            return checkAccount(key.mid(kAccountPrefix.size()), m_accounts);
        if (key.startsWith(kBucketPrefix))
            return checkAccount(key.mid(kBucketPrefix.size()).section(u'_', 0, 0), m_accounts);
        if (key.startsWith(kUserPrefix))
            return base::Done{};
        return refuse(u"\"%1\", whose account can't be told"_s.arg(base::plainLine(key, 120)));
    }

    /** A zone inside an account that was found allowed lies in an allowed account; inside anything else it may not. */
    base::Result<base::Done> addNested(const QString &outer, const QString &key)
    {
        const bool inAccount = outer.startsWith(kAccountPrefix) && !outer.startsWith(kZonePrefix);
        return inAccount && key.startsWith(kZonePrefix) ? base::Result<base::Done>(base::Done{}) : add(key);
    }

    [[nodiscard]] QStringList zones() const { return m_zones.values(); }

private:
    base::Result<base::Done> addZone(const QString &id)
    {
        if (id == u'*')
            return refuse(u"every zone of every account. Give accountId or zoneIds to limit it"_s);
        m_zones.insert(id);
        return base::Done{};
    }

    const Accounts &m_accounts;
    QSet<QString> m_zones;
};

/** What manages the user's tokens can make itself one for any account. */
bool managesTheUsersTokens(const model::Policy &policy)
{
    return std::any_of(policy.resources.begin(), policy.resources.end(),
                       [](const model::Resource &resource) { return resource.key.startsWith(kUserPrefix); })
           && std::any_of(
               policy.permissionGroups.begin(), policy.permissionGroups.end(),
               [](const model::PermissionGroupRef &group) { return catalog::managesTokens(group.id, group.name); });
}

base::Result<base::Done> sortInto(Sorter &sorter, const model::Policy &policy)
{
    if (!policy.isReadable())
        return refuse(u"something this version can't read, so its account can't be told"_s);
    if (managesTheUsersTokens(policy))
        return refuse(u"every account, because it manages the user's tokens"_s);
    for (const model::Resource &resource : policy.resources) {
        base::Result<base::Done> allowed = sorter.add(resource.key);
        for (auto key = resource.nested.begin(); allowed && key != resource.nested.end(); ++key)
            allowed = sorter.addNested(resource.key, *key);
        if (!allowed)
            return allowed;
    }
    return base::Done{};
}

Error withoutZoneList(Error error)
{
    if (error.code != Error::Code::PermissionDenied)
        return error;
    error.field = u"zoneIds"_s;
    error.message = u"ALLOWED_ACCOUNT_IDS is set and the bootstrap token may not list zones, so nobody can tell whose "
                    "they are. Give it Zone Read, or leave the zones out."_s;
    return error;
}

} // namespace

Reach::Reach(const Accounts &accounts, Zones &zones)
    : m_accounts(accounts)
    , m_zones(zones)
{
}

bool Reach::isRestricted() const
{
    return m_accounts.isRestricted();
}

base::Async<base::Done> Reach::check(std::vector<model::Policy> policies, cloudflare::CallOptions options)
{
    if (!isRestricted())
        co_return base::Done{};
    if (policies.empty())
        co_return refuse(u"nobody knows what, because its policies are missing from the answer"_s);
    Sorter sorter(m_accounts);
    for (const model::Policy &policy : policies) {
        if (policy.effect == model::Policy::Effect::Deny)
            continue;
        const base::Result<base::Done> sorted = sortInto(sorter, policy);
        if (!sorted)
            co_return base::fail(sorted.error());
    }
    const QStringList zoneIds = sorter.zones();
    base::Result<base::Done> zones = co_await checkZones(zoneIds, options);
    co_return zones;
}

base::Async<base::Done> Reach::checkZones(QStringList zoneIds, cloudflare::CallOptions options)
{
    QSet<QString> open(zoneIds.begin(), zoneIds.end());
    for (const std::chrono::seconds atMost : {Zones::kFresh, kBelieveAbsence}) {
        for (const QString &accountId : m_accounts.allowed()) {
            if (open.isEmpty())
                co_return base::Done{};
            const base::Result<std::vector<model::Zone>> zones = co_await m_zones.ofAccount(accountId, atMost, options);
            if (!zones)
                co_return base::fail(withoutZoneList(zones.error()));
            for (const model::Zone &zone : *zones)
                open.remove(zone.id);
        }
    }
    if (!open.isEmpty())
        co_return refuse(u"the zone %1, which is in none of the allowed accounts"_s.arg(*open.begin()));
    co_return base::Done{};
}

catalog::Names Reach::names() const
{
    const Accounts *accounts = &m_accounts;
    const Zones *zones = &m_zones;
    return {.account = [accounts](const QString &id) { return accounts->nameOf(id); },
            .zone = [zones](const QString &id) { return zones->nameOf(id); }};
}

} // namespace tokensmith::tokens
