// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/navigationmodel.h"

namespace tokensmith::ui {

/** The window's places, in the order of the navigation. A room is shown once a page was added for it, and not before.
 */
enum class Room { Tokens, Rotations, Activity, Clients, Settings };

/** As --page takes it: "tokens". */
[[nodiscard]] QString idOf(Room room);

/** What MainWindow::addPage() takes: name, icon, place and Ctrl+1 to Ctrl+5. */
[[nodiscard]] NavigationItem itemFor(Room room);

} // namespace tokensmith::ui
