// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"
#include "core/model/token.h"
#include "core/tokens/action.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/tokenaddress.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace tokensmith::tokens {
class TokenService;
}

namespace tokensmith::mcp {

// How several tools name a token in their arguments and show one in their results.

/** The arguments tokenId, type and accountId: which token a tool acts on. */
[[nodiscard]] QJsonObject addressProperties();
[[nodiscard]] tokens::TokenAddress addressFrom(const QJsonObject &arguments);

/** Who asks, for the audit log. */
[[nodiscard]] tokens::Actor actorOf(const CallContext &context);

/** Hints of a tool that changes a token there is, and of one that ends it. */
[[nodiscard]] ToolAnnotations changesCloudflare();
[[nodiscard]] ToolAnnotations revokesAtCloudflare();

/** A new token with its secret, as create_token answers: the members of the schema, no others. */
[[nodiscard]] QJsonObject createdTokenJson(const model::CreatedToken &created);
[[nodiscard]] QJsonObject createdTokenProperties();

/** What the policies allow, one English sentence each. */
[[nodiscard]] QJsonArray accessJson(const tokens::TokenService &tokens, const std::vector<model::Policy> &policies);

/** {effect, permissions: names, resources: keys}, nested resources as "parent/child". */
[[nodiscard]] QJsonArray policiesJson(const std::vector<model::Policy> &policies);
[[nodiscard]] QJsonObject policiesSchema(const QString &description);

/** What of a result's `secret` and `warning` the client gets: all, or where a person finds it. */
[[nodiscard]] QJsonObject delivered(QJsonObject token, const CallContext &context, const QString &keychainItem);

/** Required unless the client gets the secret alone. */
[[nodiscard]] tokens::KeepSecret keepFor(const CallContext &context);

[[nodiscard]] QJsonValue timeOrNull(const std::optional<QDateTime> &time);

/** The name of the keychain item that holds a secret too, or null. */
[[nodiscard]] QJsonValue keychainItemJson(const QString &item);
[[nodiscard]] QJsonObject keychainItemSchema();

/** Warnings as results carry them. */
[[nodiscard]] QJsonObject warningsSchema();

/** What every answer with a secret says beside it. */
[[nodiscard]] QString secretWarning();

} // namespace tokensmith::mcp
