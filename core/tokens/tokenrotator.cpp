// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenrotator.h"

#include "core/base/logging.h"
#include "core/cloudflare/pause.h"
#include "core/model/json.h"
#include "core/tokens/callsunderway.h"
#include "core/tokens/changeguard.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/tokencompare.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/tokenrevoker.h"

#include <optional>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using Old = RotateRequest::Old;
using OldToken = RotateOutcome::OldToken;
using Verified = RotateOutcome::Verified;

namespace {

Error bootstrapRefusal()
{
    return {.code = Error::Code::PermissionDenied,
            .message =
                u"This is the bootstrap token that this server works with, and no token may make one that manages "
                "tokens. Roll it in the Cloudflare dashboard and connect again with the new value."_s,
            .field = u"tokenId"_s};
}

Error nowhereToHold(Error error)
{
    error.field = u"revokeOld"_s;
    error.message = u"The new secret could not be kept safe before the old token is revoked: %1 Nothing was changed. "
                    "Rotate without revokeOld, save the new secret, then use revoke_token."_s.arg(error.message);
    return error;
}

Error nowhereToKeep(Error error)
{
    error.message = u"The new secret is to be kept from this client, and the keychain can't hold it: %1 Nothing was "
                    "changed."_s.arg(error.message);
    return error;
}

Error notKeptAfterAll(Error error, const QString &tokenId, const base::Result<base::Done> &revoked)
{
    const QString end =
        revoked ? u"The new token %1 was revoked again."_s : u"Revoke the new token %1: nobody has its secret."_s;
    error.message =
        u"The keychain did not take the new secret: %1 The old token is kept. "_s.arg(error.message) + end.arg(tokenId);
    return error;
}

Error noRoom(Error error)
{
    if (error.code == Error::Code::QuotaExceeded) {
        error.message =
            u"There is no room for a second token beside the old one: %1 Nothing was changed. Revoke a token "
            "that is not needed, or use roll_token."_s.arg(error.message);
    }
    return error;
}

Error notUsable(const QString &statusText)
{
    return {.code = Error::Code::Unavailable, .message = u"Cloudflare says of the new token: %1."_s.arg(statusText)};
}

Error notYet(const QDateTime &notBefore)
{
    return {.code = Error::Code::Unavailable,
            .message = u"The new token does not work before %1, so it can't be verified yet."_s.arg(
                model::timeToText(notBefore))};
}

void tell(const RotateRequest &request, RotateStep step)
{
    if (request.onStep)
        request.onStep(step);
}

QString keptBecause(const Error &error)
{
    return u"The old token is kept: %1"_s.arg(error.message);
}

} // namespace

TokenRotator::TokenRotator(Parts parts)
    : m_parts(parts)
{
}

base::Async<TokenRotator::Safety> TokenRotator::safetyFor(RotateRequest request)
{
    if (request.old == Old::Keep && request.keep == KeepSecret::IfPossible)
        co_return Safety::Keychain;
    const base::Result<base::Done> holdable = co_await m_parts.held.prove();
    if (holdable)
        co_return Safety::Keychain;
    if (request.keep == KeepSecret::Required)
        co_return base::fail(nowhereToKeep(holdable.error()));
    // A locked keychain is somebody's to unlock; only where there is none can the answer stand in for it.
    if (holdable.error().code == Error::Code::KeychainUnavailable
        && request.withoutKeychain == RotateRequest::WithoutKeychain::AnswerOnly)
        co_return Safety::Answer;
    co_return base::fail(nowhereToHold(holdable.error()));
}

base::Async<TokenRotator::Plan> TokenRotator::plan(RotateRequest request, base::CancelToken cancel)
{
    const base::Result<model::Token> old = co_await m_parts.guard.read(request.address, cancel);
    if (!old)
        co_return base::fail(old.error());
    if (m_parts.guard.isBootstrap(old->id))
        co_return base::fail(bootstrapRefusal());
    const base::Result<model::TokenSpec> spec = replacementFor(*old, request.wishes, m_parts.clock.now());
    if (!spec)
        co_return base::fail(spec.error());
    const base::Result<Safety> safety = co_await safetyFor(request);
    if (!safety)
        co_return base::fail(safety.error());
    co_return Plan{.old = *old, .spec = *spec, .safety = *safety, .keep = request.keep};
}

base::Async<RotateOutcome> TokenRotator::makeAndHold(Plan plan, base::CancelToken cancel)
{
    const base::Result<MakeOutcome> made = co_await m_parts.maker.make(plan.old.owner, plan.spec, cancel);
    if (!made)
        co_return base::fail(noRoom(made.error()));
    RotateOutcome outcome{.old = plan.old, .created = made->created, .warnings = made->warnings};
    if (plan.old.status == model::TokenStatus::Disabled)
        outcome.warnings.append(u"The old token was disabled; the new one is not."_s);
    const base::Result<base::Done> held = co_await m_parts.held.hold(outcome.created.token.id, outcome.created.secret);
    if (!held && plan.keep == KeepSecret::Required) {
        const cloudflare::CallOptions toTheEnd;
        const QString id = outcome.created.token.id;
        const base::Result<base::Done> undone = co_await m_parts.api.deleteToken(plan.old.owner, id, toTheEnd);
        co_return base::fail(notKeptAfterAll(held.error(), id, undone));
    }
    if (held)
        outcome.keychainItem = HeldSecrets::keyOf(outcome.created.token.id);
    else
        outcome.warnings.append(u"The new secret is not in the keychain: %1"_s.arg(held.error().message));
    co_return outcome;
}

base::Async<base::Done> TokenRotator::verify(model::CreatedToken created, base::CancelToken cancel)
{
    const cloudflare::CallOptions asItself{.cancel = cancel, .bearer = created.secret};
    Error last;
    std::chrono::milliseconds pause = m_parts.verifyPause;
    for (int attempt = 0; attempt < m_parts.verifyAttempts; ++attempt) {
        if (attempt > 0) {
            co_await cloudflare::pauseFor(pause, cancel);
            pause *= 2;
        }
        if (cancel.isCancelled())
            co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped before the end."_s});
        const base::Result<cloudflare::Verification> answer =
            co_await m_parts.api.verify(created.token.owner, asItself);
        if (answer && answer->status == model::TokenStatus::Active && answer->tokenId == created.token.id)
            co_return base::Done{};
        last = answer ? notUsable(answer->statusText) : answer.error();
    }
    last.message = u"The new token could not be verified. %1"_s.arg(last.message);
    co_return base::fail(std::move(last));
}

base::Async<base::Done> TokenRotator::compare(model::CreatedToken created, model::TokenSpec spec,
                                              base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<model::Token> now =
        co_await m_parts.api.getToken(created.token.owner, created.token.id, options);
    if (!now) {
        Error error = now.error();
        error.message = u"The new token could not be read back. %1"_s.arg(error.message);
        co_return base::fail(std::move(error));
    }
    const QStringList differences = notKept(spec, *now);
    if (!differences.isEmpty())
        co_return base::fail({.code = Error::Code::ProtocolError, .message = differences.join(u' ')});
    co_return base::Done{};
}

base::Async<base::Done> TokenRotator::checkNew(RotateOutcome outcome, model::TokenSpec spec, base::CancelToken cancel)
{
    if (spec.notBefore)
        co_return base::fail(notYet(*spec.notBefore));
    base::Result<base::Done> fine = co_await verify(outcome.created, cancel);
    if (!fine)
        co_return fine;
    fine = co_await compare(outcome.created, spec, cancel);
    if (fine && cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped before the end."_s});
    co_return fine;
}

base::Async<RotateOutcome> TokenRotator::rotate(RotateRequest request, base::CancelToken cancel)
{
    tell(request, RotateStep::Checking);
    const base::Result<Plan> planned = co_await plan(request, cancel);
    if (!planned)
        co_return base::fail(planned.error());
    std::optional<CallsUnderWay::Hold> underWay(std::in_place, m_parts.underWay);
    tell(request, RotateStep::Making);
    base::Result<RotateOutcome> rotated = co_await makeAndHold(*planned, cancel);
    if (!rotated)
        co_return base::fail(std::move(rotated.error()));
    // From here on nothing is an error any more: it would take the secret with it.
    RotateOutcome outcome = *std::move(rotated);
    if (!outcome.keychainItem.isEmpty())
        underWay.reset(); // else the answer is the only place of the secret
    tell(request, RotateStep::Verifying);
    const base::Result<base::Done> fine = co_await checkNew(outcome, planned->spec, cancel);
    outcome.verified = fine ? Verified::Yes : Verified::No;
    if (request.old == Old::Keep) {
        if (!fine)
            outcome.warnings.append(fine.error().message);
        co_return outcome;
    }
    if (!fine) {
        outcome.warnings.append(keptBecause(fine.error()));
        co_return outcome;
    }
    if (outcome.keychainItem.isEmpty() && planned->safety == Safety::Keychain) {
        outcome.warnings.append(u"The old token is kept. Save the new secret, then use revoke_token."_s);
        co_return outcome;
    }
    tell(request, RotateStep::Revoking);
    base::Result<RotateOutcome> done = co_await revokeOld(outcome);
    co_return done;
}

base::Async<RotateOutcome> TokenRotator::revokeOld(RotateOutcome outcome)
{
    const base::Result<RevokeOutcome::Gone> gone = co_await m_parts.revoker.erase(outcome.old.owner, outcome.old.id);
    if (gone)
        outcome.oldToken = OldToken::Revoked;
    else
        outcome.warnings.append(u"The old token could not be revoked and still works: %1"_s.arg(gone.error().message));
    qCInfo(base::logTokens).noquote() << "rotated token" << outcome.old.id << "into" << outcome.created.token.id;
    co_return outcome;
}

} // namespace tokensmith::tokens
