// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientkeys.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace tokensmith::clients {

namespace {

QByteArray hashOf(const base::Secret &key)
{
    return QCryptographicHash::hash(key.reveal(), QCryptographicHash::Sha256);
}

} // namespace

bool ClientKeys::add(const QString &name, const base::Secret &key)
{
    if (key.isEmpty())
        return false;
    m_keys.push_back({.identity = {.name = name}, .hash = hashOf(key)});
    return true;
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
