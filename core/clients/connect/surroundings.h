// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/connect/clientformats.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace tokensmith::clients::connect {

/** Where a person's programs keep their files. */
struct Surroundings
{
    QString home;   ///< absolute
    QString config; ///< $XDG_CONFIG_HOME, or ~/.config
    QProcessEnvironment environment = {};
};

[[nodiscard]] Surroundings surroundingsFrom(const QProcessEnvironment &environment);

/** The configuration file of a client: the one that is there, else the one it would make. */
[[nodiscard]] QString configPath(const ClientFormat &format, const Surroundings &surroundings);

/** Whether the client has been used here. */
[[nodiscard]] bool isInstalled(const ClientFormat &format, const Surroundings &surroundings);

/** The directories a client's file may be in once links are followed: home, and where the environment points. */
[[nodiscard]] QStringList allowedRoots(const ClientFormat &format, const Surroundings &surroundings);

} // namespace tokensmith::clients::connect
