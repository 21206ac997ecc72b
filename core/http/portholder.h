// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::http {

/**
 * The program that listens on a TCP port of this machine, as a phrase: `"node" (process 4711)`. Empty where the system
 * doesn't tell: a program of another user, a system without /proc. Reads all of this user's processes: for errors only.
 */
[[nodiscard]] QString programListeningOn(quint16 port);

} // namespace tokensmith::http
