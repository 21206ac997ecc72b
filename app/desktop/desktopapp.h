// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "app/desktop/activitycontroller.h"
#include "app/desktop/approvalcontroller.h"
#include "app/desktop/changecontroller.h"
#include "app/desktop/clientscontroller.h"
#include "app/desktop/createcontroller.h"
#include "app/desktop/desktopsettings.h"
#include "app/desktop/expirynotifier.h"
#include "app/desktop/firstruncontroller.h"
#include "app/desktop/lockcontroller.h"
#include "app/desktop/servercontroller.h"
#include "core/platform/colorscheme.h"
#include "core/platform/networkwatch.h"
#include "core/platform/notifications.h"
#include "core/platform/singleinstance.h"
#include "core/platform/trayhost.h"
#include "core/settings/settingsstore.h"
#include "ui/approval/approvalwindow.h"
#include "ui/change/changeflow.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"
#include "ui/gallery/componentspage.h"
#include "ui/tokens/inventorysource.h"
#include "ui/tray/trayicon.h"
#include "ui/window/mainwindow.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <memory>

class QMenu;

namespace tokensmith::ui {
class ClientsPage;
class FirstRunPage;
class TokensPage;
} // namespace tokensmith::ui

namespace tokensmith::app {

/**
 * The desktop program: theme, window, tray and what binds them to the services. It only assembles, and decides when the
 * window is there. `application`, `services` and `instance` outlive it.
 */
class DesktopApp final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QApplication &application;
        Services &services;
        platform::SingleInstance &instance;
    };

    explicit DesktopApp(const Parts &parts);
    ~DesktopApp() override;

    /** Shows the window as soon as light or dark is known, opens the endpoint, looks for the bootstrap token. */
    void start();

    /** Says what stops and asks; where nothing does, quits at once. */
    void askToQuit();

    /** Lets running calls end, then leaves the event loop with exit code 0. A second call leaves at once. */
    void quit();

    /** The pages --page knows. */
    [[nodiscard]] static QStringList pageNames();

    /** The gallery of components, which no list of pages names; opens beside the window. */
    static constexpr QLatin1StringView kHiddenPage{"components"};

Q_SIGNALS:
    void painted(); ///< once: the window is on the screen

private:
    void buildWindow();
    void addTokensPage();
    [[nodiscard]] ui::ClientsPage *addClientsPage(); ///< the window's
    void addActivityPage();
    void followTokenActions(ui::TokensPage &page);
    void showExport(ui::TokensPage &page);
    [[nodiscard]] QMenu *makeConnectionMenu();
    void followDesktop();
    void followServices();
    void firstShow();
    void raise(const QString &page);
    void showPage(const QString &page);
    void connectToCloudflare();
    void onBootstrapToken(const base::Result<bool> &found);
    void showFirstRun();
    void showReplacement();
    void showConnecting(ui::FirstRunPage *page);
    void showCreateWizard();
    void onKeychainChanged();
    void endFirstRun();
    void refreshConnection();
    void refreshCount();
    void refreshCounts();
    void makeTray();
    void refreshTray();
    void applySettings();
    void applyScheme();
    void onLockChanged();
    void showShortcuts();

    Services &m_services;
    settings::SettingsStore m_settings;
    ui::ThemeController m_theme;
    platform::PortalColorScheme m_scheme;
    platform::TrayHost m_trayHost;
    platform::Notifications m_notifications;
    platform::NetworkWatch m_network;
    LockController m_lock;
    DesktopSettings m_settingsHost;
    ExpiryNotifier m_expiry;
    ApprovalController m_approvals;
    ServerController m_server;
    ui::InventorySource m_tokens;
    FirstRunController m_firstRun;
    CreateController m_create;
    CreateController m_accessChoices; ///< of the edit dialog: what the wizard asks must not reach it
    ChangeController m_change;
    ClientsController m_clients;
    ActivityController m_activity;
    ui::SecretClipboard m_clipboard;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::ApprovalWindow> m_approvalWindow;
    std::unique_ptr<ui::ChangeFlow> m_changeFlow;
    std::unique_ptr<ui::TrayIcon> m_tray;
    std::unique_ptr<ui::ComponentsPage> m_components; ///< made when asked for
    QTimer m_counting;                                ///< till the turn after the one in which tokens changed
    QPointer<QDialog> m_quitDialog;                   ///< deletes itself when it is answered
    QPointer<QDialog> m_shortcuts;                    ///< as well, when it is closed

    enum class Life { Starting, Shown, Ending };
    Life m_life = Life::Starting;

    /** Whether the keychain has been looked into for a token kept earlier. */
    enum class Keychain { NotSeen, Seen };
    Keychain m_keychain = Keychain::NotSeen;
};

} // namespace tokensmith::app
