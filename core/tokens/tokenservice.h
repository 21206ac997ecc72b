// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/permissioncatalog.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/templates.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
struct Connection;
class Inventory;
class TokenLister;

/** A token to be made from a template, in the words of the person or client that asks. */
struct CreateRequest
{
    std::optional<model::Owner::Kind> kind = {}; ///< absent: the bootstrap token's own kind
    QString accountId = {}; ///< whose token (account kind), or whose zones and resources (user kind)
    QString name = {};      ///< 1 to 120 characters
    QString templateId = {};
    QStringList zoneIds = {}; ///< empty: every zone of the account
    QString expiresIn = {};   ///< see model::expiryAfter
    QStringList ipAllow = {};
    QStringList ipDeny = {};
};

/** A token made, and what the asker should know about it. */
struct CreateOutcome
{
    model::CreatedToken created;
    QStringList warnings = {};
};

/** What verifying someone's token found. */
struct VerifyOutcome
{
    bool valid = false;
    QString statusText = {};
    std::optional<QDateTime> expiresOn = {};
    QString reason = {}; ///< why not valid
};

/** Which tokens to list. */
struct ListRequest
{
    std::optional<model::Owner> owner = {};           ///< absent: the user's and every account's
    std::optional<cloudflare::PageRequest> page = {}; ///< absent: all pages; needs an owner
};

/** Tokens found, and how many there are in all. `unread` names owners whose list could not be read. */
struct ListOutcome
{
    std::vector<model::Token> tokens;
    int total = 0;
    QStringList unread = {};
};

/** Everything that can be done with tokens, for the window and for MCP tools alike. Must outlive its tasks. */
class TokenService
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        catalog::PermissionCatalog &catalog;
        const catalog::TemplateSet &templates;
        Accounts &accounts;
        ConnectionService &connection;
        TokenLister &lister;
        Inventory &inventory;
        const base::Clock &clock;
    };

    explicit TokenService(Parts parts);

    /**
     * Makes a token: one upstream call when accounts and permission groups are known already. Errors name the argument
     * in `field`; OutcomeUnknown means the token may exist without anybody knowing its secret.
     */
    [[nodiscard]] base::Async<CreateOutcome> create(CreateRequest request, base::CancelToken cancel = {});

    /** Creations that were sent and not answered yet: ending the program now would lose their secrets. */
    [[nodiscard]] int creating() const { return m_creating; }

    /**
     * Verifies any token, trying the path its prefix tells, else the user's and then every account's. A token that is
     * not valid, or that Cloudflare does not take from here, is an outcome, not an error; errors are faults on the way.
     */
    [[nodiscard]] base::Async<VerifyOutcome> verify(base::Secret token, base::CancelToken cancel = {});

    [[nodiscard]] base::Async<ListOutcome> list(ListRequest request, base::CancelToken cancel = {});

private:
    /** A request worked out: all that is left is to send it. */
    struct Plan
    {
        model::Owner owner;
        model::TokenSpec spec;
        QStringList warnings = {};
        int credential = 0; ///< ApiClient::credentialNumber() it was worked out under
    };

    [[nodiscard]] base::Async<Plan> plan(CreateRequest request, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<QString> accountInPlay(Connection connection, QString asked,
                                                     cloudflare::CallOptions options);
    [[nodiscard]] base::Async<catalog::PolicyTarget> targetFor(CreateRequest request, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<ListOutcome> listEveryOwner(Connection connection, cloudflare::CallOptions options);

    Parts m_parts;
    int m_creating = 0;
};

} // namespace tokensmith::tokens
