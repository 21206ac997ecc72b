// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/permissiongroup.h"
#include "core/model/token.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/**
 * Cloudflare's JSON ↔ values. Reading is lenient: any member may be absent, null or of a type nobody promised, and then
 * its default stands. Writing is exact: only members the API takes, times in whole seconds with Z, no empty condition
 * (an empty list once locked a token out everywhere). Shapes: Cloudflare API, "User API Tokens" and "Account Owned API
 * Tokens".
 */
namespace tokensmith::model {

[[nodiscard]] Token tokenFromJson(const QJsonObject &json, const Owner &owner);
[[nodiscard]] PermissionGroup permissionGroupFromJson(const QJsonObject &json);
[[nodiscard]] Account accountFromJson(const QJsonObject &json);
[[nodiscard]] Zone zoneFromJson(const QJsonObject &json);

/** The body of a create request. */
[[nodiscard]] QJsonObject toJson(const TokenSpec &spec);

/** A token in Cloudflare's own member names, unknown members included; for tools and export. */
[[nodiscard]] QJsonObject toJson(const Token &token);

/** A permission group in Cloudflare's member names, for keeping it. */
[[nodiscard]] QJsonObject toJson(const PermissionGroup &group);

/** RFC 3339 → UTC; nothing for null, absent or unreadable. */
[[nodiscard]] std::optional<QDateTime> timeFromJson(const QJsonValue &value);

/** `2018-07-01T05:20:00Z`: UTC, whole seconds. */
[[nodiscard]] QString timeToText(const QDateTime &time);

} // namespace tokensmith::model
