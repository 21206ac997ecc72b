// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/chosengroup.h"
#include "core/catalog/names.h"
#include "core/model/owner.h"
#include "core/model/policy.h"

#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/** What the chosen groups shall act on. */
struct PolicyTarget
{
    model::Owner owner = {};
    QString accountId = {};   ///< empty: every account (user tokens only)
    QStringList zoneIds = {}; ///< empty: every zone of the account, or of all
    QString userTag = {};     ///< 32 hex; needed where a group acts on the user
    QStringList buckets = {}; ///< R2 buckets of the account: "name", or "eu/name" for one of a jurisdiction
    Names names = {};         ///< for the explanations
};

/** Policies for a token, and what a careful person would be told about them. */
struct BuiltPolicies
{
    std::vector<model::Policy> policies;
    QStringList warnings = {};     ///< what to think twice about
    QStringList explanations = {}; ///< why the policies look as they do: one sentence per choice
};

/**
 * One policy per scope, because a group acts only on the resource type it is scoped for: account groups on the account,
 * zone groups on chosen zones or on all zones nested under their account, user groups on the user, bucket groups on
 * named buckets. For account tokens zones are always nested: Cloudflare refuses them bare.
 *
 * Refused, never left out in silence: a group that manages tokens (PermissionDenied, with the dashboard's form), a
 * scope this version does not know, zones or buckets that no chosen group acts on, a bucket group without buckets or
 * for every bucket, a user group for an account token, ids of the wrong form (InvalidArgument; `field` as in
 * PolicyTarget, or "permissions"). PermissionDenied where the user's tag is needed and unknown.
 * Source: Cloudflare docs "Create tokens via API".
 */
[[nodiscard]] base::Result<BuiltPolicies> buildPolicies(const std::vector<ChosenGroup> &chosen,
                                                        const PolicyTarget &target);

} // namespace tokensmith::catalog
