// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/templates.h"
#include "core/model/owner.h"
#include "core/model/permissiongroup.h"
#include "core/model/policy.h"

#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/** What a template's groups shall act on. */
struct PolicyTarget
{
    model::Owner owner = {};
    QString accountId = {};   ///< empty: every account (user tokens only)
    QStringList zoneIds = {}; ///< empty: every zone of the account, or of all
    QString userTag = {};     ///< 32 hex; needed where a group acts on the user
};

/** Policies for a token, and what a careful person would be told about them. */
struct BuiltPolicies
{
    std::vector<model::Policy> policies;
    QStringList warnings = {};
};

/** The groups a template means for that kind of owner. */
[[nodiscard]] std::vector<WantedGroup> wantedGroups(const Template &chosen, model::Owner::Kind kind);

/**
 * One policy per scope, because a group acts only on the resource type it is scoped for: account groups on the account,
 * zone groups on chosen zones or on all zones nested under their account, user groups on the user.
 *
 * Groups are matched by exact name and scope on `available`; a missing one is NotFound naming it, never replaced by
 * another. Source: Cloudflare docs "Create tokens via API".
 */
[[nodiscard]] base::Result<BuiltPolicies> buildPolicies(const std::vector<WantedGroup> &wanted,
                                                        const std::vector<model::PermissionGroup> &available,
                                                        const PolicyTarget &target);

} // namespace tokensmith::catalog
