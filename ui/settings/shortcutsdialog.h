// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDialog>

namespace tokensmith::ui {

/** Which keys do what, by page; a window beside the main one. Esc closes it. */
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace tokensmith::ui
