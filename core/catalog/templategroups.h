// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/chosengroup.h"
#include "core/catalog/templates.h"

#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/**
 * The groups of a template on the live list of that kind of owner, by exact name and scope.
 *
 * A listed template whose group is not offered is NotFound naming it, never another group. "Everything" takes each
 * group that can be granted, of a scope this version knows, but for: buckets (Workers R2 Storage covers them), groups
 * about API tokens, the template's `leftOut`, and a Read beside its Write. A template only the dashboard can make is
 * refused with the link. Errors carry the field "template".
 */
[[nodiscard]] base::Result<std::vector<ChosenGroup>>
templateGroups(const Template &chosen, model::Owner::Kind kind, const std::vector<model::PermissionGroup> &available);

/** What a person should know before they take it: what it leaves out and how to have that all the same. */
[[nodiscard]] QStringList templateNotes(const Template &chosen, model::Owner::Kind kind);

} // namespace tokensmith::catalog
