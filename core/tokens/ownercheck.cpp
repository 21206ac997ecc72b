// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/ownercheck.h"

#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

base::Result<base::Done> checkOwner(const Owner &owner, const Connection &connection, const Accounts &accounts)
{
    if (owner.kind == Owner::Kind::Account) {
        base::Result<base::Done> allowed = accounts.checkAllowed(owner.accountId);
        if (!allowed)
            return allowed;
    }
    if (connection.owner.kind == Owner::Kind::User || connection.owner == owner)
        return base::Done{};
    const QString own = accounts.nameOf(connection.owner.accountId);
    if (owner.kind == Owner::Kind::User) {
        return base::fail(
            {.code = Error::Code::PermissionDenied,
             .message = u"The bootstrap token belongs to the account %1, so it can't manage a user's "
                        "tokens. Use type \"account\", or connect with a user's bootstrap token."_s.arg(own),
             .field = u"type"_s});
    }
    return base::fail(
        {.code = Error::Code::PermissionDenied,
         .message = u"The bootstrap token belongs to the account %1 and can't manage the tokens of "
                    "another account. Connect with that account's or a user's bootstrap token."_s.arg(own),
         .field = u"accountId"_s});
}

} // namespace tokensmith::tokens
