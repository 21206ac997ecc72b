// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/tokens/tokenmerge.h"

#include <QStringList>

#include <chrono>
#include <vector>

namespace tokensmith::tokens {

class CallsUnderWay;
class ChangeGuard;
class Inventory;

/** What an update did, or would do. */
struct UpdateOutcome
{
    enum class Written {
        No,         ///< nothing to change, or only a preview
        AsAsked,    ///< and read back
        Unlike,     ///< written, but what was read back differs: see the warnings
        NotCompared ///< written; Cloudflare's answer agrees, but it could not be read back
    };

    model::Token token; ///< as it is now
    std::vector<TokenChange> changes = {};
    Written written = Written::No;
    QStringList warnings = {};
};

/**
 * Changes what a token is called, what it may do and its limits. Cloudflare replaces a token as a whole, so it is read
 * first, merged, written, read back and compared. New policies have to pass ALLOWED_ACCOUNT_IDS as a new token's. Must
 * outlive its tasks; so must the parts.
 */
class TokenUpdater
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        ChangeGuard &guard;
        Inventory &inventory;
        CallsUnderWay &underWay;
        const base::Clock &clock;
        std::chrono::milliseconds readAgainAfter{1000}; ///< where what is read back differs
    };

    explicit TokenUpdater(Parts parts);

    /**
     * Three calls; one where nothing changes. Errors name the argument in `field`. OutcomeUnknown: the answer was lost
     * and the token could not be read, or is not as asked; the write is never repeated.
     */
    [[nodiscard]] base::Async<UpdateOutcome> update(UpdateRequest request, base::CancelToken cancel);

private:
    [[nodiscard]] base::Async<UpdateOutcome> write(UpdateOutcome planned, model::TokenSpec spec);
    [[nodiscard]] base::Async<model::Token> readBack(model::Token token, model::TokenSpec spec);

    Parts m_parts;
};

} // namespace tokensmith::tokens
