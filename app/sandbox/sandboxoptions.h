// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sandbox/sandboxserver.h"

#include <QStringList>

namespace tokensmith::app {

/** What the command line of tokensmith-sandbox asks for. */
struct SandboxOptions
{
    sandbox::SandboxServer::Options server = {};
    quint16 port = 0;         ///< 0: any free one
    QString textToPrint = {}; ///< for --help and --version: print this on stdout and leave with exit code 0
};

/** `arguments` has the program's name first. Errors: InvalidArgument with a sentence for stderr; exit code 2. */
[[nodiscard]] base::Result<SandboxOptions> parseSandboxOptions(const QStringList &arguments);

} // namespace tokensmith::app
