// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/clients/clientkeys.h"
#include "core/clients/clientpolicy.h"
#include "core/store/clientstore.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace tokensmith::clients {

/** What a call told of its client. Self-reported: shown, never trusted. */
struct Sighting
{
    QString revision = {}; ///< of the protocol: "2026-07-28"; empty: not told, as it was
    QString client = {};   ///< "claude-code 2.1"; empty: not told, as it was
};

/** A client key as people see it. The key itself is nowhere. */
struct Client
{
    enum class Origin {
        Kept,        ///< made here; in the database
        Environment, ///< MCP_API_KEY, or a sandbox's own: the operator's to change; its pause ends with the program
    };
    QString name;
    Origin origin = Origin::Kept;
    KeyStanding standing = KeyStanding::Open; ///< its own; see ClientRegistry::allPaused()
    ClientPolicy policy = {};
    QDateTime created = {};
    std::optional<QDateTime> seenAt = {};
    Sighting seen = {};
};

/**
 * All client keys: made, renamed, paused and revoked here, each with its policy. Takes effect at once: `keys`, which
 * the endpoint asks, is kept in step, and the signals tell whoever has calls or streams open. Clients are known by
 * their names, which are unique. Errors: InvalidArgument (`field` says which), NotFound, PermissionDenied for the
 * operator's keys, and the store's; nothing is changed then.
 */
class ClientRegistry final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ClientKeys &keys;
        const base::Clock &clock;
        store::ClientStore *store = nullptr; ///< null: no key can be made or kept
    };

    explicit ClientRegistry(Parts parts, QObject *parent = nullptr);

    /** Reads the kept ones. One whose policy can't be read is paused, not opened. Call it once, first. */
    [[nodiscard]] base::Result<base::Done> load();

    /** A key of the operator's, for this run. */
    [[nodiscard]] base::Result<base::Done> declare(const QString &name, const base::Secret &key,
                                                   const ClientPolicy &policy);

    /** Makes a key of 256 random bits and returns it: "tsk_" and 43 characters of base64url. It can't be had again. */
    [[nodiscard]] base::Result<base::Secret> create(const QString &name, const ClientPolicy &policy);

    [[nodiscard]] base::Result<base::Done> rename(const QString &from, const QString &to);
    [[nodiscard]] base::Result<base::Done> setPolicy(const QString &name, const ClientPolicy &policy);
    [[nodiscard]] base::Result<base::Done> setStanding(const QString &name, KeyStanding standing);
    [[nodiscard]] base::Result<base::Done> revoke(const QString &name);

    /** Every key, at once, until undone or the program ends; new ones too. */
    void setAllPaused(KeyStanding standing);
    [[nodiscard]] KeyStanding allPaused() const { return m_all; }

    /** In the order of their names. */
    [[nodiscard]] const std::vector<Client> &all() const { return m_clients; }
    /** Null: there is none. Valid until the next change. */
    [[nodiscard]] const Client *find(const QString &name) const;
    /** Of a name that is not (any more) there: everything denied. */
    [[nodiscard]] ClientPolicy policyOf(const QString &name) const;

    /** A call came in. Remembered at once, written at most once a minute for each key. */
    void see(const QString &name, const Sighting &sighting);

    static constexpr std::chrono::seconds kWriteSeenEvery{60};

Q_SIGNALS:
    void changed();                          ///< anything people see of all()
    void policyChanged(const QString &name); ///< what it may call is another set
    void shutOut(const QString &name);       ///< paused, revoked or renamed: what it has open ends

private:
    [[nodiscard]] Client *edit(const QString &name);
    [[nodiscard]] base::Result<base::Done> checkName(const QString &name) const;
    [[nodiscard]] base::Result<base::Done> checkNewName(const QString &name) const;
    [[nodiscard]] base::Result<Client *> editKept(const QString &name);
    [[nodiscard]] base::Result<base::Done> write(const QString &name, const Client &client);
    [[nodiscard]] base::Result<base::Done> replace(const QString &name, const Client &client);
    void insert(Client client);
    void applyStanding(const Client &client);

    Parts m_parts;
    std::vector<Client> m_clients;
    QHash<QString, QDateTime> m_seenWritten;
    KeyStanding m_all = KeyStanding::Open;
};

} // namespace tokensmith::clients
