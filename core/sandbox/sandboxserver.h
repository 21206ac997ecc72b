// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httpserver.h"
#include "core/sandbox/sandboxrouter.h"
#include "core/sandbox/statefile.h"

#include <QUrl>

namespace tokensmith::sandbox {

/**
 * The simulated Cloudflare on a loopback port: what `tokensmith-sandbox` runs and what `--sandbox` starts inside the
 * programs. It owns the world; the clock is borrowed.
 */
class SandboxServer
{
public:
    struct Options
    {
        SandboxWorld::Options world = {};
        std::chrono::milliseconds latency{0};
        /** Requests per token in five minutes; 0: Cloudflare's 1,200, more for a world of over 10,000 tokens. */
        qsizetype requestsPerWindow = 0;
        /** The world is read from here if the file exists, and written after every change. Empty: kept in memory. */
        QString stateFile = {};
    };

    SandboxServer(Options options, const base::Clock &clock);
    ~SandboxServer();
    Q_DISABLE_COPY_MOVE(SandboxServer)

    /**
     * Listens on `port` (0: any free one) and returns the port. Errors, told apart by their field: "port" can't be had,
     * or the file of "state" can't be used; then a fresh world exists but must not be relied on.
     */
    [[nodiscard]] base::Result<quint16> listen(quint16 port);

    /** Stops listening and writes the state file. The destructor does the same. */
    [[nodiscard]] base::Result<base::Done> close();

    [[nodiscard]] QUrl url() const;     ///< "http://127.0.0.1:PORT"
    [[nodiscard]] QUrl apiBase() const; ///< the same with "/client/v4"
    [[nodiscard]] base::Secret bootstrapToken() const;
    [[nodiscard]] SandboxWorld &world() { return m_router->world(); }

private:
    [[nodiscard]] SandboxWorld initialWorld(const base::Clock &clock);
    [[nodiscard]] base::Result<base::Done> save();

    Options m_options;
    std::optional<base::Error> m_loadError;
    std::unique_ptr<SandboxRouter> m_router;
    std::unique_ptr<http::HttpServer> m_server;
};

} // namespace tokensmith::sandbox
