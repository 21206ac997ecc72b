// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/surroundings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const Place &place, const Surroundings &surroundings)
{
    switch (place.base) {
    case Place::Base::Home:
        return surroundings.home + u'/' + place.path;
    case Place::Base::Config:
        return surroundings.config + u'/' + place.path;
    }
    Q_UNREACHABLE();
}

/** Where the client's own environment variable says its files are; empty without one. */
QString ownDirectory(const ClientFormat &format, const Surroundings &surroundings)
{
    if (format.homeVariable.isEmpty())
        return {};
    const QString path = surroundings.environment.value(format.homeVariable);
    return QDir::isAbsolutePath(path) ? QDir::cleanPath(path) : QString();
}

} // namespace

Surroundings surroundingsFrom(const QProcessEnvironment &environment)
{
    const QString home = QDir::cleanPath(environment.value(u"HOME"_s, QDir::homePath()));
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s);
    const bool isUsable = QDir::isAbsolutePath(config); // the specification: relative ones are ignored
    return {
        .home = home, .config = isUsable ? QDir::cleanPath(config) : home + "/.config"_L1, .environment = environment};
}

QString configPath(const ClientFormat &format, const Surroundings &surroundings)
{
    const QString own = ownDirectory(format, surroundings);
    if (!own.isEmpty())
        return own + u'/' + format.homeFile;
    const auto there = std::find_if(format.files.begin(), format.files.end(), [&surroundings](const Place &place) {
        const QFileInfo file(pathOf(place, surroundings));
        return file.exists() || file.isSymLink();
    });
    return pathOf(there == format.files.end() ? format.files.front() : *there, surroundings);
}

bool isInstalled(const ClientFormat &format, const Surroundings &surroundings)
{
    const QString own = ownDirectory(format, surroundings);
    if (!own.isEmpty() && QFileInfo::exists(own))
        return true;
    return std::any_of(format.traces.begin(), format.traces.end(),
                       [&surroundings](const Place &place) { return QFileInfo::exists(pathOf(place, surroundings)); });
}

QStringList allowedRoots(const ClientFormat &format, const Surroundings &surroundings)
{
    QStringList roots{surroundings.home, surroundings.config};
    const QString own = ownDirectory(format, surroundings);
    if (!own.isEmpty())
        roots.append(own);
    return roots;
}

} // namespace tokensmith::clients::connect
