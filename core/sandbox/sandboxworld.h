// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/sandbox/permissiongroups.h"
#include "core/sandbox/sandboxrandom.h"
#include "core/sandbox/worldstate.h"

#include <memory>
#include <unordered_map>

namespace tokensmith::sandbox {

/**
 * The simulated Cloudflare's memory: user, accounts, zones, tokens. It knows no HTTP and checks no rights; it keeps its
 * own indexes consistent and stamps times from the clock. Pointers it hands out hold until the next change.
 *
 * An owner is an account id, or an empty string for the user.
 */
class SandboxWorld
{
public:
    using Options = SeedOptions;

    /** A fresh world. The clock is borrowed. */
    SandboxWorld(const Options &options, const base::Clock &clock);
    /** A stored world. */
    SandboxWorld(WorldState state, const base::Clock &clock);

    /** Everything, for the state file. */
    [[nodiscard]] WorldState snapshot() const;

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] SandboxRandom &random() { return m_random; }
    [[nodiscard]] const PermissionGroupTable &groups() const { return m_groups; }
    [[nodiscard]] const SandboxUser &user() const { return m_state.user; }
    [[nodiscard]] const QList<SandboxAccount> &accounts() const { return m_state.accounts; }
    [[nodiscard]] const QList<SandboxZone> &zones() const { return m_state.zones; }
    [[nodiscard]] const SandboxAccount *account(const QString &id) const; ///< nullptr: none
    [[nodiscard]] const SandboxZone *zone(const QString &id) const;       ///< nullptr: none

    enum class Listing { Current, WithExpired };
    /** The tokens of an owner, oldest first; Current leaves out the expired and the exposed. */
    [[nodiscard]] const QList<const SandboxToken *> &tokensOf(const QString &owner, Listing listing) const;
    [[nodiscard]] const SandboxToken *token(const QString &id) const;                ///< nullptr: none
    [[nodiscard]] const SandboxToken *tokenBySecret(const QByteArray &secret) const; ///< nullptr: none
    [[nodiscard]] qsizetype tokenCount() const { return qsizetype(m_tokens.size()); }
    [[nodiscard]] qsizetype quota(const QString &owner) const;

    [[nodiscard]] const SandboxToken &create(const QString &owner, TokenDraft draft);
    /** Full replacement: what the draft lacks is dropped. Null when there is no such token; so is roll's answer. */
    const SandboxToken *replace(const QString &id, TokenDraft draft);
    const SandboxToken *roll(const QString &id);
    void remove(const QString &id);
    /** Notes that a token was used now. */
    void touch(const QString &id);

    /** The user-owned token that may make others, and an account's own (empty: no such account). */
    [[nodiscard]] base::Secret bootstrapToken() const;
    [[nodiscard]] base::Secret accountBootstrapToken(const QString &accountId) const;
    [[nodiscard]] const QString &bootstrapId() const { return m_state.bootstrapId; }

    /** Moves with every change but touch(). */
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    struct Shelf
    {
        QList<const SandboxToken *> all;
        QList<const SandboxToken *> current; ///< as of the last look
        QDateTime currentUntil;              ///< invalid: to be made anew
    };

    SandboxToken *find(const QString &id);
    void insert(SandboxToken token);
    void changed(const QString &owner);
    [[nodiscard]] QByteArray newSecret(const QString &owner);

    const base::Clock &m_clock;
    PermissionGroupTable m_groups;
    WorldState m_state; // without its tokens, which are below
    SandboxRandom m_random;
    std::unordered_map<QString, std::unique_ptr<SandboxToken>> m_tokens;
    QHash<QByteArray, SandboxToken *> m_bySecret;
    mutable QHash<QString, Shelf> m_shelves;
    quint64 m_revision = 0;
};

} // namespace tokensmith::sandbox
