// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;

namespace tokensmith::ui {

class Label;
class TimelineChart;
class TokenChips;
class TokenTableModel;

/**
 * What stands between the page's head and the table: chips, and when tokens end in the next 52 weeks. Both filter the
 * model, which must outlive it, and show what it has. Children tokenChips, tokensTimeline, timelineTitle,
 * timelineClear.
 */
class TokensFilters final : public QWidget
{
    Q_OBJECT

public:
    TokensFilters(const Theme &theme, TokenTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] bool isFiltering() const; ///< by a chip or weeks
    void clear();                           ///< shows all again; the search is not touched

private:
    [[nodiscard]] QWidget *makeTitleRow();
    void chooseWeeks();
    void showModel();

    const Theme &m_theme;
    TokenTableModel &m_model;
    TokenChips *m_chips;
    Label *m_title = nullptr;
    QPushButton *m_clear = nullptr;
    QWidget *m_legend = nullptr;
    TimelineChart *m_timeline = nullptr;
};

} // namespace tokensmith::ui
