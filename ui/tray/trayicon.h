// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace tokensmith::ui {

class ServerControl;

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

    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    void buildMenu();
    void refresh();
    void copyUrl();

    ServerControl &m_server;
    QMenu m_menu;
    QAction *m_state = nullptr; // the actions belong to the menu
    QAction *m_copy = nullptr;
    QAction *m_pause = nullptr;
    QSystemTrayIcon m_icon;
};

} // namespace tokensmith::ui
