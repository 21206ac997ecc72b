// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/model/policy.h"

#include <QStringList>

#include <vector>

namespace tokensmith::catalog {

/**
 * What the policies grant, in plain words, one sentence per effect and place: "DNS Write on all zones of Acme.",
 * "Not allowed: Zone Read on the zone example.com." Names are text from outside, made fit for one line. Never empty:
 * no policies are "No permissions." What this version can't read is said to be that, at the end.
 */
[[nodiscard]] QStringList policySentences(const std::vector<model::Policy> &policies, const Names &names);

} // namespace tokensmith::catalog
