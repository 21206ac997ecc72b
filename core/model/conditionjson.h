// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

namespace tokensmith::model {

/**
 * Cloudflare's `condition`. Its address limit has two spellings in Cloudflare's own material, `request_ip` and
 * `request.ip`; both are read. What is not an address list goes into `others` and back out unchanged.
 */
[[nodiscard]] IpCondition conditionFromJson(const QJsonObject &json);

/** Always spelled `request_ip`; never an empty list, which once locked a token out everywhere. */
[[nodiscard]] QJsonObject toJson(const IpCondition &condition);

} // namespace tokensmith::model
