// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/lock.h"

#include "core/tokens/connection.h"

#include <chrono>
#include <utility>

namespace tokensmith::tokens {

using namespace std::chrono_literals;

Lock::Lock(ConnectionService &connection, std::function<int()> underWay, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_underWay(std::move(underWay))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(1s);
    connect(&m_wait, &QTimer::timeout, this, &Lock::dropWhenQuiet);
}

void Lock::lock()
{
    if (std::exchange(m_isLocked, true))
        return;
    dropWhenQuiet();
    Q_EMIT changed();
}

void Lock::unlock()
{
    m_wait.stop();
    if (std::exchange(m_isLocked, false))
        Q_EMIT changed();
}

std::optional<base::Error> Lock::refusal() const
{
    if (!m_isLocked)
        return std::nullopt;
    return ConnectionService::lockedError();
}

void Lock::dropWhenQuiet()
{
    if (m_underWay() > 0)
        m_wait.start();
    else
        m_connection.lock();
}

} // namespace tokensmith::tokens
