// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/owner.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace tokensmith::tokens {

/** Who asks for a change. */
struct Actor
{
    QString client = {};           ///< the client key's name; empty: the person at the window
    QByteArray correlationId = {}; ///< of the call; empty: none
};

/** A change to a token that was tried: done, refused or failed. For the audit log; holds no secret. */
struct TokenAction
{
    QString operation = {}; ///< "create_token", "update_token", "roll_token", "revoke_token", "rotate_token"
    Actor actor = {};
    model::Owner owner = {};
    QString tokenId = {};                  ///< the token acted on; of a creation: the new one, if it was made
    QString tokenName = {};                ///< as asked for or as found
    QString newTokenId = {};               ///< of a rotation: the replacement
    std::optional<base::Error> error = {}; ///< absent: it was done
};

/** Gets each action once, when it has ended. Called synchronously; must not throw. Empty: nobody listens. */
using ActionSink = std::function<void(const TokenAction &)>;

} // namespace tokensmith::tokens
