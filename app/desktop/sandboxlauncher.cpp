// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sandboxlauncher.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

base::Result<base::Done> startSandboxWindow(const Options &options)
{
    QStringList arguments{u"--sandbox"_s, u"--port"_s, u"0"_s};
    if (!options.dataDir.isEmpty())
        arguments << u"--data-dir"_s << options.dataDir + "/sandbox"_L1;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, u"MCP_API_KEY"_s}) {
        environment.remove(name);
        environment.remove(name + "_FILE"_L1);
    }
    QProcess process;
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments(arguments);
    process.setProcessEnvironment(environment);
    if (process.startDetached())
        return base::Done{};
    return base::fail({.code = base::Error::Code::Unavailable,
                       .message = QCoreApplication::translate("SandboxLauncher",
                                                              "The sandbox can't be started from here. Start it in a "
                                                              "terminal: tokensmith --sandbox")});
}

} // namespace tokensmith::app
