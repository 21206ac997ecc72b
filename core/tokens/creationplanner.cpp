// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/creationplanner.h"

#include "core/base/identifiers.h"
#include "core/catalog/tokenguard.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/creationlimits.h"
#include "core/tokens/groupchoice.h"
#include "core/tokens/ownercheck.h"
#include "core/tokens/reach.h"
#include "core/tokens/zones.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

namespace {

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<base::Done> checkIds(const CreateRequest &request)
{
    if (!request.accountId.isEmpty() && !base::isCloudflareId(request.accountId))
        return refuse(u"accountId"_s, u"accountId must be 32 hexadecimal digits."_s);
    for (const QString &zoneId : request.zoneIds) {
        if (!base::isCloudflareId(zoneId))
            return refuse(u"zoneIds"_s, u"Each of zoneIds must be 32 hexadecimal digits."_s);
    }
    return base::Done{};
}

/** Everything that can be refused without asking anybody. */
base::Result<model::TokenSpec> checkedLimits(const CreateRequest &request, const catalog::TemplateSet &templates,
                                             const QDateTime &now)
{
    const base::Result<base::Done> ids = checkIds(request);
    if (!ids)
        return base::fail(ids.error());
    const base::Result<base::Done> choice = checkChoice(request);
    if (!choice)
        return base::fail(choice.error());
    if (!request.templateId.isEmpty()) {
        const base::Result<catalog::Template> known = templates.find(request.templateId);
        if (!known)
            return base::fail(known.error());
    }
    return limitsFrom(request, now);
}

/** A bootstrap token need not be able to list accounts; the id can be given instead. */
Error withoutAccountList(Error error)
{
    if (error.code != Error::Code::PermissionDenied)
        return error;
    error.field = u"accountId"_s;
    error.message = u"The bootstrap token may not list accounts. Give accountId, or give it Account Settings Read."_s;
    return error;
}

bool meansEveryAccount(const CreateRequest &request, Owner::Kind kind)
{
    return request.templateId.isEmpty() && request.resourceScope == ResourceScope::AllAccounts
           && kind == Owner::Kind::User;
}

/** Groups that manage tokens are refused in any case; nobody has to be asked for those. */
bool needsUserTag(const std::vector<catalog::ChosenGroup> &groups, Owner::Kind kind)
{
    return kind == Owner::Kind::User && std::any_of(groups.begin(), groups.end(), [](const catalog::ChosenGroup &one) {
               return one.scope == model::scope::user && !catalog::managesTokens(one.group.id, one.group.name);
           });
}

} // namespace

CreationPlanner::CreationPlanner(Parts parts)
    : m_parts(parts)
{
}

catalog::Names CreationPlanner::names() const
{
    return m_parts.reach.names();
}

base::Async<GrantableGroups> CreationPlanner::grantable(std::optional<Owner> owner, cloudflare::CallOptions options)
{
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    const Owner asked = owner.value_or(connection->owner);
    const base::Result<base::Done> mine = checkOwner(asked, *connection, m_parts.accounts);
    if (!mine)
        co_return base::fail(mine.error());
    base::Result<std::vector<model::PermissionGroup>> groups = co_await m_parts.catalog.groups(asked, options);
    if (!groups)
        co_return base::fail(std::move(groups.error()));
    co_return GrantableGroups{.owner = asked, .groups = *std::move(groups)};
}

base::Async<QString> CreationPlanner::accountInPlay(Connection connection, CreateRequest request,
                                                    cloudflare::CallOptions options)
{
    if (!request.accountId.isEmpty())
        co_return request.accountId;
    if (connection.owner.kind == Owner::Kind::Account)
        co_return connection.owner.accountId;
    if (meansEveryAccount(request, request.kind.value_or(connection.owner.kind)))
        co_return QString();
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    if (!accounts)
        co_return base::fail(withoutAccountList(std::move(accounts.error())));
    co_return accounts->size() == 1 ? accounts->front().id : QString();
}

base::Async<catalog::PolicyTarget> CreationPlanner::targetFor(CreateRequest request, cloudflare::CallOptions options)
{
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    const base::Result<QString> account = co_await accountInPlay(*connection, request, options);
    if (!account)
        co_return base::fail(account.error());
    catalog::PolicyTarget target{.owner = {.kind = request.kind.value_or(connection->owner.kind)},
                                 .accountId = *account,
                                 .zoneIds = request.zoneIds,
                                 .buckets = request.buckets,
                                 .names = names()};
    const bool everyAndOne = meansEveryAccount(request, target.owner.kind) && !request.accountId.isEmpty();
    if (everyAndOne) {
        co_return refuse(u"resourceScope"_s,
                         u"resourceScope all_accounts and accountId contradict each other. Leave one of them out."_s);
    }
    const bool ofAccount = target.owner.kind == Owner::Kind::Account;
    const bool oneAccount = request.templateId.isEmpty() && request.resourceScope == ResourceScope::SpecificAccount;
    if (account->isEmpty() && ofAccount)
        co_return refuse(u"accountId"_s,
                         u"accountId is required for account tokens: there is more than one account."_s);
    if (account->isEmpty() && oneAccount)
        co_return refuse(u"accountId"_s, u"accountId is required: resourceScope names a specific account."_s);
    if (ofAccount)
        target.owner.accountId = target.accountId;
    const base::Result<base::Done> mine = checkOwner(target.owner, *connection, m_parts.accounts);
    if (!mine)
        co_return base::fail(mine.error());
    co_return target;
}

base::Async<catalog::BuiltPolicies> CreationPlanner::build(CreateRequest request, catalog::PolicyTarget target,
                                                           cloudflare::CallOptions options)
{
    const Owner::Kind kind = target.owner.kind;
    const base::Result<std::vector<model::PermissionGroup>> available =
        co_await m_parts.catalog.groups(target.owner, options);
    if (!available)
        co_return base::fail(available.error());
    base::Result<GroupChoice> choice = chooseGroups(request, kind, m_parts.templates, *available);
    if (!choice)
        co_return base::fail(std::move(choice.error()));
    if (needsUserTag(choice->groups, kind)) {
        base::Result<QString> tag = co_await m_parts.connection.userTag(options);
        if (!tag)
            co_return base::fail(std::move(tag.error()));
        target.userTag = *std::move(tag);
    }
    base::Result<catalog::BuiltPolicies> built = catalog::buildPolicies(choice->groups, target);
    if (!built)
        co_return base::fail(std::move(built.error()));
    built->warnings = choice->warnings + built->warnings;
    co_return built;
}

base::Async<CreationPlan> CreationPlanner::plan(CreateRequest request, cloudflare::CallOptions options)
{
    const QDateTime now = m_parts.clock.now();
    base::Result<model::TokenSpec> spec = checkedLimits(request, m_parts.templates, now);
    if (!spec)
        co_return base::fail(std::move(spec.error()));
    const base::Result<catalog::PolicyTarget> target = co_await targetFor(request, options);
    if (!target)
        co_return base::fail(target.error());
    const int credential = m_parts.api.credentialNumber();
    base::Result<catalog::BuiltPolicies> built = co_await build(request, *target, options);
    if (!built)
        co_return base::fail(std::move(built.error()));
    const base::Result<base::Done> allowed = co_await m_parts.reach.check(built->policies, options);
    if (!allowed)
        co_return base::fail(allowed.error());
    if (!spec->expiresOn)
        built->warnings.append(u"It never expires. Give expiresIn, e.g. \"90d\"."_s);
    spec->policies = std::move(built->policies);
    co_return CreationPlan{.owner = target->owner,
                           .spec = *std::move(spec),
                           .warnings = std::move(built->warnings),
                           .explanations = std::move(built->explanations),
                           .credential = credential};
}

} // namespace tokensmith::tokens
