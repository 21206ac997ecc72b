// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace tokensmith::bridge {

/** Where a session of this user leaves what its programs find each other by; other places in tests. */
struct SessionPlaces
{
    QString runtime;                                     ///< its runtime directory; empty: there is none
    QString xSockets = QStringLiteral("/tmp/.X11-unix"); ///< where X servers listen
};

/** The places of this user; `runtime` is XDG_RUNTIME_DIR, else what pam_systemd(8) makes. */
[[nodiscard]] SessionPlaces sessionPlaces(const QProcessEnvironment &given);

/**
 * `given`, with what is missing of a desktop session: XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS and a display. MCP
 * clients start servers with HOME, PATH and little else, and without these the app finds neither keychain nor screen.
 */
[[nodiscard]] QProcessEnvironment withSession(QProcessEnvironment given, const SessionPlaces &places);

} // namespace tokensmith::bridge
