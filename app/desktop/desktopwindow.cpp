// SPDX-License-Identifier: GPL-3.0-or-later
// DesktopApp's window: its pages, and what opens over them.
#include "app/desktop/desktopapp.h"
#include "app/desktop/pageids.h"
#include "ui/create/createwizard.h"
#include "ui/onboarding/firstrunpage.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutsdialog.h"
#include "ui/tokens/tokenspage.h"
#include "ui/window/quitdialog.h"

#include <QMenu>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

void DesktopApp::buildWindow()
{
    m_window = std::make_unique<ui::MainWindow>(ui::MainWindow::Options{
        .theme = m_theme.theme(), .server = m_server, .stateFile = m_services.paths().config + "/window.ini"_L1});
    addTokensPage();
    auto *settingsPage = new ui::SettingsPage({.theme = m_theme.theme(), .store = m_settings, .host = m_settingsHost});
    m_window->addPage(ui::itemFor(ui::Room::Settings), settingsPage);
    connect(settingsPage, &ui::SettingsPage::replaceConnectionRequested, this, &DesktopApp::showFirstRun);
    connect(m_window.get(), &ui::MainWindow::quitRequested, this, &DesktopApp::askToQuit);
    connect(m_window.get(), &ui::MainWindow::closed, this, &DesktopApp::quit);
    connect(m_window.get(), &ui::MainWindow::lockRequested, &m_lock, &LockController::lock);
    connect(m_window.get(), &ui::MainWindow::shortcutsRequested, this, &DesktopApp::showShortcuts);
    connect(m_window.get(), &ui::MainWindow::painted, this, &DesktopApp::painted);
    connect(m_window.get(), &ui::MainWindow::connectionRetryRequested, this, &DesktopApp::connectToCloudflare);
    m_window->setConnectionMenu(makeConnectionMenu());
    refreshConnection();
    refreshCount();
}

QMenu *DesktopApp::makeConnectionMenu()
{
    auto *menu = new QMenu;
    menu->setObjectName(u"connectionActions"_s);
    menu->setAccessibleName(tr("Connection"));
    QAction *replace = menu->addAction(tr("Replace the bootstrap token…"), this, &DesktopApp::showFirstRun);
    menu->addAction(tr("Connection settings"), this, [this] { showPage(kSettingsPage); });
    menu->addSeparator();
    QAction *lock = menu->addAction(tr("Lock"), &m_lock, &LockController::lock);
    connect(menu, &QMenu::aboutToShow, this, [this, replace, lock] {
        const bool connected = m_services.connection().current().has_value();
        replace->setText(connected ? tr("Replace the bootstrap token…") : tr("Connect Cloudflare…"));
        replace->setVisible(m_settingsHost.connection().token == ui::ConnectionWords::Token::Replaceable);
        lock->setEnabled(connected);
    });
    return menu;
}

void DesktopApp::addTokensPage()
{
    auto *page = new ui::TokensPage({.theme = m_theme.theme(),
                                     .clock = m_services.clock(),
                                     .source = m_tokens,
                                     .stateFile = m_services.paths().config + "/window.ini"_L1});
    m_window->addPage(ui::itemFor(ui::Room::Tokens), page);
    connect(page, &ui::TokensPage::newTokenRequested, this, &DesktopApp::showCreateWizard);
    m_changeFlow = std::make_unique<ui::ChangeFlow>(ui::ChangeFlow::Parts{.theme = m_theme.theme(),
                                                                          .clock = m_services.clock(),
                                                                          .actions = m_change,
                                                                          .clipboard = m_clipboard,
                                                                          .window = *m_window});
    connect(page, &ui::TokensPage::revokeRequested, m_changeFlow.get(), &ui::ChangeFlow::revoke);
    connect(page, &ui::TokensPage::toggleRequested, m_changeFlow.get(), &ui::ChangeFlow::toggle);
    connect(page, &ui::TokensPage::rollRequested, m_changeFlow.get(), &ui::ChangeFlow::roll);
    connect(m_changeFlow.get(), &ui::ChangeFlow::ended, page, &ui::TokensPage::showResult);
}

void DesktopApp::showFirstRun()
{
    if (m_window->hasFullPage())
        return;
    auto *page = new ui::FirstRunPage(m_theme.theme(), m_firstRun);
    connect(page, &ui::FirstRunPage::connected, this, &DesktopApp::endFirstRun);
    connect(page, &ui::FirstRunPage::quitRequested, this, &DesktopApp::quit);
    m_window->showFullPage(page->accessibleName(), page);
}

void DesktopApp::showCreateWizard()
{
    if (m_window->hasFullPage())
        return;
    auto *wizard = new ui::CreateWizard(
        {.theme = m_theme.theme(), .clock = m_services.clock(), .actions = m_create, .clipboard = m_clipboard});
    connect(wizard, &ui::CreateWizard::left, m_window.get(), &ui::MainWindow::endFullPage);
    m_window->showFullPage(wizard->accessibleName(), wizard);
}

void DesktopApp::endFirstRun()
{
    m_window->endFullPage();
    m_tokens.refresh();
}

void DesktopApp::showShortcuts()
{
    if (!m_shortcuts) {
        m_shortcuts = new ui::ShortcutsDialog(m_theme.theme(), m_window.get());
        m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_shortcuts->show();
    m_shortcuts->activateWindow();
}

void DesktopApp::askToQuit()
{
    using Server = ui::QuitDialog::Stops::Server;
    const bool serves = m_server.state() == ui::ServerControl::State::On;
    const ui::QuitDialog::Stops stops{.server = serves ? Server::On : Server::Off,
                                      .changesUnderWay = m_services.changesUnderWay()};
    if (!ui::QuitDialog::isNeeded(stops)) {
        quit();
        return;
    }
    if (!m_quitDialog) {
        m_quitDialog = new ui::QuitDialog(m_theme.theme(), stops, m_window->isVisible() ? m_window.get() : nullptr);
        m_quitDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_quitDialog, &QDialog::accepted, this, &DesktopApp::quit);
    }
    m_quitDialog->open();
    m_quitDialog->raise();
    m_quitDialog->activateWindow();
}

} // namespace tokensmith::app
