// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace tokensmith::ui {

/** Where the edit dialog opens. */
enum class EditPlace { Name, Access, Expiry, Addresses };

} // namespace tokensmith::ui
