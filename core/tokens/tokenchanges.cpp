// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenchanges.h"

#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenmaker.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;

namespace {

base::Error anotherIsRunning()
{
    return {.code = base::Error::Code::Unavailable,
            .message = u"Another change of this token is running. Nothing was done: try again when it has ended."_s,
            .field = u"tokenId"_s};
}

} // namespace

TokenChanges::TokenChanges(Parts parts)
    : m_inventory(parts.inventory)
    , m_reach(parts.reach)
    , m_clock(parts.clock)
    , m_report(parts.report)
    , m_held(parts.store, parts.heldIndex)
    , m_guard({.api = parts.api,
               .accounts = parts.accounts,
               .connection = parts.connection,
               .inventory = parts.inventory,
               .reach = parts.reach})
    , m_updater({.api = parts.api,
                 .guard = m_guard,
                 .inventory = parts.inventory,
                 .underWay = m_underWay,
                 .clock = parts.clock,
                 .readAgainAfter = parts.patience})
    , m_roller({.api = parts.api,
                .guard = m_guard,
                .inventory = parts.inventory,
                .held = m_held,
                .underWay = m_underWay,
                .clock = parts.clock})
    , m_revoker(
          {.api = parts.api, .guard = m_guard, .inventory = parts.inventory, .held = m_held, .underWay = m_underWay})
    , m_rotator({.api = parts.api,
                 .guard = m_guard,
                 .maker = parts.maker,
                 .revoker = m_revoker,
                 .held = m_held,
                 .underWay = m_underWay,
                 .clock = parts.clock,
                 .verifyPause = parts.patience})
{
}

TokenAction TokenChanges::actionOn(const QString &operation, const Actor &actor, const TokenAddress &address) const
{
    TokenAction action{
        .operation = operation,
        .actor = actor,
        .owner = {.kind = address.kind.value_or(address.accountId.isEmpty() ? model::Owner::Kind::User
                                                                            : model::Owner::Kind::Account),
                  .accountId = address.accountId},
        .tokenId = address.tokenId};
    for (const model::Token &token : m_inventory.tokens()) {
        if (token.id != address.tokenId)
            continue;
        action.tokenName = token.name;
        if (!address.kind && address.accountId.isEmpty())
            action.owner = token.owner;
    }
    return action;
}

std::optional<model::Token> TokenChanges::known(const QString &tokenId) const
{
    const std::vector<model::Token> &tokens = m_inventory.tokens();
    const auto at =
        std::find_if(tokens.begin(), tokens.end(), [&](const model::Token &one) { return one.id == tokenId; });
    return at == tokens.end() ? std::nullopt : std::optional(*at);
}

catalog::Names TokenChanges::names() const
{
    return m_reach.names();
}

void TokenChanges::note(const QString &keychainItem, const model::Token &token, const Actor &actor)
{
    if (!keychainItem.isEmpty())
        m_held.note({.tokenId = token.id, .tokenName = token.name, .client = actor.client, .heldAt = m_clock.now()});
}

void TokenChanges::report(const TokenAction &action) const
{
    if (m_report)
        m_report(action);
}

base::Async<UpdateOutcome> TokenChanges::update(UpdateRequest request, Actor actor, base::CancelToken cancel)
{
    if (request.apply == UpdateRequest::Apply::PreviewOnly) {
        base::Result<UpdateOutcome> preview = co_await m_updater.update(request, cancel);
        co_return preview;
    }
    TokenAction action = actionOn(u"update_token"_s, actor, request.address);
    const BusyTokens::Claim claim(m_busy, request.address.tokenId);
    base::Result<UpdateOutcome> outcome = base::fail(anotherIsRunning());
    if (claim.granted()) {
        outcome = co_await m_updater.update(request, cancel);
    }
    if (outcome) {
        action.owner = outcome->token.owner;
        action.tokenName = outcome->token.name;
    } else {
        action.error = outcome.error();
    }
    report(action);
    co_return outcome;
}

base::Async<RollOutcome> TokenChanges::roll(TokenAddress address, Actor actor, base::CancelToken cancel,
                                            KeepSecret keep)
{
    TokenAction action = actionOn(u"roll_token"_s, actor, address);
    const BusyTokens::Claim claim(m_busy, address.tokenId);
    base::Result<RollOutcome> outcome = base::fail(anotherIsRunning());
    if (claim.granted()) {
        outcome = co_await m_roller.roll(address, keep, cancel);
    }
    if (outcome) {
        action.owner = outcome->token.owner;
        action.tokenName = outcome->token.name;
        note(outcome->keychainItem, outcome->token, actor);
    } else {
        action.error = outcome.error();
    }
    report(action);
    co_return outcome;
}

base::Async<RevokeOutcome> TokenChanges::revoke(TokenAddress address, Actor actor, base::CancelToken cancel)
{
    TokenAction action = actionOn(u"revoke_token"_s, actor, address);
    const BusyTokens::Claim claim(m_busy, address.tokenId);
    base::Result<RevokeOutcome> outcome = base::fail(anotherIsRunning());
    if (claim.granted()) {
        outcome = co_await m_revoker.revoke(address, cancel);
    }
    if (outcome)
        action.owner = outcome->owner;
    else
        action.error = outcome.error();
    report(action);
    co_return outcome;
}

base::Async<RotateOutcome> TokenChanges::rotate(RotateRequest request, Actor actor, base::CancelToken cancel)
{
    TokenAction action = actionOn(u"rotate_token"_s, actor, request.address);
    const BusyTokens::Claim claim(m_busy, request.address.tokenId);
    base::Result<RotateOutcome> outcome = base::fail(anotherIsRunning());
    if (claim.granted()) {
        outcome = co_await m_rotator.rotate(request, cancel);
    }
    if (outcome) {
        action.owner = outcome->old.owner;
        action.tokenName = outcome->old.name;
        action.newTokenId = outcome->created.token.id;
        note(outcome->keychainItem, outcome->created.token, actor);
    } else {
        action.error = outcome.error();
    }
    report(action);
    co_return outcome;
}

} // namespace tokensmith::tokens
