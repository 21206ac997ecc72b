// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/clients/connect/cliententry.h"
#include "core/clients/connect/surroundings.h"
#include "core/clients/connect/textdiff.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace tokensmith::clients::connect {

/** A client this program can write for. */
struct ClientPlace
{
    enum class Presence { Found, NotFound };

    QString id;
    QString name;
    QString file; ///< where our entry goes
    Presence presence = Presence::NotFound;
};

/** A change of one file, made up and not yet done. `before` and `after` hold keys: keep them in memory only. */
struct Plan
{
    enum class Effect { Nothing, Creates, Adds, Replaces, Removes };

    QString clientId;
    QString file; ///< where it is, links followed
    Effect effect = Effect::Nothing;
    std::optional<QByteArray> before = {}; ///< nothing: there is no file yet
    QByteArray after = {};
    QList<base::Secret> keys = {}; ///< client keys of ours in the two texts
};

/** What differs, for people to see: each of our keys is replaced by dots. */
[[nodiscard]] QList<DiffLine> shownDiff(const Plan &plan);

struct AppliedPlan
{
    QString file;
    QString backup = {}; ///< a copy of the file as it was; empty where there was none
};

/** What our entry in a client's file ought to say. */
struct ExpectedAccess
{
    QString url;
    QString bridge = {};
    std::function<bool(const base::Secret &key)> isItsKey; ///< whether this key is the client's; empty: any is
};

/** How a client's file and we agree. */
struct ClientConnection
{
    enum class State { NotConnected, Connected, Drifted, Unreadable };
    enum class Difference { Address, Key, Bridge };

    State state = State::NotConnected;
    QList<Difference> differences = {}; ///< where drifted
    QString reason = {};                ///< where unreadable: a sentence
};

/**
 * Connects AI clients on this machine: writes our entry into their configuration, finds it again, takes it out. Files
 * that can't be read or are odd are refused with a reason and never touched. Which key a client gets is the caller's
 * affair, as is revoking it.
 *
 * Holds no state but where to look. `clock` outlives it. Unknown ids: NotFound.
 */
class ClientConnector
{
public:
    ClientConnector(Surroundings surroundings, const base::Clock &clock);

    [[nodiscard]] QList<ClientPlace> clients() const;

    /** The change that connects, or repairs, a client; effect Nothing where all is as it should be. */
    [[nodiscard]] base::Result<Plan> planConnect(const QString &id, const ServerAccess &access) const;
    /** The change that takes our entry out; effect Nothing where there is none. */
    [[nodiscard]] base::Result<Plan> planDisconnect(const QString &id) const;
    /** Does it, unless the file has changed since (Unavailable): then nothing is written and a new plan is due. */
    [[nodiscard]] base::Result<AppliedPlan> apply(const Plan &plan) const;

    [[nodiscard]] ClientConnection connection(const QString &id, const ExpectedAccess &expected) const;

    /** What a person copies into a client's configuration; for an unknown id, what most clients read. */
    [[nodiscard]] static QString snippet(const QString &id, const ServerAccess &access);

private:
    Surroundings m_surroundings;
    const base::Clock &m_clock;
};

} // namespace tokensmith::clients::connect
