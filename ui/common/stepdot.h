// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QPainter;

namespace tokensmith::ui {

/** Where a step of a wizard or of longer work stands. */
enum class StepState { Done, Current, Later, Running, Failed };

/** The round mark of a step: a tick, a number, or what the step does. */
struct StepDot
{
    StepState state = StepState::Later;
    int number = 0;    ///< shown in Current and Later if there is no icon
    QString icon = {}; ///< empty: the usual one of the state, or the number
};

/** "done", "current step", … for a screen reader. */
[[nodiscard]] QString stepStateWords(StepState state);

/** Paints the dot into a square. */
void paintStepDot(QPainter &painter, const Theme &theme, const QRect &box, const StepDot &dot);

/** Colour of the line that leads on from a step in that state. */
[[nodiscard]] Colour stepLineColour(StepState state);

} // namespace tokensmith::ui
