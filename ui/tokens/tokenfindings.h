// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace tokensmith::ui {

class BadgeLabel;
class Theme;
class TokenActions;

/**
 * The Findings section of the details: a heading with their number, and a row each with the button that mends it.
 * Hidden where there are none. Rows are named detailsFinding0, detailsFinding1 and so on.
 */
class TokenFindings : public QWidget
{
    Q_OBJECT

public:
    /** Both outlive it. */
    TokenFindings(const Theme &theme, TokenActions &actions, QWidget *parent = nullptr);

    void setFindings(std::vector<model::Finding> findings);

private:
    void refill();
    void addRow(const model::Finding &finding, int number);

    const Theme &m_theme;
    TokenActions &m_actions;
    std::vector<model::Finding> m_findings;
    BadgeLabel *m_count;
    QVBoxLayout *m_rows;
};

} // namespace tokensmith::ui
