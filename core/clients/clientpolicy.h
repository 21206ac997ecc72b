// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace tokensmith::clients {

/** What a call does to the world; policy and approval go by it. */
enum class CallClass {
    Read,
    Create,
    Change,
    Revoke,
};

inline constexpr std::array kCallClasses{CallClass::Read, CallClass::Create, CallClass::Change, CallClass::Revoke};

/** Whether calls of a class run. */
enum class Permission {
    Allow,
    Ask, ///< a person is asked each time
    Deny,
};

/** Where the secret of a token goes that was made or rolled. */
enum class SecretDelivery {
    Hidden, ///< the keychain; the client is told which item
    Inline, ///< into the answer
};

/** What narrows the calls of a key. Empty lists and an absent lifetime: no limit. */
struct ClientLimits
{
    QStringList accounts = {};    ///< ids; only tokens of these
    QStringList templates = {};   ///< ids; only tokens from these
    QString longestLifetime = {}; ///< in the grammar of model::expiryAfter: "90d"; then "never" is too long

    [[nodiscard]] bool operator==(const ClientLimits &) const = default;
};

/** What a client key may do. */
struct ClientPolicy
{
    std::array<Permission, kCallClasses.size()> permissions = {Permission::Allow, Permission::Ask, Permission::Ask,
                                                               Permission::Ask};
    SecretDelivery secrets = SecretDelivery::Hidden;
    ClientLimits limits = {};

    [[nodiscard]] Permission of(CallClass callClass) const;
    void set(CallClass callClass, Permission permission);

    /** Everything allowed, secrets inline: what an operator configures with MCP_API_KEY. */
    [[nodiscard]] static ClientPolicy unlimited();

    [[nodiscard]] bool operator==(const ClientPolicy &) const = default;
};

/** {read, create, change, revoke: allow|ask|deny; secrets: hidden|inline; accounts, templates, longestLifetime}. */
[[nodiscard]] QJsonObject toJson(const ClientPolicy &policy);

/** Errors: InvalidArgument for what toJson() does not write; a policy that can't be read must not open anything. */
[[nodiscard]] base::Result<ClientPolicy> policyFrom(const QJsonObject &json);

/** InvalidArgument with `field` where a limit makes no sense: an account that is no id, a lifetime that can't be read.
 */
[[nodiscard]] base::Result<base::Done> checkLimits(const ClientLimits &limits);

/** "read", "create", "change", "revoke". */
[[nodiscard]] QString wordFor(CallClass callClass);

} // namespace tokensmith::clients
