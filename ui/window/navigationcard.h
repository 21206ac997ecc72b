// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

namespace tokensmith::ui {

/** The bordered ground of the two cards in the navigation. `theme` outlives it. */
class NavigationCard : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationCard(const Theme &theme, QWidget *parent = nullptr);

    void setGround(Colour ground);

protected:
    void paintEvent(QPaintEvent *event) override;

    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    Colour m_ground = Colour::Surface;
};

} // namespace tokensmith::ui
