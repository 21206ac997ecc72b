// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/completers/places.h"

#include "core/catalog/templates.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/zones.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr qsizetype kMostAccounts = 10;

/** The accounts to take zones from. */
base::Result<NamedThings> accountsFor(const NamedThings &all, const QString &account)
{
    if (!account.isEmpty()) {
        const base::Result<NamedThing> one = findNamed(all, account, u"account"_s);
        if (!one)
            return base::fail(one.error());
        return NamedThings{*one};
    }
    if (static_cast<qsizetype>(all.size()) > kMostAccounts) {
        return base::fail({.code = base::Error::Code::InvalidArgument,
                           .message = u"There are %1 accounts: name one to look for its zones."_s.arg(all.size()),
                           .field = u"account"_s});
    }
    return all;
}

base::Async<QStringList> completeAccount(PlaceServices services, QString typed, base::CancelToken cancel)
{
    const base::Result<NamedThings> accounts = co_await accountsInPlay(services, cancel);
    if (!accounts)
        co_return base::fail(accounts.error());
    co_return suggestionsFor(*accounts, typed);
}

base::Async<QStringList> completeZone(PlaceServices services, QString typed, QString account, base::CancelToken cancel)
{
    const base::Result<NamedThings> zones = co_await zonesInPlay(services, account, cancel);
    if (!zones)
        co_return base::fail(zones.error());
    co_return suggestionsFor(*zones, typed);
}

base::Async<QStringList> completeOwner(PlaceServices services, QString typed, base::CancelToken cancel)
{
    const base::Result<NamedThings> accounts = co_await accountsInPlay(services, cancel);
    if (!accounts)
        co_return base::fail(accounts.error());
    QStringList ids{u"user"_s};
    for (const NamedThing &account : *accounts)
        ids.append(account.id);
    ids.removeIf([&](const QString &id) { return !id.startsWith(typed, Qt::CaseInsensitive); });
    co_return ids;
}

base::Async<QStringList> completeTemplate(const catalog::TemplateSet *templates, QString typed)
{
    NamedThings things;
    for (const catalog::Template &one : templates->all())
        things.push_back({.id = one.id, .name = one.id});
    co_return suggestionsFor(things, typed);
}

} // namespace

base::Async<NamedThings> accountsInPlay(PlaceServices services, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<tokens::Connection> connected = co_await services.connection.ensure(options);
    if (!connected)
        co_return base::fail(connected.error());
    const base::Result<std::vector<model::Account>> accounts = co_await services.accounts.list(options);
    if (!accounts)
        co_return base::fail(accounts.error());
    NamedThings things;
    for (const model::Account &account : *accounts)
        things.push_back({.id = account.id, .name = account.name});
    co_return things;
}

base::Async<NamedThings> zonesInPlay(PlaceServices services, QString account, base::CancelToken cancel)
{
    const base::Result<NamedThings> all = co_await accountsInPlay(services, cancel);
    if (!all)
        co_return base::fail(all.error());
    const base::Result<NamedThings> accounts = accountsFor(*all, account);
    if (!accounts)
        co_return base::fail(accounts.error());
    const cloudflare::CallOptions options{.cancel = cancel};
    NamedThings things;
    std::optional<base::Error> failed;
    bool anyRead = false;
    for (const NamedThing &one : *accounts) {
        base::Result<std::vector<model::Zone>> zones =
            co_await services.zones.ofAccount(one.id, tokens::Zones::kFresh, options);
        if (!zones) {
            failed = std::move(zones.error());
            continue;
        }
        anyRead = true;
        for (const model::Zone &zone : *zones)
            things.push_back({.id = zone.id, .name = zone.name});
    }
    if (failed && !anyRead)
        co_return base::fail(*failed);
    co_return things;
}

Completer templateCompleter(const catalog::TemplateSet &templates)
{
    return [&templates](const CallContext &, const QString &typed, const QJsonObject &) {
        return completeTemplate(&templates, typed);
    };
}

Completer accountCompleter(const PlaceServices &services)
{
    return [services](const CallContext &context, const QString &typed, const QJsonObject &) {
        return completeAccount(services, typed, context.cancel);
    };
}

Completer zoneCompleter(const PlaceServices &services)
{
    return [services](const CallContext &context, const QString &typed, const QJsonObject &others) {
        return completeZone(services, typed, others.value("account"_L1).toString(), context.cancel);
    };
}

Completer ownerCompleter(const PlaceServices &services)
{
    return [services](const CallContext &context, const QString &typed, const QJsonObject &) {
        return completeOwner(services, typed, context.cancel);
    };
}

} // namespace tokensmith::mcp
