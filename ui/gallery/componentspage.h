// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/secretclipboard.h"
#include "ui/common/theme.h"

#include <QScrollArea>

namespace tokensmith::ui {

/** All components at once, in two columns. The secret in it is made up. */
class ComponentsPage : public QScrollArea
{
    Q_OBJECT

public:
    /** The clipboard is the application's. */
    explicit ComponentsPage(const Theme &theme, QWidget *parent = nullptr);

private:
    SecretClipboard m_clipboard;
};

} // namespace tokensmith::ui
