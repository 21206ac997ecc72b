// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace tokensmith::ui {

/** A picture beside words; follows the theme. It says nothing to a screen reader: the words do. */
class IconLabel final : public QLabel
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    IconLabel(const Theme &theme, int size, QWidget *parent = nullptr);

    /** `icon` is a name in resources/icons; empty: nothing, the room stays. */
    void setIcon(const QString &icon, Colour colour);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    int m_size;
    QString m_icon;
    Colour m_colour = Colour::Text2;
};

} // namespace tokensmith::ui
