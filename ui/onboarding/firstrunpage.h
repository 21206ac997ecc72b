// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/onboarding/firstrunactions.h"

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace tokensmith::ui {

class CheckList;
class PasteStep;
class Theme;

/**
 * The page of the first start: makes, takes, checks and keeps the bootstrap token, or opens the sandbox. Later it
 * replaces the token.
 *
 * It never knows more of the token than its field holds, and empties that once the token is kept. `theme` and `actions`
 * outlive it.
 */
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    /** What its second button does. */
    enum class Leave {
        Quit, ///< the program is of no use without a token
        Back, ///< to the page it was opened from; what was in use stays
    };

    FirstRunPage(const Theme &theme, FirstRunActions &actions, Leave leave = Leave::Quit, QWidget *parent = nullptr);

Q_SIGNALS:
    void connected();
    void quitRequested();
    void cancelled();

private:
    /** Where the person is; decides what the button at the lower right says and does. */
    enum class Phase { Entry, Checking, Found, Saving };

    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeColumns();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QPushButton *makeLeave(Leave leave);
    void connectActions();
    void go();
    void onEdited();
    void setPhase(Phase phase);
    void showChecks();
    void refreshGo();

    const Theme &m_theme;
    FirstRunActions &m_actions;
    Phase m_phase = Phase::Entry;
    PasteStep *m_paste; // these belong to the page as its children
    CheckList *m_checks;
    QPushButton *m_go;
    QPushButton *m_leave;
    QScrollArea *m_scroll;
};

} // namespace tokensmith::ui
