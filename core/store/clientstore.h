// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace tokensmith::store {

class Database;

/** A client key as it is kept: its hash, never the key. */
struct ClientRow
{
    enum class State { Active, Paused };

    QString name;
    QByteArray hash; ///< SHA-256 of the key
    QDateTime created;
    State state = State::Active;
    QString policy;                       ///< JSON; what it means is known to core/clients
    std::optional<QDateTime> seenAt = {}; ///< its last call
    QString seenRevision = {};            ///< the protocol's revision it spoke
    QString seenAs = {};                  ///< what the client called itself

    [[nodiscard]] bool operator==(const ClientRow &) const = default;
};

/** The client keys. `database` outlives this. Errors as Database's. */
class ClientStore
{
public:
    explicit ClientStore(const Database &database);

    /** In the order of their names. */
    [[nodiscard]] base::Result<std::vector<ClientRow>> all() const;

    /** InvalidArgument where the name or the hash is there already. */
    [[nodiscard]] base::Result<base::Done> add(const ClientRow &row);

    /** Replaces all of the row of that name but its hash and its creation; `row.name` may be new. */
    [[nodiscard]] base::Result<base::Done> change(const QString &name, const ClientRow &row);

    /** After Done there is none of that name. */
    [[nodiscard]] base::Result<base::Done> remove(const QString &name);

private:
    const Database &m_database;
};

} // namespace tokensmith::store
