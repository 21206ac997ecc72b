// SPDX-License-Identifier: GPL-3.0-or-later
// DesktopApp's window: its pages, and what opens over them.
#include "app/desktop/desktopapp.h"
#include "app/desktop/pageids.h"
#include "ui/activity/activityexport.h"
#include "ui/activity/activitypage.h"
#include "ui/change/editdialog.h"
#include "ui/clients/clientspage.h"
#include "ui/create/createwizard.h"
#include "ui/export/exportdialog.h"
#include "ui/onboarding/firstrunpage.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutsdialog.h"
#include "ui/tokens/tokenactions.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"
#include "ui/window/quitdialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

void DesktopApp::buildWindow()
{
    m_window = std::make_unique<ui::MainWindow>(ui::MainWindow::Options{
        .theme = m_theme.theme(), .server = m_server, .stateFile = m_services.paths().config + "/window.ini"_L1});
    m_approvalWindow = std::make_unique<ui::ApprovalWindow>(m_theme.theme(), m_approvals);
    m_approvalWindow->setMainWindow(m_window.get());
    addTokensPage();
    addActivityPage();
    const ui::ClientsPage *clientsPage = addClientsPage();
    auto *settingsPage = new ui::SettingsPage({.theme = m_theme.theme(), .store = m_settings, .host = m_settingsHost});
    m_window->addPage(ui::itemFor(ui::Room::Settings), settingsPage);
    connect(settingsPage, &ui::SettingsPage::replaceConnectionRequested, this, &DesktopApp::showReplacement);
    connect(clientsPage, &ui::ClientsPage::portChangeRequested, settingsPage, [this, settingsPage] {
        showPage(kSettingsPage);
        settingsPage->showPort();
    });
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
    QAction *replace = menu->addAction(tr("Replace the bootstrap token…"), this, &DesktopApp::showReplacement);
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
    followTokenActions(*page);
    connect(m_changeFlow.get(), &ui::ChangeFlow::ended, page,
            [page](const ui::MessageContent &result) { page->showResult(result); });
    connect(m_changeFlow.get(), &ui::ChangeFlow::advanced, page, [this, page](const ui::MessageContent &progress) {
        page->showResult(progress, tr("Stop"), [this] { m_changeFlow->stop(); });
    });
}

void DesktopApp::addActivityPage()
{
    auto *page = new ui::ActivityPage({.theme = m_theme.theme(), .clock = m_services.clock(), .source = m_activity});
    m_window->addPage(ui::itemFor(ui::Room::Activity), page);
    connect(page, &ui::ActivityPage::tokenRequested, this, [this](const QString &id) {
        showPage(kTokensPage);
        m_window->findChild<ui::TokensPage *>()->showToken(id);
    });
    connect(page, &ui::ActivityPage::exportRequested, this, [this, page] {
        auto *dialog = new ui::ActivityExportDialog(
            {.theme = m_theme.theme(),
             .clock = m_services.clock(),
             .source = m_activity,
             .folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)},
            m_window.get());
        connect(dialog, &ui::ActivityExportDialog::written, page,
                [page](const ui::MessageContent &result, const QString &path) {
                    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
                    page->showResult(result, tr("Open folder"), [folder] { QDesktopServices::openUrl(folder); });
                });
        dialog->open();
    });
}

ui::ClientsPage *DesktopApp::addClientsPage()
{
    auto *page = new ui::ClientsPage({.theme = m_theme.theme(),
                                      .clock = m_services.clock(),
                                      .actions = m_clients,
                                      .server = m_server,
                                      .clipboard = m_clipboard});
    m_window->addPage(ui::itemFor(ui::Room::Clients), page);
    const auto count = [this] { m_window->setCount(kClientsPage, qsizetype(m_clients.keys().size())); };
    connect(&m_clients, &ClientsController::keysChanged, m_window.get(), count);
    count();
    return page;
}

void DesktopApp::followTokenActions(ui::TokensPage &page)
{
    ui::TokenActions &actions = page.actions();
    connect(&actions, &ui::TokenActions::exportRequested, &page, [this, &page] { showExport(page); });
    connect(&actions, &ui::TokenActions::editRequested, &page,
            [this, &page](const model::Token &token, ui::EditPlace place) {
                auto *dialog = new ui::EditDialog({.theme = m_theme.theme(),
                                                   .clock = m_services.clock(),
                                                   .actions = m_change,
                                                   .choices = m_accessChoices},
                                                  token, m_window.get());
                connect(dialog, &ui::EditDialog::saved, &page,
                        [&page](const ui::MessageContent &result) { page.showResult(result); });
                connect(dialog, &ui::EditDialog::dashboardWanted, page.actions().dashboard(), &QAction::trigger);
                if (!page.actions().dashboard()->isVisible())
                    dialog->hideDashboard();
                dialog->open();
                dialog->showPlace(place);
            });
    connect(&actions, &ui::TokenActions::revokeRequested, m_changeFlow.get(), &ui::ChangeFlow::revoke);
    connect(&actions, &ui::TokenActions::toggleRequested, m_changeFlow.get(), &ui::ChangeFlow::toggle);
    connect(&actions, &ui::TokenActions::rollRequested, m_changeFlow.get(), &ui::ChangeFlow::roll);
    connect(&actions, &ui::TokenActions::dashboardRequested, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    actions.dashboard()->setVisible(m_services.sandboxApi().isEmpty()); // the simulated Cloudflare has none
}

void DesktopApp::showExport(ui::TokensPage &page)
{
    const int selected = page.table().selectedCount();
    const int all = int(m_tokens.tokens().size());
    std::vector<ui::ExportList> lists;
    if (selected > 0)
        lists.push_back(
            {.objectName = u"exportSelected"_s,
             .words = selected == 1 ? tr("The selected token") : tr("The %n selected tokens", nullptr, selected),
             .tokens = [&page] { return page.table().selectedTokens(); }});
    if (const int shown = page.shownCount(); shown != all)
        lists.push_back(
            {.objectName = u"exportShown"_s,
             .words = shown == 1 ? tr("The token that is shown") : tr("The %n tokens that are shown", nullptr, shown),
             .tokens = [&page] { return page.table().shownTokens(); }});
    lists.push_back({.objectName = u"exportAll"_s,
                     .words = all == 1 ? tr("The only token") : tr("All %n tokens", nullptr, all),
                     .tokens = [this] { return m_tokens.tokens(); }});
    auto *dialog =
        new ui::ExportDialog({.theme = m_theme.theme(),
                              .clock = m_services.clock(),
                              .lists = std::move(lists),
                              .ownerName = [this](const model::Owner &owner) { return m_tokens.ownerName(owner); },
                              .folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)},
                             m_window.get());
    connect(dialog, &ui::ExportDialog::written, &page, [&page](const ui::MessageContent &result, const QString &path) {
        const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
        page.showResult(result, tr("Open folder"), [folder] { QDesktopServices::openUrl(folder); });
    });
    dialog->open();
}

void DesktopApp::showFirstRun()
{
    if (m_window->hasFullPage())
        return;
    auto *page = new ui::FirstRunPage(m_theme.theme(), m_firstRun);
    connect(page, &ui::FirstRunPage::quitRequested, this, &DesktopApp::quit);
    showConnecting(page);
}

void DesktopApp::showReplacement()
{
    if (m_window->hasFullPage())
        return;
    auto *page = new ui::FirstRunPage(m_theme.theme(), m_firstRun, ui::FirstRunPage::Leave::Back);
    connect(page, &ui::FirstRunPage::cancelled, m_window.get(), &ui::MainWindow::endFullPage);
    showConnecting(page);
}

void DesktopApp::showConnecting(ui::FirstRunPage *page)
{
    connect(page, &ui::FirstRunPage::connected, this, &DesktopApp::endFirstRun);
    m_window->showFullPage(page->accessibleName(), page);
}

void DesktopApp::showCreateWizard()
{
    if (m_window->hasFullPage())
        return;
    auto *wizard = new ui::CreateWizard(
        {.theme = m_theme.theme(), .clock = m_services.clock(), .actions = m_create, .clipboard = m_clipboard});
    auto *page = m_window->findChild<ui::TokensPage *>();
    connect(wizard, &ui::CreateWizard::left, m_window.get(), &ui::MainWindow::endFullPage);
    connect(wizard, &ui::CreateWizard::made, page, &ui::TokensPage::selectToken);
    connect(wizard, &ui::CreateWizard::anotherRequested, this, [this] {
        m_window->endFullPage();
        showCreateWizard();
    });
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
        connect(m_quitDialog, &QDialog::accepted, this, &DesktopApp::quit);
    }
    m_quitDialog->open();
    m_quitDialog->raise();
    m_quitDialog->activateWindow();
}

} // namespace tokensmith::app
