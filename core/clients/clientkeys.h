// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tokensmith::clients {

/** Whether a key opens now. */
enum class KeyStanding {
    Open,
    Paused, ///< known, and not let in until a person resumes it
};

/** Who is calling, as proved by its key (never by what it says of itself). */
struct ClientIdentity
{
    QString name; ///< the key's name, as the person or the operator gave it
    KeyStanding standing = KeyStanding::Open;
};

/**
 * The keys that open the MCP endpoint. Only SHA-256 hashes are held, and a check compares the hash with every key in
 * constant time, so that neither memory nor timing gives a key away. ClientRegistry keeps them in step with what a
 * person decides.
 */
class ClientKeys
{
public:
    /** Declares a key. An empty key is refused (returns false): it would let everyone in. */
    [[nodiscard]] bool add(const QString &name, const base::Secret &key);
    void addHash(const QString &name, const QByteArray &hash);

    void remove(const QString &name);
    void rename(const QString &from, const QString &to);
    void setStanding(const QString &name, KeyStanding standing);

    /** The owner of `key`, or nothing. */
    [[nodiscard]] std::optional<ClientIdentity> authenticate(const base::Secret &key) const;

    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_keys.size()); }

    /** What is kept of a key. */
    [[nodiscard]] static QByteArray hashOf(const base::Secret &key);

private:
    struct Entry
    {
        ClientIdentity identity;
        QByteArray hash;
    };
    [[nodiscard]] Entry *find(const QString &name);

    std::vector<Entry> m_keys;
};

} // namespace tokensmith::clients
