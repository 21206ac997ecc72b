// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/change/accessdialog.h"

#include <QWidget>

class QPushButton;

namespace tokensmith::ui {

class Paragraph;

/**
 * What a token can do, in a line, with the way to change it: another dialog, or the dashboard and why. Children:
 * `editAccess`, `editAccessKeep`, `editDashboard`, `editAccessWords`.
 */
class AccessSection final : public QWidget
{
    Q_OBJECT

public:
    AccessSection(const AccessDialog::Parts &parts, const model::Token &token, QWidget *parent = nullptr);

    /** What was chosen instead; nothing: as it is. */
    [[nodiscard]] const std::optional<AccessChange> &change() const { return m_change; }

    [[nodiscard]] QWidget *firstStop() const; ///< where the keyboard goes; nothing: nowhere
    void hideDashboard();

Q_SIGNALS:
    void edited();
    void dashboardWanted();

private:
    void choose();
    void showWords();

    AccessDialog::Parts m_parts;
    model::Token m_token;
    std::optional<AccessChange> m_change;
    QString m_reason; ///< why it can't be changed here; empty: it can
    enum class Dashboard { Shown, Hidden };
    Dashboard m_hasDashboard = Dashboard::Shown;
    Paragraph *m_words; // these belong to the section as its children
    QPushButton *m_choose;
    QPushButton *m_keep;
    QPushButton *m_dashboard;
};

} // namespace tokensmith::ui
