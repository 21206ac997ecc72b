// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"
#include "core/tokens/pagesum.h"
#include "core/tokens/tokenfilter.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
struct Connection;
class Inventory;
class Reach;
class TokenLister;

/** Which tokens to list. */
struct ListRequest
{
    std::optional<model::Owner> owner = {};           ///< absent: the user's and every account's
    std::optional<cloudflare::PageRequest> page = {}; ///< absent: all pages; needs an owner, takes no filter
    FilterWords filter = {};
    PageProgress onPage = {}; ///< over all lists; not with `page`
};

/** Tokens found, and how many there are in all. */
struct ListOutcome
{
    std::vector<model::Token> tokens;
    int total = 0;           ///< those that pass the filter; with a page: Cloudflare's count over all pages
    QStringList unread = {}; ///< owners whose list could not be read, and why
    int withheld = 0;        ///< left out because they reach what ALLOWED_ACCOUNT_IDS does not allow
};

/** Reads tokens at Cloudflare, within the operator's allow list. Never a secret. Must outlive its tasks. */
class TokenReader
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        Accounts &accounts;
        ConnectionService &connection;
        TokenLister &lister;
        Inventory &inventory; ///< for the owners' names
        Reach &reach;
        const base::Clock &clock;
    };

    explicit TokenReader(Parts parts);

    /** n calls for n pages. */
    [[nodiscard]] base::Async<ListOutcome> list(ListRequest request, base::CancelToken cancel = {});

    /** One token; without an owner it is taken for one of the bootstrap token's own kind. */
    [[nodiscard]] base::Async<model::Token> get(std::optional<model::Owner> owner, QString tokenId,
                                                base::CancelToken cancel = {});

private:
    [[nodiscard]] base::Async<ListOutcome> listOne(ListRequest request, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<ListOutcome> listEveryOwner(Connection connection, PageProgress onPage,
                                                          cloudflare::CallOptions options);
    [[nodiscard]] base::Async<ListOutcome> withinReach(ListOutcome outcome, cloudflare::CallOptions options);

    Parts m_parts;
};

} // namespace tokensmith::tokens
