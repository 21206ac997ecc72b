// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"

#include <QJsonObject>

#include <optional>

namespace tokensmith::mcp {

// The arguments "type" and "accountId", which say whose tokens a call is about.

/** Their schemas, to be put among a tool's properties. */
[[nodiscard]] QJsonObject ownerTypeSchema(const QString &description);
[[nodiscard]] QJsonObject ownerAccountSchema(const QString &description);

/**
 * Whose; nothing where neither argument is given. InvalidArgument where they contradict each other, or where the
 * account is missing.
 */
[[nodiscard]] base::Result<std::optional<model::Owner>> ownerFrom(const QJsonObject &arguments);

/** An owner as results name it: {type, accountId?}. */
[[nodiscard]] QJsonObject ownerJson(const model::Owner &owner);
[[nodiscard]] QJsonObject ownerResultSchema();

} // namespace tokensmith::mcp
