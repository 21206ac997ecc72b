// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/permissiongroups.h"
#include "core/sandbox/worldstate.h"

#include <optional>

namespace tokensmith::sandbox {

/** The layout of the state file. Reading gives nothing unless every reference in it leads somewhere. */
[[nodiscard]] QJsonObject stateToJson(const WorldState &state, const PermissionGroupTable &groups);
[[nodiscard]] std::optional<WorldState> stateFromJson(const QJsonObject &json, const PermissionGroupTable &groups);

} // namespace tokensmith::sandbox
