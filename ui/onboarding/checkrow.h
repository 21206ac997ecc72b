// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/onboarding/checklist.h"

namespace tokensmith::ui {

class IconLabel;
class Label;
class Paragraph;

/** One check: state icon, what is checked, and what to do where it failed. */
class CheckRow final : public QWidget
{
    Q_OBJECT

public:
    CheckRow(const Theme &theme, const QString &objectName, const QString &what, QWidget *parent = nullptr);

    void setState(CheckList::State state, const QString &advice = {});
    [[nodiscard]] CheckList::State state() const { return m_state; }

private:
    CheckList::State m_state = CheckList::State::NotStarted;
    QString m_what;
    IconLabel *m_icon; // these belong to the row as its children
    Label *m_text;
    Paragraph *m_advice;
};

} // namespace tokensmith::ui
