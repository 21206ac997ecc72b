// SPDX-License-Identifier: GPL-3.0-or-later

// Apart from secret.cpp, so that a program which compares no secrets needs no libcrypto.
#include "core/base/secret.h"

#include <openssl/crypto.h>

namespace tokensmith::base {

bool Secret::equals(const Secret &other) const
{
    return m_value.size() == other.m_value.size()
           && CRYPTO_memcmp(m_value.constData(), other.m_value.constData(), static_cast<size_t>(m_value.size())) == 0;
}

} // namespace tokensmith::base
