// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tokensmith::ui {

/**
 * F6: the parts of a window that the keyboard goes round in (navigation, filters, table, pane). A page marks its own;
 * the window walks over those that are shown, in the order of Tab. One with others inside is none itself. The focus
 * comes to `entry` first, or to what Tab reaches first.
 */
void markFocusArea(QWidget *area, QWidget *entry = nullptr);

enum class AreaStep { Next, Previous };

/**
 * Moves the focus from the area it is in to the next one inside `root`: to what had it there last, else to the first
 * that takes it. After the last comes the first. False: there is no other area.
 */
bool stepFocusArea(QWidget *root, AreaStep step);

} // namespace tokensmith::ui
