// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlError>

namespace tokensmith::store {

/**
 * SQLite's primary result code as an Error with a sentence that names the file and says what to do. Unavailable: may
 * work later (locked, disk full, not writable); ProtocolError: the file is damaged; Internal: a defect of ours.
 * Source: sqlite.org, "Result and Error Codes".
 */
[[nodiscard]] base::Error errorFrom(const QSqlError &error, const QString &path);

/** The same for a file whose content can't be understood although SQLite reads it. */
[[nodiscard]] base::Error damaged(const QString &path, const QString &detail);

} // namespace tokensmith::store
