// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace tokensmith::ui {

/** Text from outside, of one line or several, as a tooltip that can't become markup: Qt guesses, so we don't let it. */
[[nodiscard]] QString plainToolTip(const QString &text);

void showPlainToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget);

} // namespace tokensmith::ui
