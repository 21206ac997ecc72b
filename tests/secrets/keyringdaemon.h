// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokensmith::test {

/** The gnome-keyring-daemon that with-keyring.sh started for this test. Every call waits until it has taken effect. */
class KeyringDaemon
{
public:
    /** Locks the login keyring, as "Lock" in a keychain program does. */
    [[nodiscard]] static bool lock();
    /** Unlocks it with the password, as signing in does. */
    [[nodiscard]] static bool unlock();
    /** Stops its process: it takes requests and does not answer. */
    [[nodiscard]] static bool freeze();
    /** Lets it run again: it answers what was asked meanwhile. */
    [[nodiscard]] static bool thaw();
    /** What another program reads under this address; empty: nothing. */
    [[nodiscard]] static QByteArray lookUp(const QByteArray &service, const QByteArray &key);
};

} // namespace tokensmith::test
