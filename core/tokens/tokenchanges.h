// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/tokens/action.h"
#include "core/tokens/busytokens.h"
#include "core/tokens/callsunderway.h"
#include "core/tokens/changeguard.h"
#include "core/tokens/heldsecrets.h"
#include "core/tokens/tokenrevoker.h"
#include "core/tokens/tokenroller.h"
#include "core/tokens/tokenrotator.h"
#include "core/tokens/tokenupdater.h"

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
class Inventory;
class Reach;
class TokenMaker;

/**
 * Everything that changes a token there is, for the window and for MCP tools alike: one door, behind which every
 * attempt is reported once, be it done, refused or failed. A token has one change at a time: a second one is refused.
 * The rules stand with the four classes behind it. Must outlive its tasks; so must the parts.
 */
class TokenChanges
{
public:
    struct Parts
    {
        cloudflare::ApiClient &api;
        Accounts &accounts;
        ConnectionService &connection;
        Inventory &inventory;
        Reach &reach;
        TokenMaker &maker;
        secrets::SecretStore &store;
        const base::Clock &clock;
        store::HeldStore *heldIndex = nullptr; ///< notes which secrets `store` holds
        ActionSink report = {};
        std::chrono::milliseconds patience{500}; ///< first pause where Cloudflare has not caught up with a change
    };

    explicit TokenChanges(Parts parts);
    Q_DISABLE_COPY_MOVE(TokenChanges)

    /** See TokenUpdater. A preview is no attempt and is not reported. */
    [[nodiscard]] base::Async<UpdateOutcome> update(UpdateRequest request, Actor actor, base::CancelToken cancel = {});
    [[nodiscard]] base::Async<RollOutcome> roll(TokenAddress address, Actor actor, base::CancelToken cancel = {},
                                                KeepSecret keep = KeepSecret::IfPossible);
    [[nodiscard]] base::Async<RevokeOutcome> revoke(TokenAddress address, Actor actor, base::CancelToken cancel = {});
    [[nodiscard]] base::Async<RotateOutcome> rotate(RotateRequest request, Actor actor, base::CancelToken cancel = {});

    /** A token as far as it is known without asking. */
    [[nodiscard]] std::optional<model::Token> known(const QString &tokenId) const;
    /** Of accounts and zones met so far; as long as this lives. */
    [[nodiscard]] catalog::Names names() const;

    /** Changes that were sent and are not safe yet: the program's end waits for them. */
    [[nodiscard]] int underWay() const { return m_underWay.count(); }

private:
    [[nodiscard]] TokenAction actionOn(const QString &operation, const Actor &actor, const TokenAddress &address) const;
    void report(const TokenAction &action) const;
    void note(const QString &keychainItem, const model::Token &token, const Actor &actor);

    Inventory &m_inventory;
    const Reach &m_reach;
    const base::Clock &m_clock;
    ActionSink m_report;
    CallsUnderWay m_underWay;
    BusyTokens m_busy;
    HeldSecrets m_held;
    ChangeGuard m_guard;
    TokenUpdater m_updater;
    TokenRoller m_roller;
    TokenRevoker m_revoker;
    TokenRotator m_rotator;
};

} // namespace tokensmith::tokens
