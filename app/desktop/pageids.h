// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/rooms.h"

namespace tokensmith::app {

/** The window's pages by the names that --page takes. */
inline const QString kTokensPage = ui::idOf(ui::Room::Tokens);
inline const QString kActivityPage = ui::idOf(ui::Room::Activity);
inline const QString kClientsPage = ui::idOf(ui::Room::Clients);
inline const QString kSettingsPage = ui::idOf(ui::Room::Settings);

} // namespace tokensmith::app
