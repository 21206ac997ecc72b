// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/mcp/outcome.h"

namespace tokensmith::mcp {

/** JSON indented by two spaces a level, as models and people are used to; Qt writes four. */
[[nodiscard]] QString jsonText(const QJsonObject &object);

/** A structured result: `structured` as it is, and as indented JSON for clients that read text. */
[[nodiscard]] ContentResult structuredContent(const QJsonObject &structured);

/** The result object of a call that ran. */
[[nodiscard]] QJsonObject contentResult(const ContentResult &result);

/**
 * The result of a call that did not: text for the model (what was wrong, what to do, Cloudflare's code and cf-ray), and
 * the same for programs in `_meta["tokensmith/error"]`. No structuredContent: it would break the tool's outputSchema.
 */
[[nodiscard]] QJsonObject errorResult(const base::Error &error, const QByteArray &correlationId);

/** What programs are told of an error: its code, whether trying again may help, Cloudflare's numbers. */
[[nodiscard]] QJsonObject errorMembers(const base::Error &error);

} // namespace tokensmith::mcp
