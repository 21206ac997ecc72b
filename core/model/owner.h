// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::model {

/** Whose a token is: the signed-in user's, or an account's (a service principal). */
struct Owner
{
    enum class Kind { User, Account };

    Kind kind = Kind::User;
    QString accountId = {}; ///< 32 hex; empty for a user

    [[nodiscard]] static Owner user() { return {}; }
    [[nodiscard]] static Owner account(const QString &id) { return {.kind = Kind::Account, .accountId = id}; }

    bool operator==(const Owner &) const = default;
};

} // namespace tokensmith::model
