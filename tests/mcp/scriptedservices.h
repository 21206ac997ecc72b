// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tools/alltools.h"
#include "core/secrets/memorystore.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenaudit.h"
#include "core/tokens/tokenchanges.h"
#include "core/tokens/tokenlister.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/tokenservice.h"
#include "core/tokens/zones.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tokensmith::test {

inline const QString kAccount = QStringLiteral("a0000000000000000000000000000001");
inline const QString kOtherAccount = QStringLiteral("a0000000000000000000000000000002");
inline const QString kZone = QStringLiteral("20000000000000000000000000000001");
inline const QString kTokenId = QStringLiteral("70000000000000000000000000000001");
inline const QString kSecret = QStringLiteral("cfut_Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTIz");
inline const QString kBootstrap = QStringLiteral("cfut_Ym9vdHN0cmFwYm9vdHN0cmFwYm9vdHN0cmFwYm9vdDEy");

/** The services behind the tools, over a scripted Cloudflare, and what they reported. */
struct ScriptedServices
{
    explicit ScriptedServices(const QStringList &allowedAccounts)
        : accounts(api, clock, allowedAccounts)
    {
    }

    ScriptedTransport transport;
    FakeClock clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    cloudflare::ApiClient api{
        transport, clock, {.base = QUrl(QStringLiteral("https://api.example/client/v4")), .attempts = 1}};
    catalog::PermissionCatalog catalog{api, clock};
    catalog::TemplateSet templates = catalog::TemplateSet::load().value();
    tokens::Accounts accounts;
    secrets::MemoryStore store;
    tokens::ConnectionService connection{api, accounts, store};
    tokens::TokenLister lister{api};
    tokens::Inventory inventory{{.lister = lister, .accounts = accounts, .connection = connection, .clock = clock}};
    tokens::Zones zones{api, clock};
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
    tokens::HeldSecrets held{store};
    tokens::TokenService service{{.planner = planner,
                                  .maker = maker,
                                  .reader = reader,
                                  .verifier = verifier,
                                  .api = api,
                                  .sink = [this](const tokens::TokenAction &action) { actions.push_back(action); },
                                  .held = &held,
                                  .clock = &clock}};
    tokens::TokenChanges changes{{.api = api,
                                  .accounts = accounts,
                                  .connection = connection,
                                  .inventory = inventory,
                                  .reach = reach,
                                  .maker = maker,
                                  .store = store,
                                  .clock = clock,
                                  .report = [this](const tokens::TokenAction &action) { actions.push_back(action); },
                                  .patience = std::chrono::milliseconds(1)}};
    tokens::TokenAudit audit{
        {.api = api, .accounts = accounts, .connection = connection, .lister = lister, .reach = reach, .clock = clock}};

    /** Scripts what connecting with the user's bootstrap token asks. */
    void acceptBootstrap()
    {
        using namespace Qt::StringLiterals;
        transport.succeed(u"GET /client/v4/user/tokens/verify"_s,
                          QJsonObject{{u"id"_s, kTokenId}, {u"status"_s, u"active"_s}});
        const QJsonObject writes{{u"id"_s, kTokenId}, {u"name"_s, u"API Tokens Write"_s}};
        const QJsonObject policy{
            {u"effect"_s, u"allow"_s}, {u"resources"_s, QJsonObject()}, {u"permission_groups"_s, QJsonArray{writes}}};
        transport.succeed(u"GET /client/v4/user/tokens/"_s + kTokenId,
                          QJsonObject{{u"id"_s, kTokenId},
                                      {u"name"_s, u"bootstrap"_s},
                                      {u"status"_s, u"active"_s},
                                      {u"policies"_s, QJsonArray{policy}}});
    }

    /** Scripts the accounts of these ids, all of that name. */
    void haveAccounts(const QStringList &ids, const QString &name = QStringLiteral("Acme"))
    {
        using namespace Qt::StringLiterals;
        QJsonArray list;
        for (const QString &id : ids)
            list.append(QJsonObject{{u"id"_s, id}, {u"name"_s, name}, {u"type"_s, u"standard"_s}});
        transport.succeed(u"GET /client/v4/accounts"_s, list, {{u"total_count"_s, list.size()}});
    }

    [[nodiscard]] mcp::ToolServices toolServices()
    {
        return {.templates = templates,
                .connection = connection,
                .accounts = accounts,
                .tokens = service,
                .zones = zones,
                .changes = changes,
                .audit = audit};
    }

    [[nodiscard]] std::vector<mcp::Tool> tools() { return mcp::allTools(toolServices()); }
};

} // namespace tokensmith::test
