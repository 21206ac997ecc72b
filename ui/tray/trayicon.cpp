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
        return std::nullopt;
    case ServerControl::State::Paused:
        return Colour::WarnMark;
    case ServerControl::State::Failed:
        return Colour::DangerFill;
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

void TrayIcon::buildMenu()
{
    m_state = m_menu.addAction(QString());
    m_state->setObjectName(u"trayState"_s);
    m_state->setEnabled(false);
    m_menu.addSeparator();
    QAction *open = m_menu.addAction(tr("Open Tokensmith"));
    open->setObjectName(u"trayOpen"_s);
    connect(open, &QAction::triggered, this, &TrayIcon::openRequested);
    m_copy = m_menu.addAction(tr("Copy server URL"));
    m_copy->setObjectName(u"trayCopyUrl"_s);
    connect(m_copy, &QAction::triggered, this, &TrayIcon::copyUrl);
    m_menu.addSeparator();
    m_pause = m_menu.addAction(QString());
    m_pause->setObjectName(u"trayPause"_s);
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_server.state() == ServerControl::State::Paused)
            m_server.resume();
        else
            m_server.pause();
    });
    m_menu.addSeparator();
    QAction *quit = m_menu.addAction(tr("Quit"));
    quit->setObjectName(u"trayQuit"_s);
    connect(quit, &QAction::triggered, this, &TrayIcon::quitRequested);
}

void TrayIcon::refresh()
{
    const ServerControl::State state = m_server.state();
    const bool serves = state == ServerControl::State::On || state == ServerControl::State::Paused;
    m_state->setText(m_server.summary());
    m_copy->setEnabled(serves);
    m_pause->setEnabled(serves);
    m_pause->setText(state == ServerControl::State::Paused ? tr("Resume all clients") : tr("Pause all clients"));
    m_icon.setToolTip(tr("Tokensmith: %1").arg(m_server.summary()));
    m_icon.setIcon(appIcon(dotFor(state)));
}

void TrayIcon::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_server.url());
}

} // namespace tokensmith::ui
