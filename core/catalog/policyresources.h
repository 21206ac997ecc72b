// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/scopewords.h"

namespace tokensmith::catalog {

/** The ids' form, and an account token's one account. Errors: InvalidArgument with the field. */
[[nodiscard]] base::Result<base::Done> checkTarget(const PolicyTarget &target);

/** What groups of a scope act on. The target must have passed checkTarget(). Errors: as buildPolicies(). */
[[nodiscard]] base::Result<std::vector<model::Resource>> resourcesFor(Scope scope, const PolicyTarget &target);

/**
 * The resource key of a bucket: "com.cloudflare.edge.r2.bucket.<account>_<jurisdiction>_<name>". `bucket` is "name" or
 * "jurisdiction/name"; without one it is "default". Errors: InvalidArgument, field "buckets"; also for "*", which
 * Cloudflare refuses.
 */
[[nodiscard]] base::Result<QString> bucketKey(const QString &accountId, const QString &bucket);

} // namespace tokensmith::catalog
