// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/zonetools.h"

#include "core/mcp/tools/schemaparts.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/zones.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kUsualLimit = 500;
constexpr Bounds kLimit{.least = 1, .most = 5000};

using ZoneList = std::vector<model::Zone>;

/** The accounts to ask for; one empty id: all of them at once. */
base::Result<QStringList> accountsToAsk(const QString &accountId, const tokens::Accounts &accounts)
{
    if (accountId.isEmpty())
        return accounts.isRestricted() ? accounts.allowed() : QStringList{QString()};
    const base::Result<base::Done> allowed = accounts.checkAllowed(accountId);
    if (!allowed)
        return base::fail(allowed.error());
    return QStringList{accountId};
}

base::Async<ZoneList> findZones(const ZoneToolServices *services, QJsonObject arguments, base::CancelToken cancel)
{
    const base::Result<QStringList> accountIds =
        accountsToAsk(arguments.value("accountId"_L1).toString(), services->accounts);
    if (!accountIds)
        co_return base::fail(accountIds.error());
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<tokens::Connection> connected = co_await services->connection.ensure(options);
    if (!connected)
        co_return base::fail(connected.error());
    ZoneList found;
    for (const QString &accountId : *accountIds) {
        const cloudflare::ZoneFilter filter{.accountId = accountId, .name = arguments.value("name"_L1).toString()};
        base::Result<ZoneList> zones = co_await services->zones.list(filter, options);
        if (!zones)
            co_return base::fail(std::move(zones.error()));
        std::move(zones->begin(), zones->end(), std::back_inserter(found));
    }
    const QString part = arguments.value("nameContains"_L1).toString();
    std::erase_if(found, [&](const model::Zone &zone) { return !zone.name.contains(part, Qt::CaseInsensitive); });
    co_return found;
}

base::Async<QJsonObject> listZones(ZoneToolServices services, CallContext context, QJsonObject arguments)
{
    const base::Result<ZoneList> zones = co_await findZones(&services, arguments, context.cancel);
    if (!zones)
        co_return base::fail(zones.error());
    const auto total = static_cast<qsizetype>(zones->size());
    const qsizetype returned = std::min<qsizetype>(total, arguments.value("limit"_L1).toInt(kUsualLimit));
    QJsonArray list;
    for (const model::Zone &zone : *zones) {
        if (list.size() == returned)
            break;
        list.append(QJsonObject{{u"id"_s, zone.id},
                                {u"name"_s, zone.name},
                                {u"accountId"_s, zone.accountId},
                                {u"accountName"_s, zone.accountName}});
    }
    QJsonObject result{{u"zones"_s, list}, {u"total"_s, total}, {u"returned"_s, returned}};
    if (returned < total)
        result.insert("more"_L1,
                      u"%1 zones are not shown. Narrow with accountId, name or nameContains, or raise limit."_s.arg(
                          total - returned));
    co_return result;
}

QJsonObject zoneSchema()
{
    return objectSchema({{u"id"_s, textSchema(u"Give this in \"zoneIds\" to create_token."_s)},
                         {u"name"_s, textSchema(u"The domain."_s)},
                         {u"accountId"_s, textSchema(u"The account it lies in."_s)},
                         {u"accountName"_s, textSchema(u"That account's name."_s)}},
                        {u"id"_s, u"name"_s, u"accountId"_s, u"accountName"_s});
}

QJsonObject zonesInput()
{
    return objectSchema({{u"accountId"_s, textSchema(kCloudflareId, u"Only this account's zones."_s)},
                         {u"name"_s, textSchema({1, 253}, u"Only the zone of exactly this domain."_s)},
                         {u"nameContains"_s, textSchema({1, 253}, u"Only zones whose domain contains this."_s)},
                         {u"limit"_s, integerSchema(kLimit, u"How many to show at most. Default 500."_s)}});
}

} // namespace

Tool listZonesTool(const ZoneToolServices &services)
{
    return {
        .name = u"list_zones"_s,
        .title = u"List zones"_s,
        .description = u"Lists the DNS zones (domains) a token can be limited to. Needs Zone Read."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = zonesInput(),
        .outputSchema = objectSchema({{u"zones"_s, listSchema(zoneSchema(), u"The zones."_s)},
                                      {u"total"_s, countSchema(u"How many there are."_s)},
                                      {u"returned"_s, countSchema(u"How many are shown here."_s)},
                                      {u"more"_s, textSchema(u"How to see the others."_s)}},
                                     {u"zones"_s, u"total"_s, u"returned"_s}),
        .handler = [services](const CallContext &context,
                              const QJsonObject &arguments) { return listZones(services, context, arguments); },
    };
}

} // namespace tokensmith::mcp
