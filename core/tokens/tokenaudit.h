// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/tokens/findings.h"
#include "core/tokens/inventory.h"
#include "core/tokens/pagesum.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
struct Connection;
class Reach;
class TokenLister;

/** What to look at, and from where on something is a finding. */
struct AuditRequest
{
    std::optional<model::Owner::Kind> kind = {}; ///< absent: the user's tokens and those of accounts
    QString accountId = {};                      ///< one account only; empty: every one in reach
    FindingThresholds thresholds = {};
    model::Severity least = model::Severity::Low; ///< findings below it are left out
    PageProgress onPage = {};                     ///< over all lists
};

/** What was found. Nothing is said about the lists in `unread`: they may hold anything. */
struct AuditOutcome
{
    std::vector<model::Finding> findings = {}; ///< gravest first, then by owner and token
    std::vector<UnreadList> unread = {};
    int tokens = 0;   ///< looked at
    int withheld = 0; ///< not looked at because they reach what the operator's allow list does not allow
};

/**
 * Reads the tokens in reach and applies the rules of findings.h. n calls for n pages, and one or two for the bootstrap
 * token where no list shows it. Must outlive its tasks.
 */
class TokenAudit
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        Accounts &accounts;
        ConnectionService &connection;
        TokenLister &lister;
        Reach &reach;
        const base::Clock &clock;
    };

    explicit TokenAudit(Parts parts);

    /**
     * Errors: an account that is not allowed or not in reach, the reason where not one list could be read, Cancelled.
     */
    [[nodiscard]] base::Async<AuditOutcome> run(AuditRequest request, base::CancelToken cancel = {});

    /** "You" for the user, else the account's name or the first digits of its id. */
    [[nodiscard]] QString ownerName(const model::Owner &owner) const;

private:
    /** Whose lists to read, and what is already known not to be readable. */
    struct Scope
    {
        std::vector<model::Owner> owners = {};
        std::vector<UnreadList> unread = {};
    };
    /** The lists as they were read. */
    struct Reading
    {
        std::vector<model::Token> tokens = {};
        std::vector<OwnerCount> counts = {}; ///< of every list read to its end
        std::vector<UnreadList> unread = {};
        int withheld = 0;
    };

    /** What is known of the bootstrap token. */
    struct Self
    {
        QString id = {};
        std::optional<model::Token> token = {}; ///< where no list showed it
        std::optional<base::Error> unread = {};
    };

    [[nodiscard]] base::Async<Scope> scopeOf(AuditRequest request, Connection connection,
                                             cloudflare::CallOptions options);
    [[nodiscard]] base::Async<Reading> read(Scope scope, PageProgress onPage, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<Self> findSelf(Connection connection, QStringList seen, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<Reading> withinReach(Reading reading, QString self, cloudflare::CallOptions options);
    [[nodiscard]] AuditOutcome conclude(const AuditRequest &request, const Connection &connection, Reading reading,
                                        Self self) const;

    Parts m_parts;
};

} // namespace tokensmith::tokens
