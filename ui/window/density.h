// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokensmith::ui {

/** How much room the navigation takes. */
enum class Density {
    Full,
    IconsOnly, ///< words move into tooltips
};

} // namespace tokensmith::ui
