// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"
#include "core/tokens/tokenaddress.h"

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
class Inventory;
class Reach;

/**
 * Finds the token that is to be changed and says whether it may be: ids have their form before they reach a path, the
 * owner exists, and ALLOWED_ACCOUNT_IDS holds for account tokens and for what a user's token reaches.
 */
class ChangeGuard
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        Accounts &accounts;
        ConnectionService &connection;
        Inventory &inventory;
        Reach &reach;
    };

    explicit ChangeGuard(Parts parts);

    /** A token that may be changed. */
    struct Found
    {
        model::Owner owner = {};
        std::optional<model::Token> token = {}; ///< where it had to be read
    };

    /** Finds out whose it is, and reads it only where that or the allow list needs it: usually no call. */
    [[nodiscard]] base::Async<Found> locate(TokenAddress address, base::CancelToken cancel);

    /** Reads it as it is now. Where no owner is given, the user's and every account's tokens are tried. */
    [[nodiscard]] base::Async<model::Token> read(TokenAddress address, base::CancelToken cancel);

    /** Whether the allow list lets a token have these policies. */
    [[nodiscard]] base::Async<base::Done> checkReach(std::vector<model::Policy> policies, base::CancelToken cancel);

    /**
     * Whose it is, among all owners but `except`; nothing: certainly nobody's. Fails if not everybody could be asked,
     * also where the accounts could not be listed.
     */
    [[nodiscard]] base::Async<std::optional<model::Owner>> ownerBeside(std::optional<model::Owner> except,
                                                                       QString tokenId, base::CancelToken cancel);

    /** True for the token that this program itself is connected with; known after locate() or read() went well. */
    [[nodiscard]] bool isBootstrap(const QString &tokenId) const;

private:
    [[nodiscard]] std::optional<model::Owner> named(const TokenAddress &address) const;
    [[nodiscard]] base::Async<std::vector<model::Owner>> candidates(TokenAddress address,
                                                                    cloudflare::CallOptions options);
    [[nodiscard]] base::Async<std::vector<model::Owner>> everybody(cloudflare::CallOptions options);
    [[nodiscard]] base::Async<model::Token> readFrom(std::vector<model::Owner> owners, QString tokenId,
                                                     cloudflare::CallOptions options);

    Parts m_parts;
};

} // namespace tokensmith::tokens
