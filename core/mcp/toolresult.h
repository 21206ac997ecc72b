// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace tokensmith::mcp {

/** The result of a call that went well: `structured` as it is, and as indented JSON for clients that read text. */
[[nodiscard]] QJsonObject successResult(const QJsonObject &structured);

/**
 * The result of a call that did not: text for the model (what was wrong, what to do, Cloudflare's code and cf-ray), and
 * the same for programs in `_meta["tokensmith/error"]`. No structuredContent: it would break the tool's outputSchema.
 */
[[nodiscard]] QJsonObject errorResult(const base::Error &error, const QByteArray &correlationId);

} // namespace tokensmith::mcp
