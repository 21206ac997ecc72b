// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"

#include <QJsonValue>

namespace tokensmith::model {

/**
 * Any entry of Cloudflare's `policies`, without loss: one that Policy can't say exactly (another effect than allow or
 * deny, a resource value other than "*" or a flat map of "*", a group without id, no object at all) keeps its JSON in
 * `asSent` and has no resources; its effect and groups are given as far as they can be read.
 */
[[nodiscard]] Policy policyFromJson(const QJsonValue &value);

/** The policy as Cloudflare describes it: every member that came. */
[[nodiscard]] QJsonValue toJson(const Policy &policy);

/** The policy as a create or update takes it: without its id and the groups' names and `meta`, which are read-only. */
[[nodiscard]] QJsonValue toRequestJson(const Policy &policy);

/** The unknown members that may change what is granted: all but the read-only ones. */
[[nodiscard]] QJsonObject unknownTerms(const Policy &policy);
[[nodiscard]] QJsonObject unknownTerms(const PermissionGroupRef &group);

} // namespace tokensmith::model
