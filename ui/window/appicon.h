// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colours.h"

#include <QIcon>

#include <optional>

namespace tokensmith::ui {

/**
 * The program's mark in every size a desktop asks for, with a dot at the upper right where something is amiss. It keeps
 * its light colours: whether a panel is light or dark is not ours to know, and they read on both.
 */
[[nodiscard]] QIcon appIcon(std::optional<Colour> dot = {});

} // namespace tokensmith::ui
