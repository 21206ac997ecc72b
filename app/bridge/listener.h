// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>

#include <optional>

namespace tokensmith::bridge {

enum class ListenerOwner {
    ThisUser, ///< or root, who can read everything anyway
    SomebodyElse,
    Unknown, ///< the system does not say
};

/**
 * Whose program listens at a loopback address: while Tokensmith is not running, any local user could take its port and
 * wait for keys. Read from /proc/net/tcp and tcp6 (proc(5)).
 */
[[nodiscard]] ListenerOwner listenerOwner(const QHostAddress &address, quint16 port);

/** The same from the text of such a table; `user` is the one who asks. For tests. */
[[nodiscard]] ListenerOwner ownerInTable(const QByteArray &table, const QByteArrayList &addresses, quint16 port,
                                         uint user);

} // namespace tokensmith::bridge
