// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/buttons.h"

#include <QFrame>

namespace tokensmith::ui {

/** An inline message for a narrow pane: a small sentence and, below it, a link. `theme` outlives it. */
class SideNote final : public QFrame
{
    Q_OBJECT

public:
    /** Of `link` only the name and the text count. */
    SideNote(const Theme &theme, const QString &text, const ButtonOptions &link, QWidget *parent = nullptr);

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
