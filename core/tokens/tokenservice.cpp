// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenservice.h"

#include "core/catalog/policywords.h"
#include "core/tokens/findings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/** The permission group that Cloudflare names in a 1001; empty where it names none. */
QString refusedGroup(const Error &error)
{
    static const QRegularExpression named(uR"re(Permission group: "(.+?)"\))re"_s);
    const QString inDetail = named.match(error.detail).captured(1);
    return inDetail.isEmpty() ? named.match(error.message).captured(1) : inDetail;
}

/**
 * The whole request fails if the bootstrap token may not grant one of its groups. Which ones is known only from the
 * refusals, one at a time, so the caller is told how to go on; nothing is tried again unasked.
 */
Error withWayOut(Error error, QStringList leftOut)
{
    const QString group = refusedGroup(error);
    if (error.cloudflareCode != 1001 || group.isEmpty())
        return error;
    leftOut.append(group);
    const QByteArray names = QJsonDocument(QJsonArray::fromStringList(leftOut)).toJson(QJsonDocument::Compact);
    error.code = Error::Code::PermissionDenied;
    error.field = u"leaveOut"_s;
    error.message =
        u"No token was made: the bootstrap token may not grant \"%1\" on these resources. Leave it out with "
        "leaveOut: %2, or choose other resources."_s.arg(group, QString::fromUtf8(names));
    return error;
}

/** Said before anything is sent. */
Error nowhereToKeep(Error error)
{
    error.message = u"The secret is to be kept from this client, and the keychain can't hold it: %1 No token was "
                    "made."_s.arg(error.message);
    return error;
}

Error notKeptAfterAll(Error error, const QString &tokenId, const base::Result<base::Done> &revoked)
{
    const QString end =
        revoked ? u"The token %1 was revoked again."_s : u"Revoke the token %1: nobody has its secret."_s;
    error.message = u"The keychain did not take the new secret: %1 "_s.arg(error.message) + end.arg(tokenId);
    return error;
}

model::Owner ownerAsked(const CreateRequest &request)
{
    return {.kind = request.kind.value_or(model::Owner::Kind::User), .accountId = request.accountId};
}

/** Of the token that would be. That it ends soon is what was asked for. */
std::vector<model::Finding> findingsAhead(const CreationPlan &plan, const FindingContext &context)
{
    const model::Token token{.owner = plan.owner,
                             .name = plan.spec.name,
                             .status = model::TokenStatus::Active,
                             .notBefore = plan.spec.notBefore,
                             .expiresOn = plan.spec.expiresOn,
                             .policies = plan.spec.policies,
                             .condition = plan.spec.condition};
    std::vector<model::Finding> findings = findingsOf(token, context);
    std::erase_if(findings, [](const model::Finding &one) { return one.rule == "expires-soon"_L1; });
    return findings;
}

} // namespace

TokenService::TokenService(Parts parts)
    : m_parts(std::move(parts))
{
}

base::Async<CreateOutcome> TokenService::create(CreateRequest request, Actor actor, base::CancelToken cancel)
{
    const cloudflare::CallOptions cancellable{.cancel = cancel};
    TokenAction action{.operation = u"create_token"_s,
                       .actor = actor,
                       .owner = ownerAsked(request),
                       .tokenName = request.name.trimmed()};
    base::Result<CreateOutcome> outcome = base::fail({});
    base::Result<CreationPlan> planned = co_await m_parts.planner.plan(request, cancellable);
    if (planned) {
        action.owner = planned->owner;
        outcome = co_await send(*planned, request, cancel);
        if (outcome && request.keep == KeepSecret::Required) {
            const CreateOutcome made = *outcome;
            outcome = co_await kept(made, action.owner, actor.client);
        }
    } else {
        outcome = base::fail(std::move(planned.error()));
    }
    if (outcome)
        action.tokenId = outcome->created.token.id;
    else
        action.error = outcome.error();
    if (m_parts.sink)
        m_parts.sink(action);
    co_return outcome;
}

base::Async<CreateOutcome> TokenService::send(CreationPlan plan, CreateRequest request, base::CancelToken cancel)
{
    const base::Result<base::Done> keepable = co_await proveKeepable(request.keep);
    if (!keepable)
        co_return base::fail(keepable.error());
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. No token was made."_s});
    if (plan.credential != m_parts.api.credentialNumber()) {
        co_return base::fail(
            {.code = Error::Code::Cancelled,
             .message = u"The bootstrap token was changed meanwhile. No token was made. Try again."_s});
    }
    base::Result<CreateOutcome> made = co_await m_parts.maker.make(plan.owner, plan.spec, cancel);
    if (!made)
        co_return base::fail(withWayOut(std::move(made.error()), request.leaveOut));
    made->warnings = plan.warnings + made->warnings;
    co_return made;
}

base::Async<base::Done> TokenService::proveKeepable(KeepSecret keep)
{
    if (keep == KeepSecret::IfPossible)
        co_return base::Done{};
    if (!m_parts.held)
        co_return base::fail(nowhereToKeep({.code = Error::Code::KeychainUnavailable}));
    const base::Result<base::Done> proved = co_await m_parts.held->prove();
    if (!proved)
        co_return base::fail(nowhereToKeep(proved.error()));
    co_return base::Done{};
}

base::Async<CreateOutcome> TokenService::kept(CreateOutcome made, model::Owner owner, QString client)
{
    const model::Token &token = made.created.token;
    const QString id = token.id;
    const base::Result<base::Done> held = co_await m_parts.held->hold(id, made.created.secret);
    if (held) {
        m_parts.held->note({.tokenId = id, .tokenName = token.name, .client = client, .heldAt = m_parts.clock->now()});
        made.keychainItem = HeldSecrets::keyOf(id);
        co_return made;
    }
    const cloudflare::CallOptions toTheEnd;
    const base::Result<base::Done> undone = co_await m_parts.api.deleteToken(owner, id, toTheEnd);
    co_return base::fail(notKeptAfterAll(held.error(), id, undone));
}

base::Async<PreviewOutcome> TokenService::preview(CreateRequest request, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    base::Result<CreationPlan> planned = co_await m_parts.planner.plan(request, options);
    if (!planned)
        co_return base::fail(std::move(planned.error()));
    QStringList access = accessOf(planned->spec.policies);
    const catalog::Names names = m_parts.planner.names();
    std::vector<model::Finding> findings =
        findingsAhead(*planned, {.now = m_parts.planner.now(), .accountName = names.account});
    co_return PreviewOutcome{.owner = planned->owner,
                             .spec = std::move(planned->spec),
                             .access = std::move(access),
                             .warnings = std::move(planned->warnings),
                             .explanations = std::move(planned->explanations),
                             .findings = std::move(findings),
                             .names = names};
}

base::Async<VerifyOutcome> TokenService::verify(base::Secret token, QString accountId, base::CancelToken cancel)
{
    base::Result<VerifyOutcome> outcome = co_await m_parts.verifier.verify(token, accountId, cancel);
    co_return outcome;
}

base::Async<ListOutcome> TokenService::list(ListRequest request, base::CancelToken cancel)
{
    base::Result<ListOutcome> outcome = co_await m_parts.reader.list(request, cancel);
    co_return outcome;
}

base::Async<model::Token> TokenService::get(std::optional<model::Owner> owner, QString tokenId,
                                            base::CancelToken cancel)
{
    base::Result<model::Token> token = co_await m_parts.reader.get(owner, tokenId, cancel);
    co_return token;
}

base::Async<GrantableGroups> TokenService::grantable(std::optional<model::Owner> owner, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    base::Result<GrantableGroups> groups = co_await m_parts.planner.grantable(owner, options);
    co_return groups;
}

QStringList TokenService::accessOf(const std::vector<model::Policy> &policies) const
{
    return catalog::policySentences(policies, m_parts.planner.names());
}

} // namespace tokensmith::tokens
