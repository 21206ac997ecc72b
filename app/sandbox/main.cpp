// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith-sandbox: the simulated Cloudflare as a program of its own.
#include "app/sandbox/sandboxoptions.h"
#include "core/base/logging.h"
#include "core/platform/unixsignals.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

enum class ExitCode : int { Clean = 0, Failed = 1, BadUsage = 2, PortTaken = 3 };

int leave(ExitCode code, const QString &sentence)
{
    std::fputs(qPrintable(u"tokensmith-sandbox: "_s + sentence + u'\n'), stderr);
    return int(code);
}

// The secrets printed here are the simulation's own; they open nothing else.
QJsonObject announcement(sandbox::SandboxServer &server)
{
    QJsonObject accountTokens;
    for (const sandbox::SandboxAccount &account : server.world().accounts())
        accountTokens.insert(account.id,
                             QString::fromLatin1(server.world().accountBootstrapToken(account.id).reveal()));
    return {{u"type"_s, u"listening"_s},
            {u"url"_s, server.url().toString()},
            {u"api"_s, server.apiBase().toString()},
            {u"bootstrapToken"_s, QString::fromLatin1(server.bootstrapToken().reveal())},
            {u"accountBootstrapTokens"_s, accountTokens}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool levelKnown = base::setLogLevel(u"warning");
    Q_ASSERT(levelKnown);
    const auto options = app::parseSandboxOptions(QCoreApplication::arguments());
    if (!options)
        return leave(ExitCode::BadUsage, options.error().message);
    if (!options->textToPrint.isEmpty()) {
        std::fputs(qPrintable(options->textToPrint), stdout);
        return int(ExitCode::Clean);
    }
    platform::UnixSignals signalSource({SIGTERM, SIGINT});
    QObject::connect(&signalSource, &platform::UnixSignals::received, &application, &QCoreApplication::quit);
    const base::SystemClock clock;
    sandbox::SandboxServer server(options->server, clock);
    const auto port = server.listen(options->port);
    if (!port) {
        const bool aboutPort = port.error().field == "port"_L1;
        return leave(aboutPort ? ExitCode::PortTaken : ExitCode::BadUsage, port.error().message);
    }
    std::fputs((QJsonDocument(announcement(server)).toJson(QJsonDocument::Compact) + '\n').constData(), stdout);
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    if (const auto closed = server.close(); !closed)
        return leave(ExitCode::Failed, closed.error().message);
    return code;
}
