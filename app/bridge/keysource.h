// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace tokensmith::bridge {

/**
 * The client key: `direct`, or the content of the file at `path`, which must be a regular file of this user that nobody
 * else may even read. Errors: InvalidArgument or PermissionDenied with a sentence that never holds the key.
 */
[[nodiscard]] base::Result<base::Secret> keyFrom(base::Secret direct, const QString &path);

/** The value of an environment variable, which is overwritten and removed: nothing we start shall inherit it. */
[[nodiscard]] base::Secret takeFromEnvironment(const char *name);

/** True for an argument that could be a key, or that announces one. */
[[nodiscard]] bool looksLikeKey(const QString &argument);

} // namespace tokensmith::bridge
