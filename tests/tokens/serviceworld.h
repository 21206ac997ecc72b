// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/permissioncatalog.h"
#include "core/catalog/templates.h"
#include "core/secrets/memorystore.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenlister.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/tokenservice.h"
#include "core/tokens/zonenames.h"
#include "core/tokens/zones.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QJsonArray>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

inline const QString kTokenId = u"0123456789abcdef0123456789abcdef"_s;
inline const QString kAccountA = u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s;
inline const QString kAccountB = u"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"_s;
inline const QString kUserTag = u"cccccccccccccccccccccccccccccccc"_s;
inline const QByteArray kUserToken = "cfut_" + QByteArray(48, 'u');
inline const QByteArray kAccountToken = "cfat_" + QByteArray(48, 'a');

inline QJsonObject account(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"type"_s, u"standard"_s}};
}

inline QJsonObject group(const QString &id, const QString &name, const QString &scope)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"scopes"_s, QJsonArray{scope}}};
}

inline QJsonObject tokenJson(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"status"_s, u"active"_s}};
}

/** The token services over a scripted Cloudflare, connected with a user's bootstrap token unless told otherwise. */
struct ServiceWorld
{
    explicit ServiceWorld(const QStringList &allowedAccounts = {})
        : accounts(api, clock, allowedAccounts)
    {
    }

    void connectAsUser()
    {
        transport.succeed(u"GET /v4/user/tokens/verify"_s, tokenJson(kTokenId, {}));
        const QJsonObject manages{
            {u"permission_groups"_s, QJsonArray{group(u"g"_s, u"API Tokens Write"_s, model::scope::user)}}};
        QJsonObject self = tokenJson(kTokenId, u"bootstrap"_s);
        self.insert("policies"_L1, QJsonArray{manages});
        transport.succeed(u"GET /v4/user/tokens/"_s + kTokenId, self);
        connection.setGiven({.token = base::Secret(kUserToken)});
        const auto connected = await(connection.ensure());
        if (!connected)
            qFatal("%s", qPrintable(connected.error().message));
        transport.forgetCalls();
    }

    void offerAccounts(const QJsonArray &list) { transport.succeed(u"GET /v4/accounts"_s, list); }

    FakeClock clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    ScriptedTransport transport;
    cloudflare::ApiClient api{
        transport, clock, {.base = QUrl(u"https://api.example/v4"_s), .firstPause = std::chrono::milliseconds(1)}};
    secrets::MemoryStore store;
    tokens::Accounts accounts;
    tokens::ConnectionService connection{api, accounts, store};
    catalog::PermissionCatalog catalog{api, clock};
    catalog::TemplateSet templates = *catalog::TemplateSet::load();
    tokens::TokenLister lister{api};
    tokens::Inventory inventory{
        tokens::Inventory::Sources{.lister = lister, .accounts = accounts, .connection = connection, .clock = clock}};
    tokens::Zones zones{api, clock};
    tokens::ZoneNames zoneNames{tokens::ZoneNames::Sources{.api = api,
                                                           .accounts = accounts,
                                                           .connection = connection,
                                                           .inventory = inventory,
                                                           .zones = zones,
                                                           .clock = clock}};
    tokens::Reach reach{accounts, zones};
    tokens::TokenMaker maker{{.api = api,
                              .lister = lister,
                              .inventory = inventory,
                              .clock = clock,
                              .lookAgainAfter = std::chrono::milliseconds(1)}};
    tokens::CreationPlanner planner{{.api = api,
                                     .catalog = catalog,
                                     .templates = templates,
                                     .accounts = accounts,
                                     .connection = connection,
                                     .zones = zones,
                                     .reach = reach,
                                     .clock = clock}};
    tokens::TokenReader reader{{.api = api,
                                .accounts = accounts,
                                .connection = connection,
                                .lister = lister,
                                .inventory = inventory,
                                .reach = reach,
                                .clock = clock}};
    tokens::TokenVerifier verifier{api, accounts, connection, clock};
    std::vector<tokens::TokenAction> actions;
    tokens::TokenService service{{.planner = planner,
                                  .maker = maker,
                                  .reader = reader,
                                  .verifier = verifier,
                                  .api = api,
                                  .sink = [this](const tokens::TokenAction &action) { actions.push_back(action); }}};
};

} // namespace tokensmith::test
