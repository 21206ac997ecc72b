// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenrevoker.h"

#include "core/base/logging.h"
#include "core/tokens/callsunderway.h"
#include "core/tokens/changeguard.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/inventory.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;
using Gone = RevokeOutcome::Gone;

namespace {

Error bootstrapRefusal()
{
    return {.code = Error::Code::PermissionDenied,
            .message =
                u"This is the bootstrap token that this server works with: revoking it would end the connection. "
                "Revoke it in the Cloudflare dashboard, or connect with another one first."_s,
            .field = u"tokenId"_s};
}

Error elsewhere(const QString &tokenId, const Owner &owner)
{
    const QString whose = owner.kind == Owner::Kind::User
                              ? u"the user: give type \"user\" without accountId"_s
                              : u"the account %1: give that as accountId"_s.arg(owner.accountId);
    return {.code = Error::Code::NotFound,
            .message = u"The token %1 belongs to %2. It was not revoked."_s.arg(tokenId, whose),
            .field = u"type"_s};
}

Error stillThere(Error error, const QString &tokenId)
{
    error.code = Error::Code::Unavailable;
    error.message = u"The token %1 is not revoked: Cloudflare did not do it. Try again."_s.arg(tokenId);
    return error;
}

Error notSure(Error error, const QString &tokenId)
{
    error.code = Error::Code::OutcomeUnknown;
    error.message =
        u"The token %1 was not found there, and not every owner could be asked: it may still be valid. %2"_s.arg(
            tokenId, error.message);
    return error;
}

/** As asked for, where nobody has the token. */
Owner ownerOf(const TokenAddress &address)
{
    return address.accountId.isEmpty() ? Owner::user() : Owner::account(address.accountId);
}

/** Errors after which the deletion may have happened all the same. */
bool isUncertain(const Error &error)
{
    return error.code == Error::Code::OutcomeUnknown || error.code == Error::Code::Timeout
           || error.code == Error::Code::Unavailable;
}

} // namespace

TokenRevoker::TokenRevoker(Parts parts)
    : m_parts(parts)
{
}

base::Async<TokenRevoker::Ending> TokenRevoker::end(Owner owner, QString tokenId)
{
    const cloudflare::CallOptions toTheEnd;
    const base::Result<base::Done> deleted = co_await m_parts.api.deleteToken(owner, tokenId, toTheEnd);
    if (deleted)
        co_return Ending::Deleted;
    if (deleted.error().code == Error::Code::NotFound)
        co_return Ending::NotFound;
    if (!isUncertain(deleted.error()))
        co_return base::fail(deleted.error());
    const base::Result<model::Token> token = co_await m_parts.api.getToken(owner, tokenId, toTheEnd);
    if (token)
        co_return base::fail(stillThere(deleted.error(), tokenId));
    if (token.error().code != Error::Code::NotFound)
        co_return base::fail(deleted.error());
    co_return Ending::LostAndNotFound;
}

base::Async<Gone> TokenRevoker::erase(Owner owner, QString tokenId)
{
    const CallsUnderWay::Hold underWay(m_parts.underWay);
    const base::Result<Ending> ending = co_await end(owner, tokenId);
    if (!ending)
        co_return base::fail(ending.error());
    co_await forget(tokenId);
    co_return *ending == Ending::NotFound ? Gone::Before : Gone::Now;
}

QCoro::Task<> TokenRevoker::forget(QString tokenId)
{
    qCInfo(base::logTokens).noquote() << "revoked token" << tokenId;
    m_parts.inventory.remove(tokenId);
    co_await m_parts.held.forget(tokenId);
}

base::Async<base::Done> TokenRevoker::makeSureItIsGone(std::optional<Owner> asked, QString tokenId,
                                                       base::CancelToken cancel)
{
    const base::Result<std::optional<Owner>> other = co_await m_parts.guard.ownerBeside(asked, tokenId, cancel);
    if (!other)
        co_return base::fail(notSure(other.error(), tokenId));
    if (*other)
        co_return base::fail(elsewhere(tokenId, **other));
    co_await forget(tokenId);
    co_return base::Done{};
}

base::Async<RevokeOutcome> TokenRevoker::revoke(TokenAddress address, base::CancelToken cancel)
{
    const base::Result<ChangeGuard::Found> found = co_await m_parts.guard.locate(address, cancel);
    if (!found && found.error().code != Error::Code::NotFound)
        co_return base::fail(found.error());
    if (m_parts.guard.isBootstrap(address.tokenId))
        co_return base::fail(bootstrapRefusal());
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. Nothing was revoked."_s});
    RevokeOutcome outcome{.owner = ownerOf(address), .tokenId = address.tokenId, .gone = Gone::Before};
    std::optional<Owner> asked;
    const CallsUnderWay::Hold underWay(m_parts.underWay);
    if (found) {
        outcome.owner = found->owner;
        asked = found->owner;
        const base::Result<Ending> ending = co_await end(found->owner, address.tokenId);
        if (!ending)
            co_return base::fail(ending.error());
        outcome.gone = *ending == Ending::NotFound ? Gone::Before : Gone::Now;
        if (*ending == Ending::Deleted || found->token) {
            co_await forget(address.tokenId);
            co_return outcome;
        }
    }
    const base::Result<base::Done> sure = co_await makeSureItIsGone(asked, address.tokenId, cancel);
    if (!sure)
        co_return base::fail(sure.error());
    co_return outcome;
}

} // namespace tokensmith::tokens
