// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/owner.h"
#include "core/tokens/tokenaddress.h"

#include <optional>

namespace tokensmith::tokens {

class CallsUnderWay;
class ChangeGuard;
class HeldSecrets;
class Inventory;

/** A token that is no more. */
struct RevokeOutcome
{
    /** Whether this call ended it. */
    enum class Gone { Now, Before };

    model::Owner owner = {};
    QString tokenId = {};
    Gone gone = Gone::Now;
};

/** Ends tokens for good. Must outlive its tasks; so must the parts. */
class TokenRevoker
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        ChangeGuard &guard;
        Inventory &inventory;
        HeldSecrets &held;
        CallsUnderWay &underWay;
    };

    explicit TokenRevoker(Parts parts);

    /**
     * Revokes the token that is meant; one that is gone already is an outcome. Refuses the bootstrap token. Errors:
     * NotFound where another owner has a token of that id, OutcomeUnknown where not every owner could be asked.
     */
    [[nodiscard]] base::Async<RevokeOutcome> revoke(TokenAddress address, base::CancelToken cancel);

    /**
     * Deletes a token that was just seen at that owner and makes sure: where the answer was lost, the token is read.
     * Then it is taken out of the inventory and its secret out of the keychain. Once the call is sent nothing stops it.
     */
    [[nodiscard]] base::Async<RevokeOutcome::Gone> erase(model::Owner owner, QString tokenId);

private:
    /** What deleting showed. Not being found tells nothing of a token that another owner may have. */
    enum class Ending { Deleted, LostAndNotFound, NotFound };

    [[nodiscard]] base::Async<Ending> end(model::Owner owner, QString tokenId);
    [[nodiscard]] QCoro::Task<> forget(QString tokenId);
    /** Cloudflare says "not found" of another owner's token too: that one is not gone. */
    [[nodiscard]] base::Async<base::Done> makeSureItIsGone(std::optional<model::Owner> asked, QString tokenId,
                                                           base::CancelToken cancel);

    Parts m_parts;
};

} // namespace tokensmith::tokens
