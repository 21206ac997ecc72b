// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/dispatcher.h"
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
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokensmith::test {

inline const QString kAccount = QStringLiteral("a0000000000000000000000000000001");
inline const QString kOtherAccount = QStringLiteral("a0000000000000000000000000000002");
inline const QString kZone = QStringLiteral("20000000000000000000000000000001");
inline const QString kTokenId = QStringLiteral("70000000000000000000000000000001");
inline const QString kSecret = QStringLiteral("cfut_Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTIz");
inline const QString kBootstrap = QStringLiteral("cfut_Ym9vdHN0cmFwYm9vdHN0cmFwYm9vdHN0cmFwYm9vdDEy");

/** The whole chain from a protocol message to Cloudflare's endpoints; only Cloudflare itself is a script. */
class ToolBench
{
public:
    explicit ToolBench(const QStringList &allowedAccounts = {}, const QString &bootstrap = kBootstrap)
        : m_accounts(m_api, m_clock, allowedAccounts)
    {
        m_connection.setGiven({.token = base::Secret(bootstrap.toLatin1())});
    }

    ScriptedTransport cloudflare;

    /** Scripts what connecting with the user's bootstrap token asks. */
    void acceptBootstrap()
    {
        using namespace Qt::StringLiterals;
        cloudflare.succeed(u"GET /client/v4/user/tokens/verify"_s,
                           QJsonObject{{u"id"_s, kTokenId}, {u"status"_s, u"active"_s}});
        const QJsonObject writes{{u"id"_s, kTokenId}, {u"name"_s, u"API Tokens Write"_s}};
        const QJsonObject policy{
            {u"effect"_s, u"allow"_s}, {u"resources"_s, QJsonObject()}, {u"permission_groups"_s, QJsonArray{writes}}};
        cloudflare.succeed(u"GET /client/v4/user/tokens/"_s + kTokenId,
                           QJsonObject{{u"id"_s, kTokenId},
                                       {u"name"_s, u"bootstrap"_s},
                                       {u"status"_s, u"active"_s},
                                       {u"policies"_s, QJsonArray{policy}}});
    }

    void haveAccounts(const QStringList &ids)
    {
        using namespace Qt::StringLiterals;
        QJsonArray accounts;
        for (const QString &id : ids)
            accounts.append(QJsonObject{{u"id"_s, id}, {u"name"_s, u"Acme"_s}, {u"type"_s, u"standard"_s}});
        cloudflare.succeed(u"GET /client/v4/accounts"_s, accounts, {{u"total_count"_s, accounts.size()}});
    }

    /** The result object of one tools/call; empty where the call was no success of JSON-RPC. */
    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        using namespace Qt::StringLiterals;
        const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s},
                                  {u"id"_s, 1},
                                  {u"method"_s, u"tools/call"_s},
                                  {u"params"_s, QJsonObject{{u"name"_s, tool}, {u"arguments"_s, arguments}}}};
        const mcp::Answer answer =
            await(m_dispatcher.handle({.body = mcp::compactJson(message), .correlationId = "ctm-test"}));
        return QJsonDocument::fromJson(answer.body).object().value("result"_L1).toObject();
    }

    /** The structured result of a call that has to succeed and to fit the tool's own output schema; else empty. */
    QJsonObject succeed(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = call(tool, arguments);
        const QJsonObject structured = result.value(QLatin1StringView("structuredContent")).toObject();
        if (result.value(QLatin1StringView("isError")).toBool(true)) {
            qWarning().noquote() << QJsonDocument(result).toJson();
            return {};
        }
        const auto schema = mcp::Schema::compile(tools().find(tool)->tool.outputSchema);
        const auto fits = schema->validate(structured);
        if (!fits)
            qWarning().noquote() << fits.error().message;
        return fits ? structured : QJsonObject();
    }

    /** The text of a call that has to fail; empty where it did not. */
    QString fail(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = call(tool, arguments);
        if (!result.value(QLatin1StringView("isError")).toBool(false))
            return {};
        return result.value(QLatin1StringView("content"))[0][QLatin1StringView("text")].toString();
    }

    /** What was reported of creations. */
    [[nodiscard]] const std::vector<tokens::TokenAction> &actions() const { return m_actions; }

    [[nodiscard]] const mcp::ToolRegistry &tools() const { return m_dispatcher.tools(); }

private:
    FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    cloudflare::ApiClient m_api{
        cloudflare, m_clock, {.base = QUrl(QStringLiteral("https://api.example/client/v4")), .attempts = 1}};
    catalog::PermissionCatalog m_catalog{m_api, m_clock};
    catalog::TemplateSet m_templates = catalog::TemplateSet::load().value();
    tokens::Accounts m_accounts;
    secrets::MemoryStore m_store;
    tokens::ConnectionService m_connection{m_api, m_accounts, m_store};
    tokens::TokenLister m_lister{m_api};
    tokens::Inventory m_inventory{
        {.lister = m_lister, .accounts = m_accounts, .connection = m_connection, .clock = m_clock}};
    tokens::Zones m_zones{m_api, m_clock};
    tokens::Reach m_reach{m_accounts, m_zones};
    tokens::TokenMaker m_maker{{.api = m_api,
                                .lister = m_lister,
                                .inventory = m_inventory,
                                .clock = m_clock,
                                .lookAgainAfter = std::chrono::milliseconds(1)}};
    tokens::CreationPlanner m_planner{{.api = m_api,
                                       .catalog = m_catalog,
                                       .templates = m_templates,
                                       .accounts = m_accounts,
                                       .connection = m_connection,
                                       .zones = m_zones,
                                       .reach = m_reach,
                                       .clock = m_clock}};
    tokens::TokenReader m_reader{{.api = m_api,
                                  .accounts = m_accounts,
                                  .connection = m_connection,
                                  .lister = m_lister,
                                  .inventory = m_inventory,
                                  .reach = m_reach,
                                  .clock = m_clock}};
    tokens::TokenVerifier m_verifier{m_api, m_accounts, m_connection, m_clock};
    std::vector<tokens::TokenAction> m_actions;
    tokens::TokenService m_service{
        {.planner = m_planner,
         .maker = m_maker,
         .reader = m_reader,
         .verifier = m_verifier,
         .api = m_api,
         .sink = [this](const tokens::TokenAction &action) { m_actions.push_back(action); }}};
    tokens::TokenChanges m_changes{
        {.api = m_api,
         .accounts = m_accounts,
         .connection = m_connection,
         .inventory = m_inventory,
         .reach = m_reach,
         .maker = m_maker,
         .store = m_store,
         .clock = m_clock,
         .report = [this](const tokens::TokenAction &action) { m_actions.push_back(action); },
         .patience = std::chrono::milliseconds(1)}};
    tokens::TokenAudit m_audit{{.api = m_api,
                                .accounts = m_accounts,
                                .connection = m_connection,
                                .lister = m_lister,
                                .reach = m_reach,
                                .clock = m_clock}};
    mcp::Dispatcher m_dispatcher{mcp::ToolRegistry::create(mcp::allTools({.templates = m_templates,
                                                                          .connection = m_connection,
                                                                          .accounts = m_accounts,
                                                                          .tokens = m_service,
                                                                          .zones = m_zones,
                                                                          .changes = m_changes,
                                                                          .audit = m_audit}))
                                     .value()};
};

} // namespace tokensmith::test
