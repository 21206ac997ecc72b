// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/tokenaddress.h"

#include <QStringList>

namespace tokensmith::tokens {

class CallsUnderWay;
class ChangeGuard;
class Inventory;

/** A token with a new secret; the old one works no more. */
struct RollOutcome
{
    model::Token token;
    base::Secret secret;
    QString keychainItem = {}; ///< where the secret is kept as well; empty: nowhere
    QStringList warnings = {};
};

/** Gives tokens new secrets at once, for leaks. Must outlive its tasks; so must the parts. */
class TokenRoller
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        ChangeGuard &guard;
        Inventory &inventory;
        HeldSecrets &held;
        CallsUnderWay &underWay;
        const base::Clock &clock;
    };

    explicit TokenRoller(Parts parts);

    /**
     * Rolls the token that is meant and puts the secret into the keychain, where there is one, before it answers.
     * Refuses the bootstrap token: its new secret would have to reach this program before its next call. Never
     * repeated; OutcomeUnknown: the old secret may be dead and nobody has the new one, so roll again. With
     * KeepSecret::Required the keychain is tried first; if it fails after all, the error says to roll again.
     */
    [[nodiscard]] base::Async<RollOutcome> roll(TokenAddress address, KeepSecret keep, base::CancelToken cancel);

private:
    Parts m_parts;
};

} // namespace tokensmith::tokens
