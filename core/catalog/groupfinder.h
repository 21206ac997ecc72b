// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/chosengroup.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::catalog {

/** The one group of exactly this name and scope; nothing where Cloudflare does not offer it. */
[[nodiscard]] std::optional<ChosenGroup> exactGroup(const QString &name, const QString &scope,
                                                    const std::vector<model::PermissionGroup> &available);

/**
 * The groups people mean by their words, in the words' order, each once. Understood: Cloudflare's name in any letter
 * case, the dashboard's "Edit" for "Write", its labels ("Turnstile Edit"), and a scope to choose between groups of one
 * name, behind ("Logs Read (zone)") or before ("Zone Logs Read"). A part of a name is never enough.
 *
 * Errors, with field "permissions": InvalidArgument where several groups fit, with the ways to say each; NotFound,
 * with up to three names that are near.
 */
[[nodiscard]] base::Result<std::vector<ChosenGroup>> findGroups(const QStringList &words,
                                                                const std::vector<model::PermissionGroup> &available);

/**
 * The groups with these ids, each once. Errors, with field "permissionGroupIds": InvalidArgument (not 32 hexadecimal
 * digits, or the group has several scopes and must be named with one), NotFound.
 */
[[nodiscard]] base::Result<std::vector<ChosenGroup>> groupsById(const QStringList &ids,
                                                                const std::vector<model::PermissionGroup> &available);

} // namespace tokensmith::catalog
