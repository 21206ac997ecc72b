// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"
#include "core/secrets/secretstore.h"
#include "core/store/heldstore.h"
#include "core/tokens/callsunderway.h"

#include <QSet>
#include <QStringList>

#include <chrono>
#include <vector>

namespace tokensmith::tokens {

class Inventory;
class TokenLister;

/** A token made, and what whoever asked for it should know. */
struct MakeOutcome
{
    model::CreatedToken created;
    QStringList warnings = {}; ///< what Cloudflare did not keep of the request
    QString keychainItem = {}; ///< where the secret is kept as well; empty: nowhere
};

/**
 * Sends the one call that makes a token. Everything is decided before: the spec goes out as it is, once, and the new
 * token joins the inventory. Must outlive its tasks; so must the parts.
 */
class TokenMaker
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        TokenLister &lister;
        Inventory &inventory;
        const base::Clock &clock;
        store::HeldStore *index = nullptr;     ///< notes what `store` holds
        secrets::SecretStore *store = nullptr; ///< keeps a secret that nobody waits for; none: it is only logged
        std::chrono::milliseconds lookAgainAfter{2000}; ///< where a lost token is not listed at once
    };

    explicit TokenMaker(Parts parts);

    /**
     * Makes the token. `cancel` holds until the request goes out; then the call runs to its end, because its answer
     * brings a secret that is given only once. If nobody waits for it any more, it goes to the keychain
     * (HeldSecrets).
     *
     * OutcomeUnknown: the answer was lost. It is never asked for again; the owner's list is searched for the token
     * instead, and the error says which id(s) were found, to be rolled or revoked, or that there is none yet.
     */
    [[nodiscard]] base::Async<MakeOutcome> make(model::Owner owner, model::TokenSpec spec,
                                                base::CancelToken cancel = {});

    /** Calls that were sent and not answered yet: ending the program now would lose their secrets. */
    [[nodiscard]] int making() const { return m_underWay.count(); }

    /** How far Cloudflare's clock and ours may differ when a lost token is looked for by its time. */
    static constexpr std::chrono::seconds kClockSkew{120};

private:
    /** What is known of a creation whose answer was lost. */
    struct Lost
    {
        model::Owner owner = {};
        QString name = {};
        QDateTime notBefore = {};  ///< it can't have been made earlier
        QStringList knownIds = {}; ///< tokens of that name from before
    };

    [[nodiscard]] base::Async<std::vector<model::Token>> findLost(Lost lost, cloudflare::CallOptions options);
    [[nodiscard]] QCoro::Task<> keepUnclaimed(model::CreatedToken created);
    [[nodiscard]] QCoro::Task<base::Error> explain(base::Error error, Lost lost, base::CancelToken cancel);

    Parts m_parts;
    CallsUnderWay m_underWay;
    QSet<QString> m_made;         ///< ids of the tokens whose secret was given: never the lost one
    QStringList m_namesBeingMade; ///< once for each call that is not answered
};

} // namespace tokensmith::tokens
