// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientkeys.h"

#include <QCryptographicHash>

#include <algorithm>
#include <openssl/crypto.h>

namespace tokensmith::clients {

QByteArray ClientKeys::hashOf(const base::Secret &key)
{
    return QCryptographicHash::hash(key.reveal(), QCryptographicHash::Sha256);
}

bool ClientKeys::add(const QString &name, const base::Secret &key)
{
    if (key.isEmpty())
        return false;
    addHash(name, hashOf(key));
    return true;
}

void ClientKeys::addHash(const QString &name, const QByteArray &hash)
{
    if (hash.size() == QCryptographicHash::hashLength(QCryptographicHash::Sha256))
        m_keys.push_back({.identity = {.name = name}, .hash = hash});
}

void ClientKeys::remove(const QString &name)
{
    std::erase_if(m_keys, [&name](const Entry &entry) { return entry.identity.name == name; });
}

void ClientKeys::rename(const QString &from, const QString &to)
{
    if (Entry *entry = find(from))
        entry->identity.name = to;
}

void ClientKeys::setStanding(const QString &name, KeyStanding standing)
{
    if (Entry *entry = find(name))
        entry->identity.standing = standing;
}

ClientKeys::Entry *ClientKeys::find(const QString &name)
{
    const auto at =
        std::find_if(m_keys.begin(), m_keys.end(), [&name](const Entry &entry) { return entry.identity.name == name; });
    return at == m_keys.end() ? nullptr : &*at;
}

std::optional<ClientIdentity> ClientKeys::authenticate(const base::Secret &key) const
{
    const QByteArray hash = hashOf(key);
    const Entry *match = nullptr;
    for (const Entry &entry : m_keys) {
        if (CRYPTO_memcmp(entry.hash.constData(), hash.constData(), static_cast<size_t>(hash.size())) == 0)
            match = &entry;
    }
    if (!match || key.isEmpty())
        return std::nullopt;
    return match->identity;
}

} // namespace tokensmith::clients
