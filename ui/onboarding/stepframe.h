// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace tokensmith::ui {

class Theme;

/** What stands at the left and the head of one step. */
struct StepWords
{
    int number = 1;
    QString title;
    QString text = {}; ///< may be empty
};

/** One step of a page that is gone through from top to bottom: number, title, a sentence, controls. */
class StepFrame final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    StepFrame(const Theme &theme, const StepWords &words, QWidget *parent = nullptr);

    /** Where the controls go; belongs to the frame. */
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

} // namespace tokensmith::ui
