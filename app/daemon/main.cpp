// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmithd: the services without a window.
#include "app/common/console.h"
#include "app/common/options.h"
#include "app/common/services.h"
#include "core/platform/unixsignals.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/stat.h>

namespace {

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::ExitCode;

/** Finds the token before anything listens: a keychain that can't be used should end the start, not half of it. */
QCoro::Task<> start(app::Services *services)
{
    const base::Result<bool> found = co_await services->findBootstrapToken();
    if (!found) {
        app::printError(found.error());
        QCoreApplication::exit(static_cast<int>(ExitCode::KeychainUnusable));
        co_return;
    }
    if (!*found)
        app::printError(u"No bootstrap token: set CLOUDFLARE_BOOTSTRAP_TOKEN or start tokensmith once."_s);
    const base::Result<quint16> port = services->listen();
    if (!port) {
        app::printError(port.error());
        QCoreApplication::exit(static_cast<int>(ExitCode::PortTaken));
        co_return;
    }
    if (services->clientKeys().isEmpty())
        app::printError(u"No client key: set MCP_API_KEY. Until then every call is refused."_s);
    app::printListening(*services);
}

QCoro::Task<> stop(app::Services *services)
{
    co_await services->stop(std::chrono::seconds(5));
    QCoreApplication::exit(static_cast<int>(ExitCode::Clean));
}

} // namespace

int main(int argc, char *argv[])
{
    ::umask(S_IRWXG | S_IRWXO); // every file of ours is for its owner alone
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tokensmith"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENSMITH_VERSION));

    base::Result<app::Parsed> parsed = app::parseOptions(app::Program::Daemon, QCoreApplication::arguments(),
                                                         QProcessEnvironment::systemEnvironment());
    if (!parsed)
        return app::leave(ExitCode::BadUsage, parsed.error());
    if (!parsed->textToPrint.isEmpty())
        return app::printAndLeave(parsed->textToPrint);
    const base::Result<std::unique_ptr<app::Services>> services = app::Services::create(std::move(parsed->options));
    if (!services)
        return app::leave(ExitCode::BadUsage, services.error());

    app::printStorageProblem(**services);
    platform::UnixSignals signals({SIGTERM, SIGINT});
    QObject::connect(&signals, &platform::UnixSignals::received, &application, [&services] { stop(services->get()); });
    QMetaObject::invokeMethod(
        &application, [&services] { start(services->get()); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
