// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::app {

/** The window's pages by the names that --page takes. */
inline const QString kTokensPage = QStringLiteral("tokens");
inline const QString kSettingsPage = QStringLiteral("settings");

} // namespace tokensmith::app
