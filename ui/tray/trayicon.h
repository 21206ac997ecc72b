// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace tokensmith::ui {

class ServerControl;

/** What waits for the person; a line of the menu each, while it is not 0. */
struct TrayCounts
{
    int approvals = 0;
    int expiring = 0;  ///< within 30 days
    int attention = 0; ///< rotations
};

enum class LockState { Open, Locked };

/**
 * The icon in the desktop's panel and its menu.
 *
 * Make it only once a panel is known to show icons (platform::TrayHost): Qt looks for one at the first use and never
 * again. The menu holds plain text: the panel draws it, and may leave out icons. `server` must outlive it.
 */
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(ServerControl &server, QObject *parent = nullptr);

    void setCounts(const TrayCounts &counts);
    void setLock(LockState lock);

    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void openRequested();
    void pageRequested(const QString &page); ///< a name as in --page
    void approvalsRequested();
    void newTokenRequested();
    void lockRequested();
    void unlockRequested();
    void quitRequested();

private:
    void buildMenu();
    void addWaiting();
    QAction *add(const QString &name, const QString &text);
    void refresh();
    void refreshWaiting();
    void copyUrl();

    ServerControl &m_server;
    QMenu m_menu;
    QAction *m_state = nullptr; // the actions belong to the menu
    QAction *m_approvals = nullptr;
    QAction *m_expiring = nullptr;
    QAction *m_attention = nullptr;
    QAction *m_afterWaiting = nullptr;
    QAction *m_newToken = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_lockNow = nullptr;
    TrayCounts m_counts;
    LockState m_lock = LockState::Open;
    QSystemTrayIcon m_icon;
};

} // namespace tokensmith::ui
