// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/replacement.h"
#include "core/tokens/tokenaddress.h"

#include <QStringList>

#include <chrono>
#include <functional>

namespace tokensmith::tokens {

class CallsUnderWay;
class ChangeGuard;
class TokenMaker;
class TokenRevoker;

/** What a rotation is at. In this order; Revoking only where it was asked for. */
enum class RotateStep {
    Checking,
    Making,
    Verifying,
    Revoking,
};

/** A token to be replaced by a new one with the same rights. */
struct RotateRequest
{
    enum class Old { Keep, Revoke };

    /** What Old::Revoke means on a machine that has no keychain at all (a headless box). */
    enum class WithoutKeychain {
        Refuse,     ///< nothing is made
        AnswerOnly, ///< the old one is revoked while the asker still waits for the answer, which holds the new secret
    };

    TokenAddress address = {};
    ReplacementWishes wishes = {};
    Old old = Old::Keep;
    WithoutKeychain withoutKeychain = WithoutKeychain::Refuse;
    KeepSecret keep = KeepSecret::IfPossible;    ///< Required counts more than `withoutKeychain`
    std::function<void(RotateStep)> onStep = {}; ///< told of each step as it begins
};

/** The new token with its secret, and what became of the old one. */
struct RotateOutcome
{
    enum class OldToken { Kept, Revoked };
    enum class Verified { No, Yes }; ///< the new one works and is what it should be

    model::Token old;
    OldToken oldToken = OldToken::Kept;
    model::CreatedToken created;
    Verified verified = Verified::No;
    QString keychainItem = {}; ///< where the secret is kept as well; empty: nowhere
    QStringList warnings = {};
};

/**
 * Replaces a token: checks → makes the new one → holds its secret in the keychain → verifies it → revokes the old one,
 * if that was asked for. Must outlive its tasks; so must the parts.
 */
class TokenRotator
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        ChangeGuard &guard;
        TokenMaker &maker;
        TokenRevoker &revoker;
        HeldSecrets &held;
        CallsUnderWay &underWay;
        const base::Clock &clock;
        int verifyAttempts = 6;                     ///< a new token takes a while to be known everywhere
        std::chrono::milliseconds verifyPause{500}; ///< doubled each time
    };

    explicit TokenRotator(Parts parts);

    /**
     * An error means that there is no new token, or (OutcomeUnknown) one that nobody has the secret of. Whatever fails
     * once it is made leaves the old token alone and is a warning beside the new token and its secret. `cancel` holds
     * until the new token is sent for, and again for its verification.
     */
    [[nodiscard]] base::Async<RotateOutcome> rotate(RotateRequest request, base::CancelToken cancel);

private:
    /** Where the new secret is to be before the old token is revoked. */
    enum class Safety { Keychain, Answer };

    struct Plan
    {
        model::Token old;
        model::TokenSpec spec;
        Safety safety = Safety::Keychain;
        KeepSecret keep = KeepSecret::IfPossible;
    };

    [[nodiscard]] base::Async<Safety> safetyFor(RotateRequest request);
    [[nodiscard]] base::Async<Plan> plan(RotateRequest request, base::CancelToken cancel);
    [[nodiscard]] base::Async<RotateOutcome> makeAndHold(Plan plan, base::CancelToken cancel);
    [[nodiscard]] base::Async<base::Done> verify(model::CreatedToken created, base::CancelToken cancel);
    [[nodiscard]] base::Async<base::Done> compare(model::CreatedToken created, model::TokenSpec spec,
                                                  base::CancelToken cancel);
    [[nodiscard]] base::Async<base::Done> checkNew(RotateOutcome outcome, model::TokenSpec spec,
                                                   base::CancelToken cancel);
    [[nodiscard]] base::Async<RotateOutcome> revokeOld(RotateOutcome outcome);

    Parts m_parts;
};

} // namespace tokensmith::tokens
