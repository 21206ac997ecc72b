// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/names.h"
#include "core/catalog/permissioncatalog.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/templates.h"
#include "core/model/token.h"
#include "core/tokens/createrequest.h"

#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
struct Connection;
class Reach;
class Zones;

/** A request worked out: all that is left is to send it. */
struct CreationPlan
{
    model::Owner owner;
    model::TokenSpec spec;         ///< its policies carry the groups' names
    QStringList warnings = {};     ///< what to think twice about
    QStringList explanations = {}; ///< why the policies look as they do
    int credential = 0;            ///< ApiClient::credentialNumber() it was worked out under
};

/** What an owner's tokens can be granted. */
struct GrantableGroups
{
    model::Owner owner;
    std::vector<model::PermissionGroup> groups;
};

/**
 * Turns a request into the token to be made, without changing anything: finds the owner, the permission groups and
 * their resources, and holds the operator's allow list against the result. Asks Cloudflare only for what it does not
 * know yet. Errors name the argument in `field`. Must outlive its tasks.
 */
class CreationPlanner
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        catalog::PermissionCatalog &catalog;
        const catalog::TemplateSet &templates;
        Accounts &accounts;
        ConnectionService &connection;
        Zones &zones;
        Reach &reach;
        const base::Clock &clock;
    };

    explicit CreationPlanner(Parts parts);

    [[nodiscard]] base::Async<CreationPlan> plan(CreateRequest request, cloudflare::CallOptions options);

    /** The live list of permission groups; without an owner that of the bootstrap token's own kind. */
    [[nodiscard]] base::Async<GrantableGroups> grantable(std::optional<model::Owner> owner,
                                                         cloudflare::CallOptions options);

    /** Names of the accounts and zones met so far, for plain words. */
    [[nodiscard]] catalog::Names names() const;

    [[nodiscard]] QDateTime now() const { return m_parts.clock.now(); }

private:
    [[nodiscard]] base::Async<QString> accountInPlay(Connection connection, CreateRequest request,
                                                     cloudflare::CallOptions options);
    [[nodiscard]] base::Async<catalog::PolicyTarget> targetFor(CreateRequest request, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<catalog::BuiltPolicies> build(CreateRequest request, catalog::PolicyTarget target,
                                                            cloudflare::CallOptions options);

    Parts m_parts;
};

} // namespace tokensmith::tokens
