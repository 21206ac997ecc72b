// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenroller.h"

#include "core/base/logging.h"
#include "core/tokens/callsunderway.h"
#include "core/tokens/changeguard.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/inventory.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::EffectiveStatus;

namespace {

Error bootstrapRefusal()
{
    return {.code = Error::Code::PermissionDenied,
            .message =
                u"This is the bootstrap token that this server works with: with a new secret the connection would "
                "be lost. Roll it in the Cloudflare dashboard and connect again with the new value."_s,
            .field = u"tokenId"_s};
}

Error lost(Error error, const model::Token &token)
{
    error.message = u"Cloudflare's answer was lost: the old secret of \"%1\" may not work any more, and nobody has the "
                    "new one. Roll the token again."_s.arg(token.name);
    return error;
}

Error nowhereToKeep(Error error)
{
    error.message = u"The new secret is to be kept from this client, and the keychain can't hold it: %1 Nothing was "
                    "rolled."_s.arg(error.message);
    return error;
}

Error notKeptAfterAll(Error error, const model::Token &token)
{
    error.message = u"\"%1\" was rolled, but the keychain did not take the new secret: %2 Its old secret works no more "
                    "and nobody has the new one: roll it again."_s.arg(token.name, error.message);
    return error;
}

/** What a new secret does not mend. */
QStringList stateWarnings(const model::Token &token, const QDateTime &now)
{
    switch (model::effectiveStatus(token, now)) {
    case EffectiveStatus::Disabled:
        return {u"The token is disabled: enable it with update_token before use."_s};
    case EffectiveStatus::Expired:
        return {u"The token has expired: give it a new expiry with update_token before use."_s};
    case EffectiveStatus::NotYetActive:
        return {u"The token is not active yet: its start lies in the future."_s};
    case EffectiveStatus::Active:
    case EffectiveStatus::Exposed:
    case EffectiveStatus::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

TokenRoller::TokenRoller(Parts parts)
    : m_parts(parts)
{
}

base::Async<RollOutcome> TokenRoller::roll(TokenAddress address, KeepSecret keep, base::CancelToken cancel)
{
    base::Result<model::Token> token = co_await m_parts.guard.read(address, cancel);
    if (!token)
        co_return base::fail(std::move(token.error()));
    if (m_parts.guard.isBootstrap(token->id))
        co_return base::fail(bootstrapRefusal());
    if (keep == KeepSecret::Required) {
        const base::Result<base::Done> holdable = co_await m_parts.held.prove();
        if (!holdable)
            co_return base::fail(nowhereToKeep(holdable.error()));
    }
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. Nothing was rolled."_s});
    const cloudflare::CallOptions toTheEnd; // the answer holds a secret that is given only once
    const CallsUnderWay::Hold underWay(m_parts.underWay);
    const base::Result<base::Secret> secret = co_await m_parts.api.rollToken(token->owner, token->id, toTheEnd);
    if (!secret && secret.error().code == Error::Code::OutcomeUnknown)
        co_return base::fail(lost(secret.error(), *token));
    if (!secret)
        co_return base::fail(secret.error());
    qCInfo(base::logTokens).noquote() << "rolled token" << token->id;
    RollOutcome outcome{.token = *token, .secret = *secret, .warnings = stateWarnings(*token, m_parts.clock.now())};
    outcome.token.modifiedOn = m_parts.clock.now();
    m_parts.inventory.add(outcome.token);
    const base::Result<base::Done> held = co_await m_parts.held.hold(outcome.token.id, outcome.secret);
    if (!held && keep == KeepSecret::Required)
        co_return base::fail(notKeptAfterAll(held.error(), outcome.token));
    if (held)
        outcome.keychainItem = HeldSecrets::keyOf(outcome.token.id);
    else
        outcome.warnings.append(u"The secret is not in the keychain: %1"_s.arg(held.error().message));
    co_return outcome;
}

} // namespace tokensmith::tokens
