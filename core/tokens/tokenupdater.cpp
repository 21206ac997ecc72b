// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenupdater.h"

#include "core/base/logging.h"
#include "core/cloudflare/pause.h"
#include "core/tokens/callsunderway.h"
#include "core/tokens/changeguard.h"
#include "core/tokens/inventory.h"
#include "core/tokens/tokencompare.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using Apply = UpdateRequest::Apply;
using Written = UpdateOutcome::Written;

namespace {

/** A limit of its own could shut this program out at once. */
base::Result<base::Done> checkBootstrap(const UpdateRequest &request)
{
    const bool limits = request.expiresIn || request.expiresOn || request.notBefore || request.ipAllow || request.ipDeny
                        || request.policies || request.enabled == model::Enabled::No;
    if (!limits)
        return base::Done{};
    return base::fail({.code = Error::Code::PermissionDenied,
                       .message = u"This is the bootstrap token that this server works with: only its name can be "
                                  "changed here. Change its limits in the Cloudflare dashboard."_s,
                       .field = u"tokenId"_s});
}

base::Result<base::Done> checkUnchanged(const UpdateRequest &request, const model::Token &token)
{
    if (!request.seenModifiedOn || sameTime(request.seenModifiedOn, token.modifiedOn))
        return base::Done{};
    return base::fail({.code = Error::Code::InvalidArgument,
                       .message = u"The token \"%1\" was changed by somebody else meanwhile. Nothing was written: look "
                                  "at it again."_s.arg(token.name)});
}

Error neitherOldNorNew(Error error, const QStringList &differences)
{
    error.message = u"Cloudflare's answer was lost, and the token is not as asked: %1"_s.arg(differences.join(u' '));
    return error;
}

Error stillAsBefore(Error error)
{
    error.message = u"Cloudflare's answer was lost, and the token is still as it was. Look at it again before trying "
                    "once more."_s;
    return error;
}

} // namespace

TokenUpdater::TokenUpdater(Parts parts)
    : m_parts(parts)
{
}

base::Async<UpdateOutcome> TokenUpdater::update(UpdateRequest request, base::CancelToken cancel)
{
    base::Result<model::Token> token = co_await m_parts.guard.read(request.address, cancel);
    if (!token)
        co_return base::fail(std::move(token.error()));
    base::Result<base::Done> fine = checkUnchanged(request, *token);
    if (fine && m_parts.guard.isBootstrap(token->id))
        fine = checkBootstrap(request);
    if (!fine)
        co_return base::fail(std::move(fine.error()));
    base::Result<model::TokenSpec> spec = merged(*token, request, m_parts.clock.now());
    if (!spec)
        co_return base::fail(std::move(spec.error()));
    if (request.policies) {
        const base::Result<base::Done> allowed = co_await m_parts.guard.checkReach(spec->policies, cancel);
        if (!allowed)
            co_return base::fail(allowed.error());
    }
    UpdateOutcome planned{.token = *token, .changes = changesBetween(specOf(*token), *spec)};
    if (planned.changes.empty() || request.apply == Apply::PreviewOnly)
        co_return planned;
    if (cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped. Nothing was changed."_s});
    base::Result<UpdateOutcome> outcome = co_await write(std::move(planned), *std::move(spec));
    co_return outcome;
}

base::Async<model::Token> TokenUpdater::readBack(model::Token token, model::TokenSpec spec)
{
    const cloudflare::CallOptions toTheEnd;
    base::Result<model::Token> now = co_await m_parts.api.getToken(token.owner, token.id, toTheEnd);
    if (!now || notKept(spec, *now).isEmpty())
        co_return now;
    const base::CancelToken never;
    co_await cloudflare::pauseFor(m_parts.readAgainAfter, never);
    base::Result<model::Token> later = co_await m_parts.api.getToken(token.owner, token.id, toTheEnd);
    if (later)
        co_return later;
    co_return now;
}

base::Async<UpdateOutcome> TokenUpdater::write(UpdateOutcome planned, model::TokenSpec spec)
{
    const cloudflare::CallOptions toTheEnd; // stopping it half-way would leave nobody knowing
    const CallsUnderWay::Hold underWay(m_parts.underWay);
    const model::Token before = planned.token;
    const base::Result<model::Token> answer = co_await m_parts.api.updateToken(before.owner, before.id, spec, toTheEnd);
    if (!answer && answer.error().code != Error::Code::OutcomeUnknown)
        co_return base::fail(answer.error());
    const base::Result<model::Token> now = co_await readBack(before, spec);
    if (!now && !answer)
        co_return base::fail(answer.error());
    planned.token = now ? *now : *answer;
    planned.warnings = notKept(spec, planned.token);
    if (!answer && !planned.warnings.isEmpty()) {
        const bool asBefore = notKept(specOf(before), planned.token).isEmpty();
        co_return base::fail(asBefore ? stillAsBefore(answer.error())
                                      : neitherOldNorNew(answer.error(), planned.warnings));
    }
    planned.written = planned.warnings.isEmpty() ? Written::AsAsked : Written::Unlike;
    if (!now) {
        if (planned.warnings.isEmpty())
            planned.written = Written::NotCompared;
        planned.warnings.append(u"The token could not be read back: %1"_s.arg(now.error().message));
    }
    qCInfo(base::logTokens).noquote() << "updated token" << before.id;
    m_parts.inventory.add(planned.token);
    co_return planned;
}

} // namespace tokensmith::tokens
