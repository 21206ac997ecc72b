// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/trayicon.h"

#include "ui/window/appicon.h"
#include "ui/window/servercontrol.h"

#include <QClipboard>
#include <QGuiApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

std::optional<Colour> dotFor(ServerControl::State state)
{
    switch (state) {
    case ServerControl::State::Starting:
    case ServerControl::State::On:
    case ServerControl::State::Off:
        return std::nullopt;
    case ServerControl::State::Paused:
        return Colour::WarnMark;
    case ServerControl::State::Failed:
        return Colour::DangerFill;
    }
    Q_UNREACHABLE();
}

QString pauseWords(ServerControl::State state)
{
    switch (state) {
    case ServerControl::State::Starting:
    case ServerControl::State::On:
    case ServerControl::State::Failed:
        return TrayIcon::tr("Pause all clients");
    case ServerControl::State::Paused:
        return TrayIcon::tr("Resume all clients");
    case ServerControl::State::Off:
        return TrayIcon::tr("Start the server");
    }
    Q_UNREACHABLE();
}

} // namespace

TrayIcon::TrayIcon(ServerControl &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    buildMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(&m_server, &ServerControl::changed, this, &TrayIcon::refresh);
    refresh();
    m_icon.show();
}

QAction *TrayIcon::add(const QString &name, const QString &text)
{
    QAction *action = m_menu.addAction(text);
    action->setObjectName(name);
    return action;
}

void TrayIcon::buildMenu()
{
    m_state = add(u"trayState"_s, {});
    m_state->setEnabled(false);
    m_menu.addSeparator();
    addWaiting();
    connect(add(u"trayOpen"_s, tr("Open Tokensmith")), &QAction::triggered, this, &TrayIcon::openRequested);
    m_newToken = add(u"trayNewToken"_s, tr("New token…"));
    connect(m_newToken, &QAction::triggered, this, &TrayIcon::newTokenRequested);
    m_copy = add(u"trayCopyUrl"_s, tr("Copy server URL"));
    connect(m_copy, &QAction::triggered, this, &TrayIcon::copyUrl);
    m_menu.addSeparator();
    m_pause = add(u"trayPause"_s, {});
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_server.state() == ServerControl::State::Off)
            m_server.retry();
        else if (m_server.state() == ServerControl::State::Paused)
            m_server.resume();
        else
            m_server.pause();
    });
    m_lockNow = add(u"trayLock"_s, tr("Lock now"));
    connect(m_lockNow, &QAction::triggered, this, [this] {
        if (m_lock == LockState::Locked)
            Q_EMIT unlockRequested();
        else
            Q_EMIT lockRequested();
    });
    m_menu.addSeparator();
    connect(add(u"traySettings"_s, tr("Settings…")), &QAction::triggered, this,
            [this] { Q_EMIT pageRequested(u"settings"_s); });
    connect(add(u"trayQuit"_s, tr("Quit…")), &QAction::triggered, this, &TrayIcon::quitRequested);
}

void TrayIcon::addWaiting()
{
    m_approvals = add(u"trayApprovals"_s, {});
    connect(m_approvals, &QAction::triggered, this, &TrayIcon::approvalsRequested);
    m_expiring = add(u"trayExpiring"_s, {});
    connect(m_expiring, &QAction::triggered, this, [this] { Q_EMIT pageRequested(u"tokens"_s); });
    m_attention = add(u"trayAttention"_s, {});
    connect(m_attention, &QAction::triggered, this, [this] { Q_EMIT pageRequested(u"rotations"_s); });
    m_afterWaiting = m_menu.addSeparator();
}

void TrayIcon::setCounts(const TrayCounts &counts)
{
    m_counts = counts;
    refresh();
}

void TrayIcon::setLock(LockState lock)
{
    m_lock = lock;
    refresh();
}

void TrayIcon::refreshWaiting()
{
    const TrayCounts &counts = m_counts;
    m_approvals->setText(counts.approvals == 1 ? tr("1 approval waiting…")
                                               : tr("%n approvals waiting…", nullptr, counts.approvals));
    m_expiring->setText(counts.expiring == 1 ? tr("1 token expires within 30 days")
                                             : tr("%n tokens expire within 30 days", nullptr, counts.expiring));
    m_attention->setText(counts.attention == 1 ? tr("1 rotation needs attention")
                                               : tr("%n rotations need attention", nullptr, counts.attention));
    m_approvals->setVisible(counts.approvals > 0);
    m_expiring->setVisible(counts.expiring > 0);
    m_attention->setVisible(counts.attention > 0);
    m_afterWaiting->setVisible(counts.approvals + counts.expiring + counts.attention > 0);
}

void TrayIcon::refresh()
{
    const ServerControl::State state = m_server.state();
    const bool serves = state == ServerControl::State::On || state == ServerControl::State::Paused;
    const bool locked = m_lock == LockState::Locked;
    const QString summary =
        locked ? tr("Locked · %1", "state of the server").arg(m_server.summary()) : m_server.summary();
    refreshWaiting();
    m_state->setText(summary);
    m_newToken->setEnabled(!locked);
    m_copy->setEnabled(serves);
    m_pause->setEnabled(serves || state == ServerControl::State::Off);
    m_pause->setText(pauseWords(state));
    m_lockNow->setText(locked ? tr("Unlock…") : tr("Lock now"));
    m_icon.setToolTip(tr("Tokensmith: %1").arg(summary));
    const std::optional<Colour> dot = dotFor(state);
    const bool waits = m_counts.approvals + m_counts.attention > 0;
    m_icon.setIcon(appIcon(dot || !waits ? dot : Colour::WarnMark));
}

void TrayIcon::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_server.url());
}

} // namespace tokensmith::ui
