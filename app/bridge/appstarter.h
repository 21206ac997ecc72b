// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/settings.h"

#include <QString>

namespace tokensmith::bridge {

/**
 * Starts the app as a process of its own that outlives us: `tokensmith --hidden`, or `tokensmithd` where there is no
 * display; from our own directory, else from PATH. It shares no stream with us, for stdout is the client's.
 */
class AppStarter
{
public:
    explicit AppStarter(const AppPlace &place);

    /** Errors: NotFound, Unavailable; each with a sentence. */
    [[nodiscard]] base::Result<base::Done> start();

    [[nodiscard]] bool hasEnded() const;
    /** The last line it wrote to its stderr, plain; empty without one. */
    [[nodiscard]] QString lastWords() const;

private:
    const StartPolicy m_policy;
    const QStringList m_arguments;
    const QString m_log; ///< its stderr
    qint64 m_pid = 0;
};

} // namespace tokensmith::bridge
