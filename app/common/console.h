// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/options.h"
#include "core/base/error.h"

/** What the programs say on stdout and stderr. Stdout is for machines: one JSON line. */
namespace tokensmith::app {

class Services;

/** "tokensmith: <sentence>" on stderr. */
void printError(const QString &sentence);
void printError(const base::Error &error);

/** The line that says where we listen, on stdout; and the sandbox's generated key, once, on stderr. */
void printListening(const Services &services);

/** On stderr, if there is one: that nothing is kept on disk, and why. The program goes on. */
void printStorageProblem(const Services &services);

[[nodiscard]] int leave(ExitCode code, const base::Error &error);
[[nodiscard]] int printAndLeave(const QString &text);

} // namespace tokensmith::app
