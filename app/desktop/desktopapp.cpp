// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopapp.h"

#include "app/desktop/pageids.h"
#include "ui/common/deliver.h"
#include "ui/window/appicon.h"
#include "ui/window/lockpage.h"

#include <QApplication>
#include <QClipboard>
#include <QSet>
#include <QTimer>

#include <utility>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using platform::ColorScheme;

namespace {

constexpr int kNormalRow = 36;
constexpr int kCompactRow = 28;

constexpr auto kSchemePatience = 150ms; // for the desktop to say light or dark before the window is shown
constexpr auto kCallsPatience = 5s;     // for running calls to end before we leave

ui::Scheme schemeFor(ColorScheme::Scheme scheme)
{
    switch (scheme) {
    case ColorScheme::Scheme::Unknown:
    case ColorScheme::Scheme::Light:
        return ui::Scheme::Light;
    case ColorScheme::Scheme::Dark:
        return ui::Scheme::Dark;
    }
    Q_UNREACHABLE();
}

QString accountsText(const tokens::Inventory &inventory)
{
    QSet<QString> accounts;
    for (const model::Token &token : inventory.tokens()) {
        if (token.owner.kind == model::Owner::Kind::Account)
            accounts.insert(token.owner.accountId);
    }
    if (accounts.isEmpty())
        return {};
    return accounts.size() == 1 ? DesktopApp::tr("1 account") : DesktopApp::tr("%1 accounts").arg(accounts.size());
}

ui::ConnectionSummary::Kind kindOf(const model::Owner &owner)
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return ui::ConnectionSummary::Kind::User;
    case model::Owner::Kind::Account:
        return ui::ConnectionSummary::Kind::Account;
    }
    Q_UNREACHABLE();
}

} // namespace

DesktopApp::DesktopApp(const Parts &parts)
    : m_services(parts.services)
    , m_settings(parts.services.paths().config + "/settings.json"_L1)
    , m_theme(parts.application)
    , m_scheme(QDBusConnection::sessionBus())
    , m_trayHost({.bus = QDBusConnection::sessionBus()})
    , m_notifications(QDBusConnection::sessionBus())
    , m_lock(parts.services, m_settings)
    , m_settingsHost({.services = parts.services, .tray = m_trayHost, .session = m_lock.sessionLock()})
    , m_expiry({.services = parts.services, .settings = m_settings, .notifications = m_notifications})
    , m_approvals({.services = parts.services, .settings = m_settings, .notifications = m_notifications})
    , m_server(parts.services)
    , m_tokens(parts.services.inventory(), {.clock = parts.services.clock(), .zones = parts.services.zoneNames()})
    , m_firstRun(parts.services)
    , m_create(parts.services)
    , m_accessChoices(parts.services)
    , m_change(parts.services)
    , m_clients(ClientsController::usualParts(parts.services))
    , m_activity(parts.services)
    , m_clipboard(*QGuiApplication::clipboard())
{
    QApplication::setWindowIcon(ui::appIcon());
    buildWindow();
    followDesktop();
    followServices();
    connect(&parts.instance, &platform::SingleInstance::raiseRequested, this, &DesktopApp::raise);
    applySettings();
}

DesktopApp::~DesktopApp() = default;

QStringList DesktopApp::pageNames()
{
    return {kTokensPage, kActivityPage, kClientsPage, kSettingsPage};
}

void DesktopApp::followDesktop()
{
    connect(&m_scheme, &ColorScheme::schemeChanged, this, &DesktopApp::applyScheme);
    connect(&m_settings, &settings::SettingsStore::changed, this, &DesktopApp::applySettings);
    connect(&m_lock, &LockController::changed, this, &DesktopApp::onLockChanged);
    connect(&m_notifications, &platform::Notifications::chosen, this, [this](const QString &topic) {
        if (topic == ApprovalController::kTopic)
            m_approvalWindow->present();
        else
            raise(kTokensPage);
    });
    connect(&m_approvals, &ApprovalController::changed, this, &DesktopApp::refreshTray);
    connect(&m_trayHost, &platform::TrayHost::available, this, &DesktopApp::makeTray);
    connect(&m_trayHost, &platform::TrayHost::lost, this,
            [this] { m_window->setCloseAction(ui::MainWindow::CloseAction::Quit); });
    connect(&m_trayHost, &platform::TrayHost::timedOut, this, [this] {
        if (m_services.options().start == Options::Start::Hidden)
            raise({}); // nothing else could bring it back
    });
}

void DesktopApp::followServices()
{
    connect(&m_services.connection(), &tokens::ConnectionService::connectionChanged, this,
            &DesktopApp::refreshConnection);
    connect(&m_services.inventory(), &tokens::Inventory::stateChanged, this, &DesktopApp::refreshCount);
    m_services.zoneNames().begin();
    connect(&m_network, &platform::NetworkWatch::networkBack, &m_tokens, &ui::InventorySource::onNetworkBack);
    connect(&m_tokens, &ui::TokenSource::statusChanged, this, [this] {
        if (ui::isOffline(m_tokens.status()))
            m_network.start();
    });
    connect(&m_firstRun, &FirstRunController::keychainChanged, this, &DesktopApp::onKeychainChanged);
    m_counting.setSingleShot(true);
    m_counting.setInterval(0);
    connect(&m_services.inventory(), &tokens::Inventory::tokensChanged, &m_counting, qOverload<>(&QTimer::start));
    connect(&m_counting, &QTimer::timeout, this, &DesktopApp::refreshCounts);
}

void DesktopApp::refreshCounts()
{
    refreshCount();
    refreshConnection();
    refreshTray();
}

void DesktopApp::refreshCount()
{
    const tokens::Inventory &inventory = m_services.inventory();
    if (inventory.state() == tokens::Inventory::State::Loading && !inventory.updatedAt().isValid())
        m_window->setCounting(kTokensPage);
    else
        m_window->setCount(kTokensPage, static_cast<qsizetype>(inventory.tokens().size()));
}

void DesktopApp::start()
{
    if (m_scheme.isResolved()) {
        firstShow();
    } else {
        connect(&m_scheme, &ColorScheme::resolved, this, &DesktopApp::firstShow);
        QTimer::singleShot(kSchemePatience, this, &DesktopApp::firstShow);
    }
    if (m_settings.current().serverAtStart)
        m_server.start();
    else
        m_server.leaveOff();
    connectToCloudflare();
}

void DesktopApp::firstShow()
{
    if (m_life != Life::Starting)
        return;
    m_life = Life::Shown;
    showPage(m_services.options().page);
    switch (m_services.options().start) {
    case Options::Start::Window:
        m_window->show();
        return;
    case Options::Start::Hidden:
        return;
    }
    Q_UNREACHABLE();
}

void DesktopApp::raise(const QString &page)
{
    if (m_life == Life::Ending)
        return;
    m_life = Life::Shown;
    m_window->present();
    showPage(page);
}

void DesktopApp::showPage(const QString &page)
{
    if (page != kHiddenPage) {
        m_window->showPage(page);
        return;
    }
    if (!m_components) {
        m_components = std::make_unique<ui::ComponentsPage>(m_theme.theme());
        m_components->setWindowTitle(m_components->accessibleName());
        m_components->resize(1320, 800);
    }
    m_components->show();
    m_components->raise();
}

void DesktopApp::connectToCloudflare()
{
    m_window->setConnectionProblem({});
    ui::deliver(m_services.findBootstrapToken(), this,
                [this](const base::Result<bool> &found) { onBootstrapToken(found); });
}

void DesktopApp::onBootstrapToken(const base::Result<bool> &found)
{
    if (found)
        m_keychain = Keychain::Seen;
    if (found && *found) {
        endFirstRun();
    } else if (found || found.error().code == base::Error::Code::KeychainUnavailable) {
        showFirstRun(); // which says what the keychain lacks
    } else {
        m_window->setConnectionProblem(found.error());
    }
}

void DesktopApp::onKeychainChanged()
{
    const bool ready = m_firstRun.keychain().state == ui::KeychainStatus::State::Ready;
    if (ready && m_keychain == Keychain::NotSeen)
        connectToCloudflare(); // it came late: a token may be in it
}

void DesktopApp::refreshConnection()
{
    if (m_services.options().mode == Mode::Sandbox) {
        m_window->setConnection(
            {.kind = ui::ConnectionSummary::Kind::Sandbox, .detail = accountsText(m_services.inventory())});
        return;
    }
    const std::optional<tokens::Connection> &connection = m_services.connection().current();
    if (!connection) {
        m_window->setConnection({});
        return;
    }
    QString name = connection->accountName;
    if (name.isEmpty() && connection->owner.kind == model::Owner::Kind::Account)
        name = m_services.inventory().ownerName(connection->owner);
    m_window->setConnection({.kind = kindOf(connection->owner), .name = name});
}

void DesktopApp::makeTray()
{
    if (!m_tray) {
        m_tray = std::make_unique<ui::TrayIcon>(m_server);
        connect(m_tray.get(), &ui::TrayIcon::openRequested, this, [this] { raise({}); });
        connect(m_tray.get(), &ui::TrayIcon::pageRequested, this, &DesktopApp::raise);
        connect(m_tray.get(), &ui::TrayIcon::approvalsRequested, m_approvalWindow.get(), &ui::ApprovalWindow::present);
        connect(m_tray.get(), &ui::TrayIcon::newTokenRequested, this, [this] { raise(kTokensPage); });
        connect(m_tray.get(), &ui::TrayIcon::lockRequested, &m_lock, &LockController::lock);
        connect(m_tray.get(), &ui::TrayIcon::unlockRequested, this, [this] { raise({}); });
        connect(m_tray.get(), &ui::TrayIcon::quitRequested, this, &DesktopApp::askToQuit);
    }
    refreshTray();
    applySettings();
}

void DesktopApp::refreshTray()
{
    if (!m_tray)
        return;
    m_tray->setCounts({.approvals = m_approvals.count(), .expiring = m_expiry.expiringSoon()});
    m_tray->setLock(m_lock.isLocked() ? ui::LockState::Locked : ui::LockState::Open);
}

void DesktopApp::applyScheme()
{
    switch (m_settings.current().colours) {
    case settings::Colours::System:
        m_theme.setScheme(schemeFor(m_scheme.scheme()));
        return;
    case settings::Colours::Light:
        m_theme.setScheme(ui::Scheme::Light);
        return;
    case settings::Colours::Dark:
        m_theme.setScheme(ui::Scheme::Dark);
        return;
    }
    Q_UNREACHABLE();
}

void DesktopApp::applySettings()
{
    const settings::Settings &settings = m_settings.current();
    applyScheme();
    m_theme.setRowHeight(settings.rowHeight == settings::RowHeight::Compact ? kCompactRow : kNormalRow);
    m_clipboard.setStay(settings.clearClipboardAfter);
    m_clipboard.setMasking(settings.maskSecrets ? ui::SecretClipboard::Masking::Masked
                                                : ui::SecretClipboard::Masking::Open);
    const bool hides = settings.closeToTray && m_trayHost.isAvailable();
    m_window->setCloseAction(hides ? ui::MainWindow::CloseAction::Hide : ui::MainWindow::CloseAction::Quit);
    if (m_settingsHost.changeLimit().state == ui::Ability::State::Works)
        m_services.limiter().setPerMinute(settings.changesPerMinute);
}

void DesktopApp::onLockChanged()
{
    refreshTray();
    if (!m_lock.isLocked()) {
        m_window->endCover();
        m_tokens.refresh();
        return;
    }
    auto *page = new ui::LockPage(m_theme.theme());
    connect(page, &ui::LockPage::unlockRequested, &m_lock, &LockController::unlock);
    connect(page, &ui::LockPage::quitRequested, this, &DesktopApp::askToQuit);
    connect(&m_lock, &LockController::unlockFailed, page, &ui::LockPage::showProblem);
    m_window->showCover(page->accessibleName(), page);
}

void DesktopApp::quit()
{
    if (std::exchange(m_life, Life::Ending) == Life::Ending) {
        QCoreApplication::exit(static_cast<int>(ExitCode::Clean));
        return;
    }
    if (m_quitDialog)
        m_quitDialog->deleteLater(); // it may be the one that asks
    m_window->hide();
    m_components.reset();
    m_tray.reset();
    ui::deliver(m_services.stop(kCallsPatience), this,
                [] { QCoreApplication::exit(static_cast<int>(ExitCode::Clean)); });
}

} // namespace tokensmith::app
