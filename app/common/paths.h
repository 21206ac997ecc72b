// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/options.h"
#include "core/base/result.h"

#include <QString>

namespace tokensmith::app {

/** Our directories, each for the owner alone (0700). The sandbox has its own, so that it never meets real data. */
struct Paths
{
    QString config;  ///< settings
    QString data;    ///< database
    QString runtime; ///< lock and socket of the single instance

    QString endpointFile; ///< says where the endpoint listens, while it does
};

/**
 * Finds and makes the directories: under --data-dir if given, else the XDG base directories. Errors: Unavailable with a
 * sentence that names the directory.
 */
[[nodiscard]] base::Result<Paths> preparePaths(const Options &options);

} // namespace tokensmith::app
