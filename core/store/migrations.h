// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace tokensmith::store {

class Database;

/** The schema's number in this version of the program; SQLite keeps a file's own in `user_version`. */
[[nodiscard]] int latestSchema();

/** The number in the file. Errors: what keeps the file from being read. */
[[nodiscard]] base::Result<int> schemaOf(const Database &database);

/** Brings the file to the latest schema, step by step; each step happens whole or not at all. */
[[nodiscard]] base::Result<base::Done> migrate(const Database &database);

} // namespace tokensmith::store
