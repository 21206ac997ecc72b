// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace tokensmith::app {

/** Where the Cloudflare we talk to is. */
enum class Mode {
    Live,    ///< the real one
    Sandbox, ///< simulated, inside the process; own data directory, never the real keychain
};

/** Where audit entries go. */
enum class AuditLines {
    DatabaseOnly,
    AlsoStderr, ///< ENABLE_AUDIT_LOG=true: each as one JSON line, too
};

/** What the command line and the environment ask for, checked. */
struct Options
{
    Mode mode = Mode::Live;
    std::optional<int> sandboxTokens = {}; ///< how many the simulated Cloudflare starts with; absent: its own choice
    quint16 port = 8787;                   ///< 0: any free one
    enum class PortFrom { Usual, CommandLine };
    PortFrom portFrom = PortFrom::Usual; ///< Usual: tokensmith's settings may say another one
    QString dataDir = {};                ///< empty: the XDG directories
    QUrl apiBase = {};
    base::Secret bootstrapToken = {};   ///< CLOUDFLARE_BOOTSTRAP_TOKEN or its _FILE; used instead of the keychain
    base::Secret mcpApiKey = {};        ///< MCP_API_KEY or its _FILE; the client key "env"
    QStringList allowedAccountIds = {}; ///< ALLOWED_ACCOUNT_IDS
    int changesPerMinute = 10;          ///< RATE_LIMIT_PER_MINUTE: calls of one client key that change something
    AuditLines auditLines = AuditLines::DatabaseOnly; ///< ENABLE_AUDIT_LOG

    // tokensmith only
    enum class Start { Window, Hidden };
    Start start = Start::Window;
    QString page = {}; ///< the page to show first; empty: the default
};

/** Which program parses: the desktop program takes more flags. */
enum class Program { Daemon, Desktop };

/** Either options to run with, or a text to print on stdout before leaving with exit code 0 (--help, --version). */
struct Parsed
{
    Options options = {};
    QString textToPrint = {};
};

/**
 * Reads `arguments` (the program's name first) and the environment. Errors: InvalidArgument with a sentence for stderr;
 * the program then leaves with exit code 2. Secrets are never taken from the command line: others can read it.
 */
[[nodiscard]] base::Result<Parsed> parseOptions(Program program, const QStringList &arguments,
                                                const QProcessEnvironment &environment);

/** Exit codes of every program. */
enum class ExitCode : int { Clean = 0, Failed = 1, BadUsage = 2, PortTaken = 3, KeychainUnusable = 4 };

} // namespace tokensmith::app
