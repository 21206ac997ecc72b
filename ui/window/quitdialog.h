// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/confirmdialog.h"

namespace tokensmith::ui {

/** Asks before the end, and says what stops with it. Cancel is the default. Show it with open(). */
class QuitDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    struct Stops
    {
        enum class Server { Off, On };
        Server server = Server::Off;
        int changesUnderWay = 0; ///< ended first
    };

    /** `parent` may be null: the window is not on the screen then. */
    QuitDialog(const Theme &theme, const Stops &stops, QWidget *parent = nullptr);

    /** Whether there is anything to ask about. */
    [[nodiscard]] static bool isNeeded(const Stops &stops);
};

} // namespace tokensmith::ui
