// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenservice.h"

#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/templategroups.h"
#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/tokenlister.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

namespace {

constexpr qsizetype kLongestName = 120;
const TokenLister::PageProgress noProgress;

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

/** The parts of a token that need nobody else: name, limits. */
base::Result<model::TokenSpec> limitsFrom(const CreateRequest &request, const QDateTime &now)
{
    model::TokenSpec spec{.name = request.name.trimmed()};
    if (spec.name.isEmpty() || spec.name.size() > kLongestName)
        return refuse(u"name"_s, u"The name must have 1 to 120 characters."_s);
    base::Result<std::optional<QDateTime>> expiresOn = model::expiryAfter(request.expiresIn, now);
    if (!expiresOn)
        return base::fail(std::move(expiresOn.error()));
    spec.expiresOn = *expiresOn;
    base::Result<QStringList> allowed = model::canonicalCidrs(request.ipAllow, u"ipAllow"_s);
    if (!allowed)
        return base::fail(std::move(allowed.error()));
    base::Result<QStringList> denied = model::canonicalCidrs(request.ipDeny, u"ipDeny"_s);
    if (!denied)
        return base::fail(std::move(denied.error()));
    spec.condition = {.in = *std::move(allowed), .notIn = *std::move(denied)};
    return spec;
}

/** The operator's allow list against everything the token would reach. */
base::Result<base::Done> checkReach(const catalog::PolicyTarget &target, const Accounts &accounts)
{
    const bool accountToken = target.owner.kind == Owner::Kind::Account;
    if (target.accountId.isEmpty() && accountToken)
        return refuse(u"accountId"_s, u"accountId is required for account tokens: there is more than one account."_s);
    if (!accounts.isRestricted())
        return base::Done{};
    if (target.accountId.isEmpty())
        return refuse(u"accountId"_s, u"accountId is required: ALLOWED_ACCOUNT_IDS does not allow every account."_s);
    if (!accountToken && !target.zoneIds.isEmpty()) {
        return refuse(u"zoneIds"_s, u"Single zones can't be given to a user token while ALLOWED_ACCOUNT_IDS is set."_s);
    }
    return accounts.checkAllowed(target.accountId);
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

/** The same addresses, whatever their order and spelling. */
bool sameCondition(const model::IpCondition &left, const model::IpCondition &right)
{
    const auto same = [](QStringList one, QStringList other) {
        one = model::canonicalCidrs(one, {}).value_or(one);
        other = model::canonicalCidrs(other, {}).value_or(other);
        one.sort();
        other.sort();
        return one == other;
    };
    return same(left.in, right.in) && same(left.notIn, right.notIn);
}

VerifyOutcome outcomeOf(const cloudflare::Verification &answer)
{
    const bool active = answer.status == model::TokenStatus::Active;
    return {.valid = active,
            .statusText = answer.statusText,
            .expiresOn = answer.expiresOn,
            .reason = active ? QString() : u"The token is %1."_s.arg(answer.statusText)};
}

bool needsUserTag(const std::vector<catalog::ChosenGroup> &chosen)
{
    return std::any_of(chosen.begin(), chosen.end(),
                       [](const catalog::ChosenGroup &one) { return one.scope == model::scope::user; });
}

} // namespace

TokenService::TokenService(Parts parts)
    : m_parts(parts)
{
}

base::Async<QString> TokenService::accountInPlay(Connection connection, QString asked, cloudflare::CallOptions options)
{
    if (!asked.isEmpty())
        co_return asked;
    if (connection.owner.kind == Owner::Kind::Account)
        co_return connection.owner.accountId;
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    if (!accounts)
        co_return base::fail(withoutAccountList(std::move(accounts.error())));
    co_return accounts->size() == 1 ? accounts->front().id : QString();
}

base::Async<catalog::PolicyTarget> TokenService::targetFor(CreateRequest request, cloudflare::CallOptions options)
{
    const base::Result<Connection> connection = co_await m_parts.connection.ensure();
    if (!connection)
        co_return base::fail(connection.error());
    const base::Result<QString> account = co_await accountInPlay(*connection, request.accountId, options);
    if (!account)
        co_return base::fail(account.error());
    catalog::PolicyTarget target{.owner = {.kind = request.kind.value_or(connection->owner.kind)},
                                 .accountId = *account,
                                 .zoneIds = request.zoneIds};
    if (target.owner.kind == Owner::Kind::Account)
        target.owner.accountId = target.accountId;
    const base::Result<base::Done> allowed = checkReach(target, m_parts.accounts);
    if (!allowed)
        co_return base::fail(allowed.error());
    co_return target;
}

base::Async<TokenService::Plan> TokenService::plan(CreateRequest request, cloudflare::CallOptions options)
{
    const base::Result<base::Done> ids = checkIds(request);
    if (!ids)
        co_return base::fail(ids.error());
    base::Result<model::TokenSpec> spec = limitsFrom(request, m_parts.clock.now());
    if (!spec)
        co_return base::fail(std::move(spec.error()));
    const base::Result<catalog::Template> chosen = m_parts.templates.find(request.templateId);
    if (!chosen)
        co_return base::fail(chosen.error());
    base::Result<catalog::PolicyTarget> target = co_await targetFor(request, options);
    if (!target)
        co_return base::fail(std::move(target.error()));
    const int credential = m_parts.api.credentialNumber();
    const base::Result<std::vector<model::PermissionGroup>> available =
        co_await m_parts.catalog.groups(target->owner, options);
    if (!available)
        co_return base::fail(available.error());
    const base::Result<std::vector<catalog::ChosenGroup>> groups =
        catalog::templateGroups(*chosen, target->owner.kind, *available);
    if (!groups)
        co_return base::fail(groups.error());
    if (needsUserTag(*groups)) {
        base::Result<QString> tag = co_await m_parts.connection.userTag(options);
        if (!tag)
            co_return base::fail(std::move(tag.error()));
        target->userTag = *std::move(tag);
    }
    base::Result<catalog::BuiltPolicies> built = catalog::buildPolicies(*groups, *target);
    if (!built)
        co_return base::fail(std::move(built.error()));
    spec->policies = std::move(built->policies);
    co_return Plan{.owner = target->owner,
                   .spec = *std::move(spec),
                   .warnings = std::move(built->warnings),
                   .credential = credential};
}

base::Async<CreateOutcome> TokenService::create(CreateRequest request, base::CancelToken cancel)
{
    const cloudflare::CallOptions cancellable{.cancel = cancel};
    base::Result<Plan> planned = co_await plan(request, cancellable);
    if (!planned)
        co_return base::fail(std::move(planned.error()));
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. No token was made."_s});
    if (planned->credential != m_parts.api.credentialNumber()) {
        co_return base::fail(
            {.code = Error::Code::Cancelled,
             .message = u"The bootstrap token was changed meanwhile. No token was made. Try again."_s});
    }
    // Not cancellable from here on: the answer holds a secret that is given only once.
    const cloudflare::CallOptions toTheEnd;
    ++m_creating;
    base::Result<model::CreatedToken> created =
        co_await m_parts.api.createToken(planned->owner, planned->spec, toTheEnd);
    --m_creating;
    if (!created)
        co_return base::fail(std::move(created.error()));
    if (!sameCondition(created->token.condition, planned->spec.condition))
        planned->warnings.append(u"Cloudflare did not keep the IP limits as asked. Check the token before using it."_s);
    m_parts.inventory.add(created->token);
    qCInfo(base::logTokens).noquote() << "created token" << created->token.id;
    if (cancel.isCancelled()) {
        qCWarning(base::logTokens).noquote()
            << "nobody waited for the secret of the new token" << created->token.id << "- roll or revoke it";
    }
    co_return CreateOutcome{.created = *std::move(created), .warnings = std::move(planned->warnings)};
}

base::Async<VerifyOutcome> TokenService::verify(base::Secret token, base::CancelToken cancel)
{
    const cloudflare::CallOptions own{.cancel = cancel};
    const cloudflare::CallOptions asked{.cancel = cancel, .bearer = token};
    const base::Result<Connection> connection = co_await m_parts.connection.ensure();
    if (!connection)
        co_return base::fail(connection.error());
    VerifyOutcome refused{
        .reason =
            u"Cloudflare does not accept it: it is wrong, revoked, rolled, expired or of an account not listed here."_s};
    if (!token.reveal().startsWith("cfat_")) {
        const base::Result<cloudflare::Verification> answer = co_await m_parts.api.verify(Owner::user(), asked);
        if (answer)
            co_return outcomeOf(*answer);
        if (answer.error().code == Error::Code::PermissionDenied)
            refused.reason = answer.error().message;
        else if (answer.error().code != Error::Code::Unauthenticated)
            co_return base::fail(answer.error());
    }
    if (token.reveal().startsWith("cfut_"))
        co_return refused;
    const base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(own);
    if (!accounts)
        co_return base::fail(accounts.error());
    for (const model::Account &account : *accounts) {
        const Owner owner = Owner::account(account.id);
        const base::Result<cloudflare::Verification> answer = co_await m_parts.api.verify(owner, asked);
        if (answer)
            co_return outcomeOf(*answer);
        const Error::Code code = answer.error().code;
        if (code == Error::Code::PermissionDenied) // that account may not be its own
            refused.reason = answer.error().message;
        else if (code != Error::Code::Unauthenticated)
            co_return base::fail(answer.error());
    }
    co_return refused;
}

base::Async<ListOutcome> TokenService::list(ListRequest request, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<Connection> connection = co_await m_parts.connection.ensure();
    if (!connection)
        co_return base::fail(connection.error());
    if (!request.owner) {
        base::Result<ListOutcome> everything = co_await listEveryOwner(*connection, options);
        co_return everything;
    }
    if (request.owner->kind == Owner::Kind::Account) {
        const base::Result<base::Done> allowed = m_parts.accounts.checkAllowed(request.owner->accountId);
        if (!allowed)
            co_return base::fail(allowed.error());
    }
    if (request.page) {
        base::Result<cloudflare::Page<model::Token>> page =
            co_await m_parts.api.listTokens(*request.owner, *request.page, options);
        if (!page)
            co_return base::fail(std::move(page.error()));
        const int total = page->total.value_or(static_cast<int>(page->items.size()));
        co_return ListOutcome{.tokens = std::move(page->items), .total = total};
    }
    base::Result<std::vector<model::Token>> tokens = co_await m_parts.lister.all(*request.owner, options, noProgress);
    if (!tokens)
        co_return base::fail(std::move(tokens.error()));
    const int total = static_cast<int>(tokens->size());
    co_return ListOutcome{.tokens = *std::move(tokens), .total = total};
}

base::Async<ListOutcome> TokenService::listEveryOwner(Connection connection, cloudflare::CallOptions options)
{
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    ListOutcome outcome;
    std::optional<Error> lastError;
    if (!accounts) {
        outcome.unread.append(u"Accounts: %1"_s.arg(accounts.error().message));
        lastError = std::move(accounts.error());
        accounts = std::vector<model::Account>();
    }
    bool anyRead = false;
    for (const Owner &owner : ownersInReach(connection, *accounts)) {
        base::Result<std::vector<model::Token>> tokens = co_await m_parts.lister.all(owner, options, noProgress);
        if (!tokens) {
            outcome.unread.append(u"%1: %2"_s.arg(m_parts.inventory.ownerName(owner), tokens.error().message));
            lastError = std::move(tokens.error());
            continue;
        }
        anyRead = true;
        std::move(tokens->begin(), tokens->end(), std::back_inserter(outcome.tokens));
    }
    if (lastError && !anyRead)
        co_return base::fail(*std::move(lastError));
    outcome.total = static_cast<int>(outcome.tokens.size());
    co_return outcome;
}

} // namespace tokensmith::tokens
