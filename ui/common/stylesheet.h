// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace tokensmith::ui {

class Theme;

/**
 * The application's style sheet for a theme. It styles buttons, chips, segments, fields, menus, tooltips, scroll bars
 * and splitters by class and dynamic property (`kind`, `compact`, `invalid`), never by object name; fonts come from
 * Theme, not from here, except for `medium`, the weight of a button's label.
 */
[[nodiscard]] QString makeStyleSheet(const Theme &theme, QFont::Weight medium);

} // namespace tokensmith::ui
