// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/servercontrol.h"

namespace tokensmith::ui {

QString ServerControl::stateText() const
{
    switch (state()) {
    case State::Starting:
        return tr("MCP starting");
    case State::On:
        return tr("MCP on");
    case State::Paused:
        return tr("MCP paused");
    case State::Off:
    case State::Failed:
        return tr("MCP off");
    }
    Q_UNREACHABLE();
}

QString ServerControl::summary() const
{
    const QString where = address();
    return where.isEmpty() ? stateText() : tr("%1 · %2", "state, address").arg(stateText(), where);
}

} // namespace tokensmith::ui
