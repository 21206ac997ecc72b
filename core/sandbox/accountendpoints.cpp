// SPDX-License-Identifier: GPL-3.0-or-later
// /user, /memberships and /accounts.
#include "core/sandbox/apicall.h"
#include "core/sandbox/tokenjson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

QJsonObject accountJson(const SandboxAccount &account)
{
    return {{u"id"_s, account.id},
            {u"name"_s, account.name},
            {u"type"_s, u"standard"_s},
            {u"settings"_s, QJsonObject{{u"enforce_twofactor"_s, false}}},
            {u"created_on"_s, timeJson(account.createdOn)}};
}

// Coarse, as the service's own: everything for a role with all privileges, no billing otherwise.
QJsonObject rolePermissions(const SandboxAccount &account)
{
    static constexpr auto kAreas = std::to_array<QLatin1StringView>(
        {"analytics"_L1, "billing"_L1, "cache_purge"_L1, "dns"_L1, "dns_records"_L1, "lb"_L1, "logs"_L1,
         "organization"_L1, "ssl"_L1, "waf"_L1, "zone_settings"_L1, "zones"_L1});
    QJsonObject permissions;
    for (const QLatin1StringView area : kAreas) {
        const bool writes = area != "billing"_L1 || account.role != "Administrator"_L1;
        permissions.insert(area, QJsonObject{{u"read"_s, true}, {u"write"_s, writes}});
    }
    return permissions;
}

QJsonObject membershipJson(const SandboxAccount &account)
{
    return {{u"id"_s, account.membershipId},        {u"status"_s, u"accepted"_s},
            {u"account"_s, accountJson(account)},   {u"api_access_enabled"_s, QJsonValue()},
            {u"roles"_s, QJsonArray{account.role}}, {u"permissions"_s, rolePermissions(account)}};
}

QList<SandboxAccount> sortedByName(QList<SandboxAccount> accounts, const QUrlQuery &query)
{
    const bool descending = query.queryItemValue(u"direction"_s) == "desc"_L1;
    std::sort(accounts.begin(), accounts.end(), [descending](const SandboxAccount &a, const SandboxAccount &b) {
        return descending ? b.name < a.name : a.name < b.name;
    });
    return accounts;
}

bool nameMatches(const QUrlQuery &query, const QString &key, const QString &name)
{
    return !query.hasQueryItem(key) || query.queryItemValue(key, QUrl::FullyDecoded) == name;
}

ApiResult userDetails(const ApiCall &call)
{
    const SandboxUser &user = call.world.user();
    QJsonArray organizations;
    for (const SandboxAccount &account : call.world.accounts())
        organizations.append(QJsonObject{{u"id"_s, account.id},
                                         {u"name"_s, account.name},
                                         {u"status"_s, u"member"_s},
                                         {u"roles"_s, QJsonArray{account.role}},
                                         {u"permissions"_s, QJsonArray()}});
    return ApiAnswer{.result = QJsonObject{{u"id"_s, user.id},
                                           {u"email"_s, user.email},
                                           {u"first_name"_s, user.firstName},
                                           {u"last_name"_s, user.lastName},
                                           {u"telephone"_s, QJsonValue()},
                                           {u"country"_s, QJsonValue()},
                                           {u"zipcode"_s, QJsonValue()},
                                           {u"two_factor_authentication_enabled"_s, true},
                                           {u"two_factor_authentication_locked"_s, false},
                                           {u"suspended"_s, false},
                                           {u"organizations"_s, organizations}}};
}

ApiResult listMemberships(const ApiCall &call)
{
    const auto page = pageOf(call.query);
    if (!page)
        return tl::unexpected(page.error());
    const QString status = call.query.queryItemValue(u"status"_s);
    QList<SandboxAccount> shown;
    for (const SandboxAccount &account : sortedByName(call.world.accounts(), call.query)) {
        const bool named = nameMatches(call.query, u"name"_s, account.name)
                           && nameMatches(call.query, u"account.name"_s, account.name);
        if (named && (status.isEmpty() || status == "accepted"_L1))
            shown.append(account);
    }
    return onePage(shown, *page, membershipJson);
}

ApiResult membershipDetails(const ApiCall &call)
{
    const QString id = call.ids.value(u"membership_id"_s);
    for (const SandboxAccount &account : call.world.accounts()) {
        if (account.membershipId == id)
            return ApiAnswer{.result = membershipJson(account)};
    }
    return tl::unexpected(ApiError{.status = 404, .code = 1003, .message = u"membership not found"_s});
}

ApiResult listAccounts(const ApiCall &call)
{
    const auto page = pageOf(call.query);
    if (!page)
        return tl::unexpected(page.error());
    QList<SandboxAccount> shown;
    for (const SandboxAccount &account : sortedByName(call.world.accounts(), call.query)) {
        const Target target{.kind = Scope::Account, .account = account.id};
        if (nameMatches(call.query, u"name"_s, account.name)
            && holdsOneOf(call.world, *call.caller, {"Account Settings Read"_L1, "Account Settings Write"_L1}, target))
            shown.append(account);
    }
    return onePage(shown, *page, accountJson);
}

ApiResult accountDetails(const ApiCall &call)
{
    return ApiAnswer{.result = accountJson(*call.world.account(call.owner()))};
}

constexpr auto kRoutes = std::to_array<Route>({
    {"GET"_L1, "/user"_L1, Right::UserDetails, userDetails},
    {"GET"_L1, "/memberships"_L1, Right::Memberships, listMemberships},
    {"GET"_L1, "/memberships/{membership_id}"_L1, Right::Memberships, membershipDetails},
    {"GET"_L1, "/accounts"_L1, Right::AnyToken, listAccounts},
    {"GET"_L1, "/accounts/{account_id}"_L1, Right::AnythingInAccount, accountDetails},
});

} // namespace

std::span<const Route> accountRoutes()
{
    return kRoutes;
}

} // namespace tokensmith::sandbox
