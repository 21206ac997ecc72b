// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <string.h> // explicit_bzero
#include <utility>

namespace tokensmith::base {

namespace {

/** An own buffer, so that wiping it reaches every byte we hold. */
QByteArray detachedCopy(const QByteArray &value)
{
    return value.isNull() ? QByteArray() : QByteArray(value.constData(), value.size());
}

} // namespace

Secret::Secret(QByteArray value)
    : m_value(std::move(value))
{
    m_value.detach();
}

Secret::Secret(const Secret &other)
    : m_value(detachedCopy(other.m_value))
{
}

Secret::Secret(Secret &&other) noexcept
    : m_value(std::exchange(other.m_value, {}))
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_value = detachedCopy(other.m_value);
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = std::exchange(other.m_value, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    // A shared buffer belongs to somebody else as well: overwriting it would need a copy, and wipe that copy only.
    if (!m_value.isEmpty() && m_value.isDetached())
        ::explicit_bzero(m_value.data(), static_cast<size_t>(m_value.size()));
    m_value.clear();
}

} // namespace tokensmith::base
