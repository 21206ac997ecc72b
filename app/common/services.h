// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/clientservices.h"
#include "app/common/endpointfile.h"
#include "app/common/options.h"
#include "app/common/paths.h"
#include "app/common/storedcatalogs.h"
#include "app/common/stores.h"
#include "core/audit/calllog.h"
#include "core/catalog/permissioncatalog.h"
#include "core/catalog/templates.h"
#include "core/clients/calllimiter.h"
#include "core/cloudflare/apiclient.h"
#include "core/cloudflare/networktransport.h"
#include "core/http/mcpendpoint.h"
#include "core/sandbox/sandboxserver.h"
#include "core/secrets/secretstore.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/creationplanner.h"
#include "core/tokens/expirynotices.h"
#include "core/tokens/healthprobe.h"
#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenaudit.h"
#include "core/tokens/tokenchanges.h"
#include "core/tokens/tokenlister.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/tokenreader.h"
#include "core/tokens/tokenservice.h"
#include "core/tokens/tokenverifier.h"
#include "core/tokens/zonenames.h"
#include "core/tokens/zones.h"

#include <memory>
#include <optional>

namespace tokensmith::app {

/**
 * Every service of a program, built once in the order of their dependencies and destroyed in the reverse. The programs
 * and the window take what they need by reference; nothing else builds services.
 */
class Services
{
public:
    /** Builds all of it and, in the sandbox, starts the simulated Cloudflare. Errors: a sentence for stderr. */
    [[nodiscard]] static base::Result<std::unique_ptr<Services>> create(Options options,
                                                                        Approvals approvals = Approvals::Denied);
    ~Services();
    Q_DISABLE_COPY_MOVE(Services)

    /**
     * Opens the MCP endpoint on the chosen port and says where in the endpoint file. Errors: Unavailable when another
     * program has the port.
     */
    [[nodiscard]] base::Result<quint16> listen();

    /**
     * Finds the bootstrap token: the sandbox's own, the environment's or the keychain's. False: there is none (first
     * run). Errors: why the keychain can't be read. Cloudflare is not asked yet.
     */
    [[nodiscard]] base::Async<bool> findBootstrapToken();

    /**
     * Stops taking calls, lets running ones end for up to `patience`, creations and changes until they are answered (a
     * secret is given only once), then closes everything. Call it before the event loop ends.
     */
    [[nodiscard]] QCoro::Task<> stop(std::chrono::milliseconds patience);

    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] const Paths &paths() const { return m_paths; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] http::McpEndpoint &endpoint() { return *m_endpoint; }
    [[nodiscard]] const http::McpEndpoint &endpoint() const { return *m_endpoint; }
    [[nodiscard]] tokens::ConnectionService &connection() { return *m_connection; }
    [[nodiscard]] tokens::Inventory &inventory() { return *m_inventory; }
    [[nodiscard]] tokens::TokenService &tokens() { return *m_tokens; }
    [[nodiscard]] tokens::TokenChanges &changes() { return *m_changes; }
    [[nodiscard]] tokens::Lock &lock() { return *m_lock; }
    [[nodiscard]] store::NoticeStore *noticeStore() { return m_stores.notices.get(); } ///< null: see storageProblem()
    [[nodiscard]] clients::CallLimiter &limiter() { return m_limiter; }
    [[nodiscard]] int changesUnderWay() const { return m_maker->making() + m_changes->underWay(); }
    [[nodiscard]] tokens::Accounts &accounts() { return *m_accounts; }
    [[nodiscard]] tokens::Zones &zones() { return *m_zones; }
    [[nodiscard]] tokens::ZoneNames &zoneNames() { return *m_zoneNames; } ///< a window begins it
    [[nodiscard]] const catalog::TemplateSet &templates() const { return m_templates; }
    [[nodiscard]] secrets::SecretStore &secretStore() { return *m_store; }
    [[nodiscard]] const clients::ClientKeys &clientKeys() const { return m_clients->keys(); }
    [[nodiscard]] store::HeldStore *heldStore() { return m_stores.held.get(); } ///< null as noticeStore()
    [[nodiscard]] ClientServices &clients() { return *m_clients; }
    [[nodiscard]] audit::AuditLog &audit() { return *m_audit; }
    [[nodiscard]] audit::CallLog &calls() { return *m_calls; }

    /** Why nothing is kept on disk in this run: no stored lists, no audit log. Absent: all is well. */
    [[nodiscard]] const std::optional<base::Error> &storageProblem() const { return m_storageProblem; }

    /** The simulated Cloudflare's API; empty without --sandbox. */
    [[nodiscard]] QUrl sandboxApi() const;

    /** A client key made for this run because the sandbox was started without one; to be shown once. */
    [[nodiscard]] const std::optional<base::Secret> &generatedKey() const { return m_generatedKey; }

private:
    Services(Options options, Paths paths, Approvals approvals);
    [[nodiscard]] base::Result<base::Done> build();
    [[nodiscard]] base::Result<base::Done> startSandbox();
    [[nodiscard]] base::Result<base::Done> declareKeys();
    void openDatabase();
    void buildTokenServices(const QUrl &apiBase);
    [[nodiscard]] base::Result<base::Done> buildFaces();
    [[nodiscard]] int unanswered() const; ///< calls, and what waits for a person behind a handle

    const Options m_options;
    const Paths m_paths;
    const Approvals m_approvals;
    base::SystemClock m_clock;
    clients::CallLimiter m_limiter;
    std::optional<base::Secret> m_generatedKey;
    catalog::TemplateSet m_templates;
    std::optional<base::Error> m_storageProblem;
    Stores m_stores; // empty: see m_storageProblem
    std::unique_ptr<audit::AuditLog> m_audit;
    std::unique_ptr<audit::CallLog> m_calls;
    std::unique_ptr<ClientServices> m_clients;
    std::unique_ptr<sandbox::SandboxServer> m_sandbox;
    std::unique_ptr<cloudflare::NetworkTransport> m_transport;
    std::unique_ptr<cloudflare::ApiClient> m_api;
    std::unique_ptr<secrets::SecretStore> m_store;
    std::unique_ptr<secrets::SecretStore> m_storeOfPrograms; // the same, in English; null: m_store has no language
    std::unique_ptr<tokens::HeldSecrets> m_held;
    std::unique_ptr<tokens::Accounts> m_accounts;
    std::unique_ptr<tokens::ConnectionService> m_connection;
    std::unique_ptr<tokens::Zones> m_zones;
    std::unique_ptr<tokens::Reach> m_reach;
    std::unique_ptr<StoredCatalogs> m_catalogOnDisk; // null: no database
    std::unique_ptr<catalog::PermissionCatalog> m_catalog;
    std::unique_ptr<tokens::TokenLister> m_lister;
    std::unique_ptr<tokens::Inventory> m_inventory;
    std::unique_ptr<tokens::ZoneNames> m_zoneNames;
    std::unique_ptr<tokens::TokenMaker> m_maker;
    std::unique_ptr<tokens::CreationPlanner> m_planner;
    std::unique_ptr<tokens::TokenReader> m_reader;
    std::unique_ptr<tokens::TokenVerifier> m_verifier;
    std::unique_ptr<tokens::TokenService> m_tokens;
    std::unique_ptr<tokens::TokenChanges> m_changes;
    std::unique_ptr<tokens::TokenAudit> m_tokenAudit;
    std::unique_ptr<tokens::HealthProbe> m_health;
    std::unique_ptr<tokens::Lock> m_lock;
    mcp::ChangeFeed m_changeFeed;
    std::unique_ptr<mcp::Dispatcher> m_dispatcher;
    std::unique_ptr<http::McpEndpoint> m_endpoint;
    EndpointFile m_endpointFile;
};

} // namespace tokensmith::app
