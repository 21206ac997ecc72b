// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/owner.h"

#include <QWidget>

namespace tokensmith::ui {

class Label;
class SegmentedControl;
class Theme;

/** Step 1: whose token, and the dashboard's filled-in form for it, opened or copied. */
class DashboardStep final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    explicit DashboardStep(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] model::Owner::Kind kind() const;

private:
    void open();
    void copyLink();
    void say(const QString &sentence);

    SegmentedControl *m_kind; // these belong to the step as its children
    Label *m_note;
};

} // namespace tokensmith::ui
