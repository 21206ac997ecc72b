// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokensmith::clients::connect {

/** Another program's configuration file, as it was when it was read. */
struct ConfigFile
{
    QString path;                           ///< where it is, links followed
    std::optional<QByteArray> content = {}; ///< nothing: there is no file
};

/**
 * Reads the file at `path`. Links are followed as long as they stay below one of `roots`.
 *
 * Errors, each with a reason that starts in lower case: PermissionDenied for a link that leads away or nowhere, a file
 * that is read-only, somebody else's or has several names; ProtocolError for what is no file or is over 8 MiB;
 * Unavailable if it can't be read.
 */
[[nodiscard]] base::Result<ConfigFile> readConfigFile(const QString &path, const QStringList &roots);

/**
 * Puts `content` in the place of the file, in one piece and readable for its owner only, after a copy of what was there
 * (also 0600, the last five are kept). Directories that are missing are made, 0700. Returns the path of the copy, empty
 * where there was no file. Errors: Unavailable with a reason; the file is then as it was.
 */
[[nodiscard]] base::Result<QString> replaceConfigFile(const ConfigFile &file, const QByteArray &content,
                                                      const QDateTime &now);

} // namespace tokensmith::clients::connect
