// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"

#include <QString>

namespace tokensmith::model {

/**
 * A text or a group equal to the one given, kept in one place for all that have it: a hundred thousand tokens name the
 * same few permissions and zones. Bounded, one pool for each thread; never used for a name, an id or a secret.
 */
[[nodiscard]] QString shared(const QString &text);
[[nodiscard]] PermissionGroupRef shared(const PermissionGroupRef &group);

} // namespace tokensmith::model
