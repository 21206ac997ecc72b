// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

namespace tokensmith::ui {

/**
 * The steps of a wizard below each other: dot, title, and for a step that is done its result in small letters. Steps
 * that are done are buttons; the others can't be reached. Children are named `<objectName>Step1` and on.
 */
class StepRail : public QWidget
{
    Q_OBJECT

public:
    StepRail(const Theme &theme, const QString &objectName, const QStringList &titles, QWidget *parent = nullptr);

    /** From 0. Steps before it are done, those after it come later. */
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }

    /** What was chosen in a step, such as "90 days, 1 address"; empty: nothing to say. */
    void setResult(int step, const QString &result);

    /** After the point of no return done steps are only shown. On by default. */
    enum class Return { Allowed, Over };
    void setReturn(Return allowed);

Q_SIGNALS:
    /** The person wants to go back to a step that is done. */
    void stepRequested(int step);

private:
    class Step;

    void update();

    QList<Step *> m_steps;
    int m_current = 0;
    Return m_return = Return::Allowed;
};

} // namespace tokensmith::ui
