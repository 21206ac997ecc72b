// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/model/owner.h"
#include "core/model/policy.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::model {

/**
 * Addresses a token may be used from, as CIDR. All empty: from anywhere. To change the addresses of a token, set `in`
 * and `notIn` of its own condition: `others` are limits too and must not get lost.
 */
struct IpCondition
{
    QStringList in = {};
    QStringList notIn = {};
    QJsonObject others = {}; ///< conditions this version does not know, in Cloudflare's shape, kept as they came

    [[nodiscard]] bool isEmpty() const { return in.isEmpty() && notIn.isEmpty() && others.isEmpty(); }
    bool operator==(const IpCondition &) const = default;
};

/** What Cloudflare says of a token's state. The set is open: `statusText` keeps the word. */
enum class TokenStatus { Active, Disabled, Expired, Exposed, Unknown };

/**
 * An API token as Cloudflare describes it, without its secret. Every time is in UTC; absent means never or unknown.
 * Source: GET /user/tokens and /accounts/{account_id}/tokens.
 */
struct Token
{
    Owner owner = {};
    QString id = {};
    QString name = {};
    TokenStatus status = TokenStatus::Unknown;
    QString statusText = {}; ///< Cloudflare's word, e.g. "active"
    std::optional<QDateTime> issuedOn = {};
    std::optional<QDateTime> modifiedOn = {};
    std::optional<QDateTime> lastUsedOn = {};
    std::optional<QDateTime> notBefore = {}; ///< absent: from the start
    std::optional<QDateTime> expiresOn = {}; ///< absent: never
    std::vector<Policy> policies = {};
    IpCondition condition = {};
    QJsonObject unknown = {}; ///< members this version does not know or can't read, kept as they came
};

/** Whether a token may be used at all; Cloudflare keeps a disabled one, and it can be enabled again. */
enum class Enabled { No, Yes };

/** What a new token shall be: the only members a create or update request carries. */
struct TokenSpec
{
    QString name; ///< 1 to 120 characters
    std::vector<Policy> policies = {};
    IpCondition condition = {};
    std::optional<QDateTime> notBefore = {};
    std::optional<QDateTime> expiresOn = {};
    std::optional<Enabled> enabled = {}; ///< only for updates: a new token is enabled
};

/** A token just made, with the secret that is shown this once. */
struct CreatedToken
{
    Token token;
    base::Secret secret;
};

/** The state a person should see. The clock decides over Cloudflare's word: it lags behind an expiry. */
enum class EffectiveStatus { Active, NotYetActive, Disabled, Expired, Exposed, Unknown };

[[nodiscard]] EffectiveStatus effectiveStatus(const Token &token, const QDateTime &now);

} // namespace tokensmith::model
