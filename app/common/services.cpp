// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"

#include "app/common/auditing.h"
#include "app/common/endpointbinding.h"
#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/mcp/product.h"
#include "core/secrets/keychainstore.h"
#include "core/secrets/memorystore.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QTimer>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kUnwindMilliseconds = 2000;

} // namespace

Services::Services(Options options, Paths paths, Approvals approvals)
    : m_options(std::move(options))
    , m_paths(std::move(paths))
    , m_approvals(approvals)
    , m_limiter(m_clock, m_options.changesPerMinute)
    , m_endpointFile(m_paths.endpointFile)
{
}

Services::~Services() = default;

base::Result<std::unique_ptr<Services>> Services::create(Options options, Approvals approvals)
{
    base::Result<Paths> paths = preparePaths(options);
    if (!paths)
        return base::fail(std::move(paths.error()));
    std::unique_ptr<Services> services(new Services(std::move(options), *std::move(paths), approvals));
    base::Result<base::Done> built = services->build();
    if (!built)
        return base::fail(std::move(built.error()));
    return services;
}

base::Result<base::Done> Services::build()
{
    base::Result<catalog::TemplateSet> templates = catalog::TemplateSet::load();
    if (!templates)
        return base::fail(std::move(templates.error()));
    m_templates = *std::move(templates);
    openDatabase();
    if (m_options.mode == Mode::Sandbox) {
        base::Result<base::Done> started = startSandbox();
        if (!started)
            return started;
    }
    base::Result<base::Done> keys = declareKeys();
    if (!keys)
        return keys;
    buildTokenServices(m_sandbox ? m_sandbox->apiBase() : m_options.apiBase);
    return buildFaces();
}

base::Result<base::Done> Services::startSandbox()
{
    sandbox::SandboxServer::Options options;
    if (m_options.sandboxTokens)
        options.world.tokens = *m_options.sandboxTokens;
    m_sandbox = std::make_unique<sandbox::SandboxServer>(std::move(options), m_clock);
    base::Result<quint16> port = m_sandbox->listen(0);
    if (!port)
        return base::fail(std::move(port.error()));
    return base::Done{};
}

base::Result<base::Done> Services::declareKeys()
{
    using clients::ClientPolicy;
    m_clients = std::make_unique<ClientServices>(ClientServices::Parts{
        .clock = m_clock, .store = m_stores.clients.get(), .audit = *m_audit, .approvals = m_approvals});
    clients::ClientRegistry &registry = m_clients->registry();
    base::Result<base::Done> declared = base::Done{};
    if (!m_options.mcpApiKey.isEmpty()) {
        declared = registry.declare(u"env"_s, m_options.mcpApiKey, ClientPolicy::unlimited());
    } else if (m_options.mode == Mode::Sandbox) {
        m_generatedKey = base::Secret(base::randomKey(32));
        declared = registry.declare(u"sandbox"_s, *m_generatedKey, ClientPolicy::unlimited());
    }
    const base::Result<base::Done> loaded = registry.load();
    if (!loaded)
        m_storageProblem = loaded.error();
    return declared;
}

void Services::openDatabase()
{
    base::Result<Stores> stores = Stores::open(m_paths.data + "/tokensmith.db"_L1);
    if (stores)
        m_stores = *std::move(stores);
    else
        m_storageProblem = std::move(stores.error());
    audit::AuditLog::Parts parts{.store = m_stores.audit.get(), .clock = m_clock};
    switch (m_options.auditLines) {
    case AuditLines::DatabaseOnly:
        break;
    case AuditLines::AlsoStderr:
        parts.mirror = writeToStderr;
        break;
    }
    m_audit = std::make_unique<audit::AuditLog>(std::move(parts));
    m_calls = std::make_unique<audit::CallLog>(audit::CallLog::Parts{
        .store = m_stores.database ? std::make_unique<store::CallStore>(*m_stores.database) : nullptr,
        .clock = m_clock});
}

void Services::buildTokenServices(const QUrl &apiBase)
{
    m_transport = std::make_unique<cloudflare::NetworkTransport>(
        cloudflare::NetworkTransport::Options{.userAgent = "tokensmith/" TOKENSMITH_VERSION});
    m_api =
        std::make_unique<cloudflare::ApiClient>(*m_transport, m_clock, cloudflare::ApiClient::Options{.base = apiBase});
    if (m_options.mode == Mode::Sandbox) {
        m_store = std::make_unique<secrets::MemoryStore>();
    } else {
        auto keychain = std::make_unique<secrets::KeychainStore>(secrets::KeychainStore::Options{});
        m_storeOfPrograms = keychain->forPrograms();
        m_store = std::move(keychain);
    }
    secrets::SecretStore &storeOfPrograms = m_storeOfPrograms ? *m_storeOfPrograms : *m_store;
    m_held = std::make_unique<tokens::HeldSecrets>(storeOfPrograms, m_stores.held.get());
    m_accounts = std::make_unique<tokens::Accounts>(*m_api, m_clock, m_options.allowedAccountIds);
    m_connection = std::make_unique<tokens::ConnectionService>(*m_api, *m_accounts, *m_store);
    m_zones = std::make_unique<tokens::Zones>(*m_api, m_clock);
    m_reach = std::make_unique<tokens::Reach>(*m_accounts, *m_zones);
    if (m_stores.catalogs)
        m_catalogOnDisk = std::make_unique<StoredCatalogs>(*m_stores.catalogs, *m_connection);
    m_catalog = std::make_unique<catalog::PermissionCatalog>(*m_api, m_clock, m_catalogOnDisk.get());
    m_lister = std::make_unique<tokens::TokenLister>(*m_api);
    m_inventory = std::make_unique<tokens::Inventory>(tokens::Inventory::Sources{.lister = *m_lister,
                                                                                 .accounts = *m_accounts,
                                                                                 .connection = *m_connection,
                                                                                 .clock = m_clock,
                                                                                 .store = m_stores.inventory.get()});
    m_zoneNames = std::make_unique<tokens::ZoneNames>(tokens::ZoneNames::Sources{.api = *m_api,
                                                                                 .accounts = *m_accounts,
                                                                                 .connection = *m_connection,
                                                                                 .inventory = *m_inventory,
                                                                                 .zones = *m_zones,
                                                                                 .clock = m_clock});
    m_maker = std::make_unique<tokens::TokenMaker>(tokens::TokenMaker::Parts{.api = *m_api,
                                                                             .lister = *m_lister,
                                                                             .inventory = *m_inventory,
                                                                             .clock = m_clock,
                                                                             .index = m_stores.held.get(),
                                                                             .store = m_store.get()});
    m_planner = std::make_unique<tokens::CreationPlanner>(tokens::CreationPlanner::Parts{.api = *m_api,
                                                                                         .catalog = *m_catalog,
                                                                                         .templates = m_templates,
                                                                                         .accounts = *m_accounts,
                                                                                         .connection = *m_connection,
                                                                                         .zones = *m_zones,
                                                                                         .reach = *m_reach,
                                                                                         .clock = m_clock});
    m_reader = std::make_unique<tokens::TokenReader>(tokens::TokenReader::Parts{.api = *m_api,
                                                                                .accounts = *m_accounts,
                                                                                .connection = *m_connection,
                                                                                .lister = *m_lister,
                                                                                .inventory = *m_inventory,
                                                                                .reach = *m_reach,
                                                                                .clock = m_clock});
    m_verifier = std::make_unique<tokens::TokenVerifier>(*m_api, *m_accounts, *m_connection, m_clock);
    m_tokens = std::make_unique<tokens::TokenService>(tokens::TokenService::Parts{.planner = *m_planner,
                                                                                  .maker = *m_maker,
                                                                                  .reader = *m_reader,
                                                                                  .verifier = *m_verifier,
                                                                                  .api = *m_api,
                                                                                  .sink = actionSink(*m_audit),
                                                                                  .held = m_held.get(),
                                                                                  .clock = &m_clock});
    m_changes = std::make_unique<tokens::TokenChanges>(tokens::TokenChanges::Parts{.api = *m_api,
                                                                                   .accounts = *m_accounts,
                                                                                   .connection = *m_connection,
                                                                                   .inventory = *m_inventory,
                                                                                   .reach = *m_reach,
                                                                                   .maker = *m_maker,
                                                                                   .store = storeOfPrograms,
                                                                                   .clock = m_clock,
                                                                                   .heldIndex = m_stores.held.get(),
                                                                                   .report = actionSink(*m_audit)});
    m_tokenAudit = std::make_unique<tokens::TokenAudit>(tokens::TokenAudit::Parts{.api = *m_api,
                                                                                  .accounts = *m_accounts,
                                                                                  .connection = *m_connection,
                                                                                  .lister = *m_lister,
                                                                                  .reach = *m_reach,
                                                                                  .clock = m_clock});
    m_health = std::make_unique<tokens::HealthProbe>(*m_api, *m_connection, m_clock);
    m_lock = std::make_unique<tokens::Lock>(*m_connection, [this] { return changesUnderWay(); });
}

base::Result<base::Done> Services::buildFaces()
{
    const mcp::ToolServices services{.templates = m_templates,
                                     .connection = *m_connection,
                                     .accounts = *m_accounts,
                                     .tokens = *m_tokens,
                                     .zones = *m_zones,
                                     .changes = *m_changes,
                                     .audit = *m_tokenAudit};
    base::Result<mcp::Features> features = mcp::productFeatures(
        services, {.limiter = &m_limiter,
                   .onRefused = refusalSink(*m_audit),
                   .onEnded = callSink(*m_calls),
                   .policyOf = [this](const QString &name) { return m_clients->registry().policyOf(name); },
                   .asked = &m_clients->asked(),
                   .closed = [this] { return m_lock->refusal(); }});
    if (!features)
        return base::fail(std::move(features.error()));
    features->changes = &m_changeFeed;
    features->onSeen = [this](const clients::ClientIdentity &client, const clients::Sighting &sighting) {
        m_clients->registry().see(client.name, sighting);
    };
    m_dispatcher = std::make_unique<mcp::Dispatcher>(*std::move(features));
    m_clients->connectTo({.dispatcher = *m_dispatcher, .changes = m_changeFeed, .lock = *m_lock});
    m_endpoint =
        std::make_unique<http::McpEndpoint>(http::McpEndpoint::Services{.keys = m_clients->keys(),
                                                                        .mcp = bindDispatcher(*m_dispatcher),
                                                                        .health = bindHealth(*m_health),
                                                                        .templates = bindTemplates(m_templates)});
    return base::Done{};
}

base::Result<quint16> Services::listen()
{
    base::Result<quint16> port = m_endpoint->listen(m_options.port);
    if (!port)
        return port;
    const base::Result<base::Done> written = m_endpointFile.write(m_endpoint->url());
    if (!written)
        qCWarning(base::logApp).noquote() << written.error().message;
    return port;
}

base::Async<bool> Services::findBootstrapToken()
{
    if (m_sandbox || !m_options.bootstrapToken.isEmpty()) {
        m_connection->setGiven({.token = m_sandbox ? m_sandbox->bootstrapToken() : m_options.bootstrapToken});
        co_return true;
    }
    base::Result<bool> stored = co_await m_connection->loadStored();
    co_return stored;
}

QCoro::Task<> Services::stop(std::chrono::milliseconds patience)
{
    m_endpointFile.remove();
    m_inventory->stop();
    m_zoneNames->stop();
    m_health->stop();
    m_endpoint->setPaused(http::PauseState::Paused);
    m_dispatcher->closeSubscriptions();
    m_clients->stop();
    QElapsedTimer waited;
    waited.start();
    QTimer tick;
    tick.setInterval(std::chrono::milliseconds(20));
    tick.start();
    // Creations and changes end by themselves: their calls to Cloudflare have a time limit.
    while (changesUnderWay() > 0 || (unanswered() > 0 && !waited.hasExpired(patience.count())))
        co_await qCoro(tick).waitForTimeout();
    m_endpoint->close();
    // Cancelled calls unwind on the event loop; a frame left suspended would never be freed.
    waited.restart();
    while ((unanswered() > 0 || m_inventory->state() == tokens::Inventory::State::Loading || m_zoneNames->isReading())
           && !waited.hasExpired(kUnwindMilliseconds))
        co_await qCoro(tick).waitForTimeout();
    m_calls->flush();
}

int Services::unanswered() const
{
    return m_endpoint->inFlightCount() + m_clients->asked().underWay();
}

QUrl Services::sandboxApi() const
{
    return m_sandbox ? m_sandbox->apiBase() : QUrl();
}

} // namespace tokensmith::app
