// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/paths.h"

#include "app/common/endpointfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

base::Result<base::Done> makePrivate(const QString &path)
{
    const bool made = QDir().mkpath(path) && QFileInfo(path).isDir() && QFile::setPermissions(path, kOwnerOnly);
    if (made)
        return base::Done{};
    return base::fail({.code = base::Error::Code::Unavailable,
                       .message = u"Can't use the directory \"%1\". Check that it can be written."_s.arg(path)});
}

Paths pathsFor(const Options &options)
{
    if (!options.dataDir.isEmpty()) {
        const QString root = QDir(options.dataDir).absolutePath();
        return {.config = root + "/config"_L1,
                .data = root + "/data"_L1,
                .runtime = root + "/run"_L1,
                .endpointFile = endpointPath(root, {})};
    }
    const QString folder = options.mode == Mode::Sandbox ? u"/tokensmith-sandbox"_s : u"/tokensmith"_s;
    QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + folder;
    return {.config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + folder,
            .data = data,
            .runtime = runtime.isEmpty() ? data + "/run"_L1 : runtime + folder,
            .endpointFile = endpointPath({}, folder)};
}

} // namespace

base::Result<Paths> preparePaths(const Options &options)
{
    Paths paths = pathsFor(options);
    for (const QString &path : {paths.config, paths.data, paths.runtime}) {
        base::Result<base::Done> made = makePrivate(path);
        if (!made)
            return base::fail(std::move(made.error()));
    }
    return paths;
}

} // namespace tokensmith::app
