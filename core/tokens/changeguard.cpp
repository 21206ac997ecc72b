// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/changeguard.h"

#include "core/base/identifiers.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

namespace {

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<base::Done> checkForm(const TokenAddress &address)
{
    if (!base::isCloudflareId(address.tokenId))
        return refuse(u"tokenId"_s,
                      u"tokenId must be 32 lower-case hexadecimal digits: the token's id, not its value."_s);
    if (!address.accountId.isEmpty() && !base::isCloudflareId(address.accountId))
        return refuse(u"accountId"_s, u"accountId must be 32 lower-case hexadecimal digits."_s);
    if (address.kind == Owner::Kind::User && !address.accountId.isEmpty())
        return refuse(u"accountId"_s, u"accountId names an account's token; leave it out with type \"user\"."_s);
    return base::Done{};
}

/** The ones of the kind that was asked for. */
std::vector<Owner> ofKind(std::vector<Owner> owners, const std::optional<Owner::Kind> &kind)
{
    if (kind)
        std::erase_if(owners, [&](const Owner &owner) { return owner.kind != *kind; });
    return owners;
}

base::Result<std::vector<Owner>> onlyAllowed(const Owner &owner, const Accounts &accounts)
{
    if (owner.kind == Owner::Kind::Account) {
        base::Result<base::Done> allowed = accounts.checkAllowed(owner.accountId);
        if (!allowed)
            return base::fail(std::move(allowed.error()));
    }
    return std::vector<Owner>{owner};
}

Error notFound(const QString &tokenId)
{
    return {.code = Error::Code::NotFound,
            .message =
                u"No token %1 was found. Take the id from list_tokens; it may be revoked already."_s.arg(tokenId),
            .field = u"tokenId"_s,
            .httpStatus = 404};
}

} // namespace

ChangeGuard::ChangeGuard(Parts parts)
    : m_parts(parts)
{
}

bool ChangeGuard::isBootstrap(const QString &tokenId) const
{
    const std::optional<Connection> &connection = m_parts.connection.current();
    return connection && connection->tokenId == tokenId;
}

base::Async<std::vector<Owner>> ChangeGuard::everybody(cloudflare::CallOptions options)
{
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    if (!accounts && connection->owner.kind == Owner::Kind::Account)
        co_return base::fail(std::move(accounts.error()));
    const std::vector<model::Account> known = accounts.value_or(std::vector<model::Account>());
    std::vector<Owner> owners = ownersInReach(*connection, known);
    std::erase_if(owners, [&](const Owner &owner) { return !onlyAllowed(owner, m_parts.accounts); });
    co_return owners;
}

std::optional<Owner> ChangeGuard::named(const TokenAddress &address) const
{
    if (!address.accountId.isEmpty())
        return Owner::account(address.accountId);
    if (address.kind == Owner::Kind::User)
        return Owner::user();
    for (const model::Token &token : m_parts.inventory.tokens()) {
        if (token.id == address.tokenId && (!address.kind || token.owner.kind == *address.kind))
            return token.owner;
    }
    return std::nullopt;
}

base::Async<std::vector<Owner>> ChangeGuard::candidates(TokenAddress address, cloudflare::CallOptions options)
{
    const base::Result<base::Done> form = checkForm(address);
    if (!form)
        co_return base::fail(form.error());
    const base::Result<QString> own = co_await m_parts.connection.tokenId(options); // for isBootstrap()
    if (!own)
        co_return base::fail(own.error());
    const std::optional<Owner> owner = named(address);
    if (owner) {
        base::Result<std::vector<Owner>> allowed = onlyAllowed(*owner, m_parts.accounts);
        co_return allowed;
    }
    base::Result<std::vector<Owner>> all = co_await everybody(options);
    if (!all)
        co_return base::fail(std::move(all.error()));
    std::vector<Owner> chosen = ofKind(*std::move(all), address.kind);
    if (chosen.empty())
        co_return refuse(u"accountId"_s, u"accountId is required for account tokens; see list_accounts."_s);
    co_return chosen;
}

base::Async<model::Token> ChangeGuard::readFrom(std::vector<Owner> owners, QString tokenId,
                                                cloudflare::CallOptions options)
{
    Error last = notFound(tokenId);
    for (const Owner &owner : owners) {
        base::Result<model::Token> token = co_await m_parts.api.getToken(owner, tokenId, options);
        if (token && token->id == tokenId)
            co_return token;
        if (token) {
            co_return base::fail({.code = Error::Code::ProtocolError,
                                  .message = u"Cloudflare's answer is about another token than asked for."_s});
        }
        if (token.error().code != Error::Code::NotFound)
            last = std::move(token.error());
        if (options.cancel.isCancelled())
            co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. Nothing was changed."_s});
    }
    co_return base::fail(std::move(last));
}

base::Async<model::Token> ChangeGuard::read(TokenAddress address, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<std::vector<Owner>> owners = co_await candidates(address, options);
    if (!owners)
        co_return base::fail(owners.error());
    base::Result<model::Token> token = co_await readFrom(*owners, address.tokenId, options);
    if (!token)
        co_return base::fail(std::move(token.error()));
    if (token->owner.kind == Owner::Kind::User) {
        const base::Result<base::Done> allowed = co_await m_parts.reach.check(token->policies, options);
        if (!allowed)
            co_return base::fail(allowed.error());
    }
    co_return token;
}

base::Async<base::Done> ChangeGuard::checkReach(std::vector<model::Policy> policies, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    base::Result<base::Done> allowed = co_await m_parts.reach.check(policies, options);
    co_return allowed;
}

base::Async<ChangeGuard::Found> ChangeGuard::locate(TokenAddress address, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<std::vector<Owner>> owners = co_await candidates(address, options);
    if (!owners)
        co_return base::fail(owners.error());
    const bool reachCounts = owners->front().kind == Owner::Kind::User && m_parts.reach.isRestricted();
    if (owners->size() == 1 && !reachCounts)
        co_return Found{.owner = owners->front()};
    base::Result<model::Token> token = co_await read(address, cancel);
    if (!token)
        co_return base::fail(std::move(token.error()));
    co_return Found{.owner = token->owner, .token = *token};
}

base::Async<std::optional<Owner>> ChangeGuard::ownerBeside(std::optional<Owner> except, QString tokenId,
                                                           base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    if (!accounts)
        co_return base::fail(accounts.error());
    base::Result<std::vector<Owner>> owners = co_await everybody(options);
    if (!owners)
        co_return base::fail(std::move(owners.error()));
    if (except)
        std::erase(*owners, *except);
    const base::Result<model::Token> token = co_await readFrom(*owners, tokenId, options);
    if (token)
        co_return std::optional<Owner>(token->owner);
    if (token.error().code != Error::Code::NotFound)
        co_return base::fail(token.error());
    co_return std::optional<Owner>();
}

} // namespace tokensmith::tokens
