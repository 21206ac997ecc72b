// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenmaker.h"

#include "core/base/logging.h"
#include "core/cloudflare/pause.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/inventory.h"
#include "core/tokens/tokencompare.h"
#include "core/tokens/tokenlister.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

const TokenLister::PageProgress noProgress;

QStringList idsNamed(const std::vector<model::Token> &tokens, const QString &name)
{
    QStringList ids;
    for (const model::Token &token : tokens) {
        if (token.name == name)
            ids.append(token.id);
    }
    return ids;
}

Error notSeenYet(Error error, const QString &name)
{
    error.message = u"Cloudflare's answer was lost, and no new token named \"%1\" is listed yet. It may still appear: "
                    "look for it before making it again."_s.arg(name);
    return error;
}

Error notLookedFor(Error error, const QString &name)
{
    error.message = u"Cloudflare's answer was lost, and the tokens can't be listed now. A token named \"%1\" may exist "
                    "whose secret nobody has: look for it, then roll or revoke it."_s.arg(name);
    return error;
}

Error notToldApart(Error error, const QString &name)
{
    error.message =
        u"Cloudflare's answer was lost, and another token named \"%1\" is being made at the same time. One "
        "whose secret nobody has may exist: compare the tokens of that name before you revoke any."_s.arg(name);
    return error;
}

Error foundAgain(Error error, const std::vector<model::Token> &found)
{
    QStringList ids;
    for (const model::Token &token : found)
        ids.append(token.id);
    const QString name = found.front().name;
    error.message =
        found.size() == 1
            ? u"Cloudflare's answer was lost, but the token \"%1\" was made: %2. Nobody has its secret: roll it to get "
              "a new one, or revoke it."_s.arg(name, ids.front())
            : u"Cloudflare's answer was lost. %1 new tokens are named \"%2\": %3. Nobody has the secret of the one "
              u"just "
              "made: roll or revoke the one that is not in use."_s.arg(found.size())
                  .arg(name, ids.join(u", "_s));
    return error;
}

/** Only what the answer says: one that names no policies at all is an old or shortened form. */
QStringList differencesOf(const model::TokenSpec &asked, model::Token made)
{
    if (made.policies.empty())
        made.policies = asked.policies;
    return notKept(asked, made);
}

} // namespace

TokenMaker::TokenMaker(Parts parts)
    : m_parts(parts)
{
}

base::Async<std::vector<model::Token>> TokenMaker::findLost(Lost lost, cloudflare::CallOptions options)
{
    base::Result<std::vector<model::Token>> listed = co_await m_parts.lister.all(lost.owner, options, noProgress);
    if (!listed)
        co_return base::fail(std::move(listed.error()));
    std::erase_if(*listed, [&](const model::Token &token) {
        return token.name != lost.name || lost.knownIds.contains(token.id) || m_made.contains(token.id)
               || (token.issuedOn && *token.issuedOn < lost.notBefore);
    });
    co_return listed;
}

QCoro::Task<Error> TokenMaker::explain(Error error, Lost lost, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    base::Result<std::vector<model::Token>> found = co_await findLost(lost, options);
    if (found && found->empty()) {
        co_await cloudflare::pauseFor(m_parts.lookAgainAfter, cancel);
        found = co_await findLost(lost, options);
    }
    if (!found)
        co_return notLookedFor(std::move(error), lost.name);
    if (found->empty())
        co_return notSeenYet(std::move(error), lost.name);
    if (m_namesBeingMade.contains(lost.name))
        co_return notToldApart(std::move(error), lost.name);
    for (const model::Token &token : *found) {
        m_parts.inventory.add(token);
        qCWarning(base::logTokens).noquote() << "the answer that held the secret of token" << token.id << "was lost";
    }
    co_return foundAgain(std::move(error), *found);
}

QCoro::Task<> TokenMaker::keepUnclaimed(model::CreatedToken created)
{
    const QString id = created.token.id;
    if (m_parts.store != nullptr) {
        HeldSecrets heldSecrets(*m_parts.store, m_parts.index);
        const base::Result<base::Done> held = co_await heldSecrets.hold(id, created.secret);
        if (held) {
            heldSecrets.note(
                {.tokenId = id, .tokenName = created.token.name, .client = {}, .heldAt = m_parts.clock.now()});
            qCWarning(base::logTokens).noquote() << "nobody waited for the secret of the new token" << id
                                                 << "- it is in the keychain as" << HeldSecrets::keyOf(id);
            co_return;
        }
    }
    qCWarning(base::logTokens).noquote() << "nobody waited for the secret of the new token" << id
                                         << "- roll or revoke it";
}

base::Async<MakeOutcome> TokenMaker::make(model::Owner owner, model::TokenSpec spec, base::CancelToken cancel)
{
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. No token was made."_s});
    const Lost lost{.owner = owner,
                    .name = spec.name,
                    .notBefore = m_parts.clock.now().addSecs(-kClockSkew.count()),
                    .knownIds = idsNamed(m_parts.inventory.tokens(), spec.name)};
    const cloudflare::CallOptions toTheEnd;
    std::optional<CallsUnderWay::Hold> underWay(std::in_place, m_underWay);
    m_namesBeingMade.append(spec.name);
    base::Result<model::CreatedToken> created = co_await m_parts.api.createToken(owner, spec, toTheEnd);
    m_namesBeingMade.removeOne(spec.name);
    if (!created) {
        underWay.reset();
        if (created.error().code != Error::Code::OutcomeUnknown)
            co_return base::fail(std::move(created.error()));
        const Error error = co_await explain(created.error(), lost, cancel);
        co_return base::fail(error);
    }
    m_made.insert(created->token.id);
    m_parts.inventory.add(created->token);
    qCInfo(base::logTokens).noquote() << "created token" << created->token.id;
    if (cancel.isCancelled()) {
        co_await keepUnclaimed(*created);
    }
    QStringList warnings = differencesOf(spec, created->token);
    co_return MakeOutcome{.created = *std::move(created), .warnings = std::move(warnings)};
}

} // namespace tokensmith::tokens
