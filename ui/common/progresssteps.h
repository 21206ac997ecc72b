// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/message.h"
#include "ui/common/stepdot.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace tokensmith::ui {

/** One step of longer work, as it stands now. */
struct ProgressStep
{
    StepState state = StepState::Later;
    QString icon = {}; ///< what it will do; a number if empty
    QString title;
    QString text = {};
    QString time = {};                          ///< at the right: "10:02:14", "23 h 41 min left"
    std::optional<double> fraction = {};        ///< a bar below the title
    std::optional<MessageContent> message = {}; ///< below that
};

/**
 * Steps of longer work below each other: dot, line, title, what came of it, time at the right. A failed step has "Try
 * again". Children: `<objectName>Step1`…, and `…Step1Retry`, `…Step1Message` where there are such.
 */
class ProgressSteps : public QWidget
{
    Q_OBJECT

public:
    ProgressSteps(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /** Replaces all; steps that didn't change stay the widgets they are. A change of state is announced. */
    void setSteps(const QList<ProgressStep> &steps);

Q_SIGNALS:
    void retryRequested(int step);

private:
    class Row;

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Row *> m_rows;
};

} // namespace tokensmith::ui
