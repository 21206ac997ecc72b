// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/sessionenvironment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

/** True for a file that is this user's: somebody else's socket is no session of ours. */
bool isOurs(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_uid == ::geteuid();
}

bool isSocket(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && S_ISSOCK(status.st_mode);
}

/** The first socket in `directory` whose name begins so; empty without one. */
QString firstSocket(const QString &directory, const QString &prefix)
{
    const QStringList names =
        QDir(directory).entryList({prefix + u'*'}, QDir::System | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        if (isSocket(directory + u'/' + name) && isOurs(directory + u'/' + name))
            return name;
    }
    return {};
}

void setIfMissing(QProcessEnvironment &environment, const QString &name, const QString &value)
{
    if (environment.value(name).isEmpty() && !value.isEmpty())
        environment.insert(name, value);
}

void addDisplay(QProcessEnvironment &environment, const SessionPlaces &places)
{
    if (!environment.value(u"DISPLAY"_s).isEmpty() || !environment.value(u"WAYLAND_DISPLAY"_s).isEmpty())
        return;
    if (!places.runtime.isEmpty())
        setIfMissing(environment, u"WAYLAND_DISPLAY"_s, firstSocket(places.runtime, u"wayland-"_s));
    const QString x = firstSocket(places.xSockets, u"X"_s);
    if (x.isEmpty())
        return;
    environment.insert(u"DISPLAY"_s, u':' + x.mid(1));
    const QString cookie = places.runtime + "/gdm/Xauthority"_L1; // elsewhere it is ~/.Xauthority, the default
    if (QFileInfo::exists(cookie))
        setIfMissing(environment, u"XAUTHORITY"_s, cookie);
}

} // namespace

SessionPlaces sessionPlaces(const QProcessEnvironment &given)
{
    const QString named = given.value(u"XDG_RUNTIME_DIR"_s);
    if (!named.isEmpty())
        return {.runtime = named};
    const QString usual = u"/run/user/%1"_s.arg(::geteuid());
    return {.runtime = isOurs(usual) ? usual : QString()};
}

QProcessEnvironment withSession(QProcessEnvironment given, const SessionPlaces &places)
{
    if (!places.runtime.isEmpty()) {
        setIfMissing(given, u"XDG_RUNTIME_DIR"_s, places.runtime);
        const QString bus = places.runtime + "/bus"_L1;
        if (isSocket(bus))
            setIfMissing(given, u"DBUS_SESSION_BUS_ADDRESS"_s, "unix:path="_L1 + bus);
    }
    addDisplay(given, places);
    return given;
}

} // namespace tokensmith::bridge
