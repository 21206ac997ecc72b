// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>

namespace tokensmith::ui {

/** The MCP server as the window and the tray see and steer it. Implemented in app/desktop over the services. */
class ServerControl : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting, ///< not listening yet
        On,
        Paused, ///< listens, and refuses every client
        Off,    ///< does not listen, because nobody wanted it; retry() starts it
        Failed, ///< does not listen; failure() says why and what to do
    };

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual QString address() const = 0; ///< host and port, e.g. "127.0.0.1:8787"
    [[nodiscard]] virtual QString url() const = 0;     ///< what a client is given, e.g. "http://127.0.0.1:8787/mcp"
    [[nodiscard]] virtual base::Error failure() const = 0;

    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void retry() = 0; ///< listens, after a failure or where it was off

    /** "MCP on", "MCP paused", … */
    [[nodiscard]] QString stateText() const;

    /** "MCP on · 127.0.0.1:8787"; without an address while there is none. */
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void changed();
};

} // namespace tokensmith::ui
