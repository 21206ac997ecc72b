// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith: the services with a window and a tray icon.
#include "app/common/console.h"
#include "app/common/options.h"
#include "app/common/paths.h"
#include "app/common/services.h"
#include "app/desktop/desktopapp.h"
#include "core/base/logging.h"
#include "core/platform/singleinstance.h"
#include "core/platform/unixsignals.h"
#include "core/settings/settingsstore.h"
#include "ui/common/translations.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <csignal>
#include <sys/stat.h>

namespace {

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::ExitCode;
using platform::SingleInstance;

/** Without a display QApplication ends the process with a core dump; so --help and --version must not need one. */
base::Result<app::Parsed> parse(int argc, char *argv[])
{
    const QCoreApplication early(argc, argv);
    base::Result<app::Parsed> parsed = app::parseOptions(app::Program::Desktop, QCoreApplication::arguments(),
                                                         QProcessEnvironment::systemEnvironment());
    const QStringList pages = app::DesktopApp::pageNames();
    if (parsed && !parsed->options.page.isEmpty() && !pages.contains(parsed->options.page)
        && parsed->options.page != app::DesktopApp::kHiddenPage) {
        return base::fail({.code = base::Error::Code::InvalidArgument,
                           .message = u"--page takes one of: %1."_s.arg(pages.join(u", "_s))});
    }
    return parsed;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

ExitCode exitCodeFor(const base::Error &error)
{
    return error.code == base::Error::Code::InvalidArgument ? ExitCode::BadUsage : ExitCode::Failed;
}

/** The command line decides, then the settings. */
quint16 chosenPort(const app::Options &options, const app::Paths &paths)
{
    switch (options.portFrom) {
    case app::Options::PortFrom::CommandLine:
        break;
    case app::Options::PortFrom::Usual:
        return static_cast<quint16>(settings::SettingsStore(paths.config + "/settings.json"_L1).current().port);
    }
    return options.port;
}

/** The language of the settings with the country of the desktop; its own language where none was chosen. */
QLocale chosenLocale(const app::Services &services)
{
    const settings::SettingsStore settings(services.paths().config + "/settings.json"_L1);
    const QString language = settings.current().language;
    const QLocale system = QLocale::system();
    if (language.isEmpty() || language == system.name().section(u'_', 0, 0))
        return system;
    const QLocale locale(QLocale::codeToLanguage(language), system.territory());
    QLocale::setDefault(locale); // dates and numbers are written in it as well
    return locale;
}

int run(QApplication &application, app::Options options, const QElapsedTimer &sinceStart)
{
    const base::Result<app::Paths> paths = app::preparePaths(options);
    if (!paths)
        return app::leave(ExitCode::BadUsage, paths.error());
    options.port = chosenPort(options, *paths);
    SingleInstance instance({.directory = paths->runtime});
    const base::Result<SingleInstance::Role> role = instance.claim(options.page);
    if (!role)
        return app::leave(exitCodeFor(role.error()), role.error());
    if (*role == SingleInstance::Role::Second)
        return static_cast<int>(ExitCode::Clean);

    const base::Result<std::unique_ptr<app::Services>> services =
        app::Services::create(std::move(options), app::Approvals::Queued);
    if (!services)
        return app::leave(ExitCode::BadUsage, services.error());
    app::printStorageProblem(**services);
    const ui::Translations translations(chosenLocale(**services));
    app::DesktopApp desktop({.application = application, .services = **services, .instance = instance});
    QObject::connect(&desktop, &app::DesktopApp::painted, &desktop,
                     [&sinceStart] { qCInfo(base::logApp) << "Window painted after" << sinceStart.elapsed() << "ms"; });
    const platform::UnixSignals signals({SIGTERM, SIGINT});
    QObject::connect(&signals, &platform::UnixSignals::received, &desktop, &app::DesktopApp::quit);
    desktop.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    ::umask(S_IRWXG | S_IRWXO); // every file of ours is for its owner alone
    QCoreApplication::setApplicationName(u"tokensmith"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENSMITH_VERSION));
    base::Result<app::Parsed> parsed = parse(argc, argv);
    if (!parsed)
        return app::leave(ExitCode::BadUsage, parsed.error());
    if (!parsed->textToPrint.isEmpty())
        return app::printAndLeave(parsed->textToPrint);
    if (!hasDisplay()) {
        app::printError(u"There is no display. Start tokensmithd instead: it does the same without a window."_s);
        return static_cast<int>(ExitCode::Failed);
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Tokensmith"_s);
    QGuiApplication::setDesktopFileName(u"dev.tokensmith.Tokensmith"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    return run(application, std::move(parsed->options), sinceStart);
}
