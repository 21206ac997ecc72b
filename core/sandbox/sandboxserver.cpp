// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include "core/base/logging.h"

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr qsizetype kUsualBudget = 1200;
constexpr int kLargeWorld = 10'000;

// Reading a large world page by page alone would use up the usual budget; such customers have a raised one.
qsizetype budgetFor(const SandboxServer::Options &options)
{
    if (options.requestsPerWindow > 0)
        return options.requestsPerWindow;
    return kUsualBudget + (options.world.tokens > kLargeWorld ? options.world.tokens / 5 : 0);
}

base::Error withField(base::Error error, const QString &field)
{
    error.field = field;
    return error;
}

} // namespace

SandboxServer::SandboxServer(Options options, const base::Clock &clock)
    : m_options(std::move(options))
{
    SandboxRouter::Options routing{.requestsPerWindow = budgetFor(m_options), .latency = m_options.latency};
    if (!m_options.stateFile.isEmpty()) {
        routing.onChanged = [this] {
            if (const auto saved = save(); !saved)
                qCWarning(base::logApp).noquote() << saved.error().message;
        };
    }
    m_router = std::make_unique<SandboxRouter>(initialWorld(clock), std::move(routing));
    m_server = std::make_unique<http::HttpServer>(
        http::HttpServer::Options{.handler = [router = m_router.get()](http::HttpRequest request) {
            return router->handle(std::move(request));
        }});
}

SandboxServer::~SandboxServer()
{
    if (const auto closed = close(); !closed)
        qCWarning(base::logApp).noquote() << closed.error().message;
}

SandboxWorld SandboxServer::initialWorld(const base::Clock &clock)
{
    const StateFile file(m_options.stateFile);
    if (!m_options.stateFile.isEmpty() && file.exists()) {
        auto state = file.load(PermissionGroupTable());
        if (state)
            return SandboxWorld(*std::move(state), clock);
        m_loadError = state.error();
    }
    return SandboxWorld(m_options.world, clock);
}

base::Result<base::Done> SandboxServer::save()
{
    if (m_options.stateFile.isEmpty() || m_loadError)
        return base::Done{};
    return StateFile(m_options.stateFile).save(world().snapshot(), world().groups());
}

base::Result<quint16> SandboxServer::listen(quint16 port)
{
    if (m_loadError)
        return base::fail(withField(*m_loadError, u"state"_s));
    if (const auto saved = save(); !saved)
        return base::fail(withField(saved.error(), u"state"_s));
    auto listening = m_server->listen(port);
    if (!listening)
        return base::fail(withField(listening.error(), u"port"_s));
    return listening;
}

base::Result<base::Done> SandboxServer::close()
{
    m_server->close();
    return save();
}

QUrl SandboxServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port()));
}

QUrl SandboxServer::apiBase() const
{
    return QUrl(u"http://127.0.0.1:%1/client/v4"_s.arg(m_server->port()));
}

base::Secret SandboxServer::bootstrapToken() const
{
    return m_router->world().bootstrapToken();
}

} // namespace tokensmith::sandbox
