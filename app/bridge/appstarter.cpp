// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/appstarter.h"

#include "app/bridge/sessionenvironment.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kEnoughOfALog = 8192;

bool hasDisplay(const QProcessEnvironment &environment)
{
    return !environment.value(u"DISPLAY"_s).isEmpty() || !environment.value(u"WAYLAND_DISPLAY"_s).isEmpty();
}

QString findProgram(const QString &name)
{
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u'/' + name);
    return beside.isFile() && beside.isExecutable() ? beside.filePath() : QStandardPaths::findExecutable(name);
}

struct Command
{
    QString program = {};
    QStringList arguments = {};
};

/** Without a window where none can be shown, or where only that program is installed. */
Command findCommand(StartPolicy policy, const QProcessEnvironment &environment)
{
    if (policy != StartPolicy::WithoutWindow && hasDisplay(environment)) {
        const QString desktop = findProgram(u"tokensmith"_s);
        if (!desktop.isEmpty())
            return {.program = desktop, .arguments = {u"--hidden"_s}};
    }
    return {.program = findProgram(u"tokensmithd"_s)};
}

} // namespace

AppStarter::AppStarter(const AppPlace &place)
    : m_policy(place.start)
    , m_arguments(place.arguments)
    , m_log(QFileInfo(place.endpointFile).path() + "/started-by-bridge.log"_L1)
{
}

base::Result<base::Done> AppStarter::start()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    const QProcessEnvironment environment = withSession(ours, sessionPlaces(ours));
    const Command command = findCommand(m_policy, environment);
    if (command.program.isEmpty())
        return base::fail({.code = Error::Code::NotFound,
                           .message = u"Tokensmith is not running, and it is neither beside tokensmith-bridge nor in "
                                      "PATH. Start it yourself."_s});
    QProcess process;
    process.setProgram(command.program);
    process.setProcessEnvironment(environment);
    process.setArguments(command.arguments + m_arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    const bool canLog = QDir().mkpath(QFileInfo(m_log).path());
    process.setStandardErrorFile(canLog ? m_log : QProcess::nullDevice());
    if (process.startDetached(&m_pid))
        return base::Done{};
    return base::fail({.code = Error::Code::Unavailable,
                       .message = u"Tokensmith is not running and can't be started (%1). Start it yourself."_s.arg(
                           base::plainLine(process.errorString(), 200))});
}

bool AppStarter::hasEnded() const
{
    return m_pid > 0 && ::kill(static_cast<pid_t>(m_pid), 0) != 0 && errno == ESRCH;
}

QString AppStarter::lastWords() const
{
    QFile log(m_log);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max<qint64>(0, log.size() - kEnoughOfALog));
    const QByteArrayList lines = log.readAll().trimmed().split('\n');
    return base::plainLine(QString::fromUtf8(lines.last()), 300);
}

} // namespace tokensmith::bridge
