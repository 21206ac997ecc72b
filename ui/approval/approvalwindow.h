// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/approval/approvalsource.h"
#include "ui/common/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QScrollArea;

namespace tokensmith::ui {

class ApprovalBody;
class ApprovalHeader;
class ElidedLabel;

/**
 * The window in which a person says yes or no. Opens by itself when something waits, shows the oldest, goes on to the
 * next, and hides when nothing is left.
 *
 * Deny has the focus; Enter, Esc and closing deny. Approve is off for 800 ms after a request came to be seen, so that
 * nobody approves what took the place of another, and until its text was scrolled to the end, be it by Page Down or
 * End. `theme` and `source` outlive it.
 */
class ApprovalWindow final : public QWidget
{
    Q_OBJECT

public:
    ApprovalWindow(const Theme &theme, ApprovalSource &source);

    /** To the front, if anything waits. */
    void present();

    /** Stays above that one while both are there. */
    void setMainWindow(QWidget *window) { m_main = window; }

    static constexpr std::chrono::milliseconds kSettle{800};

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeFooter();
    void addKeys();
    void refresh();
    void showNext();
    void fitHeight();
    void showRequest(const clients::WaitingApproval &waiting);
    void clear();
    void lookAgain();
    void showState();
    void toggleCall();
    void approve();
    void deny();

    const Theme &m_theme;
    ApprovalSource &m_source;
    QPointer<QWidget> m_main;
    quint64 m_shown = 0; ///< id of the request; 0: none
    bool m_seenToTheEnd = false;
    QTimer m_settle;
    QTimer m_next; ///< until the oldest of those that wait is shown
    QTimer m_second;
    ApprovalHeader *m_header; // these belong to the window as its children
    QScrollArea *m_scroll;
    ApprovalBody *m_body = nullptr;
    ElidedLabel *m_hint = nullptr;
    QPushButton *m_call = nullptr;
    QPushButton *m_deny = nullptr;
    QPushButton *m_approve = nullptr;
};

} // namespace tokensmith::ui
