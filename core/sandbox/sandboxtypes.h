// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokensmith::sandbox {

// What the simulated Cloudflare keeps. Plain values; ids are 32 lower-case hex digits.

enum class Scope { User, Account, Zone, Bucket };

struct SandboxAccount
{
    QString id = {};
    QString name = {};
    QDateTime createdOn = {};
    QString membershipId = {};
    QString role = {}; ///< the user's role in it: sets what the user's tokens may grant
};

struct SandboxZone
{
    QString id = {};
    QString name = {};
    QString accountId = {};
    QDateTime createdOn = {};
};

struct SandboxUser
{
    QString id = {};
    QString email = {};
    QString firstName = {};
    QString lastName = {};
};

enum class Effect { Allow, Deny };

struct Policy
{
    Effect effect = Effect::Allow;
    QJsonObject resources = {};
    QList<qsizetype> groups = {}; ///< indices into the PermissionGroupTable, ascending
};

/** The `request_ip` condition. A list that is present and empty is kept: it locks the token out, as at Cloudflare. */
struct IpCondition
{
    std::optional<QStringList> in = {};
    std::optional<QStringList> notIn = {};
};

enum class TokenState { Active, Disabled, Exposed };

/** What a caller may set: the members of a create or update body. */
struct TokenDraft
{
    QString name = {};
    QList<Policy> policies = {};
    std::optional<IpCondition> condition = {};
    QDateTime notBefore = {};             ///< invalid: at once
    QDateTime expiresOn = {};             ///< invalid: never
    std::optional<TokenState> state = {}; ///< absent: Active on create, unchanged on update
};

struct SandboxToken
{
    QString id = {};
    QString accountId = {}; ///< empty: owned by the user
    QByteArray secret = {};
    QString name = {};
    QList<Policy> policies = {}; ///< already in the order they are shown
    std::optional<IpCondition> condition = {};
    TokenState state = TokenState::Active;
    QDateTime issuedOn = {};
    QDateTime modifiedOn = {};
    QDateTime lastUsedOn = {}; ///< invalid: never
    QDateTime notBefore = {};
    QDateTime expiresOn = {};

    [[nodiscard]] bool isExpired(const QDateTime &now) const { return expiresOn.isValid() && expiresOn <= now; }
    /** True where the secret opens anything at all. */
    [[nodiscard]] bool isUsable(const QDateTime &now) const
    {
        return state == TokenState::Active && !isExpired(now) && !(notBefore.isValid() && notBefore > now);
    }
};

} // namespace tokensmith::sandbox
