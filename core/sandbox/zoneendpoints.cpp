// SPDX-License-Identifier: GPL-3.0-or-later
// /zones and /ips.
#include "core/sandbox/apicall.h"
#include "core/sandbox/tokenjson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

QJsonObject freePlan()
{
    return {{u"id"_s, u"0feeeeeeeeeeeeeeeeeeeeeeeeeeeeee"_s},
            {u"name"_s, u"Free Website"_s},
            {u"legacy_id"_s, u"free"_s},
            {u"price"_s, 0},
            {u"currency"_s, u"USD"_s},
            {u"frequency"_s, u""_s},
            {u"is_subscribed"_s, false},
            {u"can_subscribe"_s, false},
            {u"legacy_discount"_s, false},
            {u"externally_managed"_s, false}};
}

QJsonObject zoneJson(const SandboxWorld &world, const SandboxZone &zone)
{
    const SandboxAccount &account = *world.account(zone.accountId);
    return {{u"id"_s, zone.id},
            {u"name"_s, zone.name},
            {u"status"_s, u"active"_s},
            {u"paused"_s, false},
            {u"type"_s, u"full"_s},
            {u"development_mode"_s, 0},
            {u"name_servers"_s, QJsonArray{u"ada.ns.example"_s, u"ben.ns.example"_s}},
            {u"original_name_servers"_s, QJsonArray{u"ns1.registrar.example"_s, u"ns2.registrar.example"_s}},
            {u"original_registrar"_s, QJsonValue()},
            {u"original_dnshost"_s, QJsonValue()},
            {u"created_on"_s, timeJson(zone.createdOn)},
            {u"modified_on"_s, timeJson(zone.createdOn)},
            {u"activated_on"_s, timeJson(zone.createdOn.addSecs(600))},
            {u"meta"_s, QJsonObject{{u"step"_s, 2},
                                    {u"custom_certificate_quota"_s, 0},
                                    {u"page_rule_quota"_s, 3},
                                    {u"phishing_detected"_s, false}}},
            {u"owner"_s, QJsonObject{{u"name"_s, account.name}, {u"type"_s, u"organization"_s}}},
            {u"account"_s, QJsonObject{{u"id"_s, account.id}, {u"name"_s, account.name}}},
            {u"permissions"_s, QJsonArray{u"#zone:read"_s}},
            {u"plan"_s, freePlan()}};
}

bool matches(const QUrlQuery &query, const QString &key, const QString &value)
{
    return !query.hasQueryItem(key) || query.queryItemValue(key, QUrl::FullyDecoded) == value;
}

ApiResult listZones(const ApiCall &call)
{
    const auto page = pageOf(call.query);
    if (!page)
        return tl::unexpected(page.error());
    QList<SandboxZone> shown;
    for (const SandboxZone &zone : call.world.zones()) {
        const Target target{.kind = Scope::Zone, .account = zone.accountId, .item = zone.id};
        if (matches(call.query, u"name"_s, zone.name) && matches(call.query, u"account.id"_s, zone.accountId)
            && matches(call.query, u"account.name"_s, call.world.account(zone.accountId)->name)
            && matches(call.query, u"status"_s, u"active"_s)
            && holdsOneOf(call.world, *call.caller, {"Zone Read"_L1, "Zone Write"_L1}, target))
            shown.append(zone);
    }
    const bool descending = call.query.queryItemValue(u"direction"_s) == "desc"_L1;
    std::sort(shown.begin(), shown.end(), [descending](const SandboxZone &a, const SandboxZone &b) {
        return descending ? b.name < a.name : a.name < b.name;
    });
    return onePage(shown, *page, [&](const SandboxZone &zone) { return zoneJson(call.world, zone); });
}

ApiResult zoneDetails(const ApiCall &call)
{
    return ApiAnswer{.result = zoneJson(call.world, *call.world.zone(call.ids.value(u"zone_id"_s)))};
}

// Documentation ranges: nothing a simulation names should lead anywhere.
ApiResult addressRanges(const ApiCall &)
{
    return ApiAnswer{.result = QJsonObject{
                         {u"etag"_s, u"5a6d3b0c7f1e4d2a9b8c6e0f1a2b3c4d"_s},
                         {u"ipv4_cidrs"_s, QJsonArray{u"192.0.2.0/24"_s, u"198.51.100.0/24"_s, u"203.0.113.0/24"_s}},
                         {u"ipv6_cidrs"_s, QJsonArray{u"2001:db8::/32"_s}}}};
}

constexpr auto kRoutes = std::to_array<Route>({
    {"GET"_L1, "/zones"_L1, Right::AnyToken, listZones},
    {"GET"_L1, "/zones/{zone_id}"_L1, Right::AnythingInZone, zoneDetails},
    {"GET"_L1, "/ips"_L1, Right::None, addressRanges},
});

} // namespace

std::span<const Route> zoneRoutes()
{
    return kRoutes;
}

} // namespace tokensmith::sandbox
