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

namespace tokensmith::test {

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
    tokens::TokenService service{{.planner = planner,
                                  .maker = maker,
                                  .reader = reader,
                                  .verifier = verifier,
                                  .api = api,
                                  .sink = [this](const tokens::TokenAction &action) { actions.push_back(action); }}};
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

    [[nodiscard]] std::vector<mcp::Tool> tools()
    {
        return mcp::allTools({.templates = templates,
                              .connection = connection,
                              .accounts = accounts,
                              .tokens = service,
                              .zones = zones,
                              .changes = changes,
                              .audit = audit});
    }
};

} // namespace tokensmith::test
