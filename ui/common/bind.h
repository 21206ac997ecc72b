// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QWidget;

namespace tokensmith::ui {

/** Gives the widget a text style, now and after every change of the theme. Once per widget. */
void useFont(QWidget *widget, const Theme &theme, TextStyle style);

/** Paints the widget's ground in one of the two page colours; follows the palette by itself. */
void useSurfaceGround(QWidget *widget);
void useWindowGround(QWidget *widget);

/** A 1 px line between two parts of a page, in the frame colour. */
[[nodiscard]] QWidget *makeDivider(Qt::Orientation orientation, QWidget *parent = nullptr);

} // namespace tokensmith::ui
