// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace tokensmith::tokens {

class ConnectionService;

/**
 * Whether the program is locked: calls are refused at once, and the bootstrap token is dropped from memory as soon as
 * nothing that changes a token is under way, so that no creation or rotation is cut in two.
 *
 * Unlocking is finding the token again (ConnectionService::loadStored() or setGiven()), then unlock().
 */
class Lock final : public QObject
{
    Q_OBJECT

public:
    /** `connection` outlives this; `underWay` counts the changes that have to end first. */
    Lock(ConnectionService &connection, std::function<int()> underWay, QObject *parent = nullptr);

    void lock();
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    /** What a caller is told while locked; else nothing. */
    [[nodiscard]] std::optional<base::Error> refusal() const;

Q_SIGNALS:
    void changed(); ///< isLocked() changed

private:
    void dropWhenQuiet();

    ConnectionService &m_connection;
    std::function<int()> m_underWay;
    QTimer m_wait;
    bool m_isLocked = false;
};

} // namespace tokensmith::tokens
