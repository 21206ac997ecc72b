// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/buttons.h"

class QAction;

namespace tokensmith::ui {

/**
 * Makes a button stand for an action: its text whether it is on and shown, and its
 * tooltip; a click triggers the action. Both must belong to the same page; the action outlives the button.
 */
void bindButton(QPushButton *button, QAction *action);

/** A labelled button for an action; `options.text` is not used. */
[[nodiscard]] QPushButton *makeActionButton(const Theme &theme, const ButtonOptions &options, QAction *action,
                                            QWidget *parent = nullptr);

} // namespace tokensmith::ui
