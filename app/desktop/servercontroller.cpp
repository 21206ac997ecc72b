// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/servercontroller.h"

#include "app/common/console.h"

namespace tokensmith::app {

using namespace Qt::StringLiterals;

ServerController::ServerController(Services &services, QObject *parent)
    : ServerControl(parent)
    , m_services(services)
{
}

void ServerController::start()
{
    const base::Result<quint16> port = m_services.listen();
    if (!port) {
        m_failure = port.error();
        printError(m_failure);
        setState(State::Failed);
        return;
    }
    printListening(m_services);
    setState(State::On);
}

void ServerController::leaveOff()
{
    setState(State::Off);
}

QString ServerController::address() const
{
    switch (m_state) {
    case State::Off:
    case State::Starting:
        return {};
    case State::On:
    case State::Paused:
        return m_services.endpoint().url().authority();
    case State::Failed:
        return u"127.0.0.1:%1"_s.arg(m_services.options().port);
    }
    Q_UNREACHABLE();
}

QString ServerController::url() const
{
    return m_services.endpoint().url().toString();
}

void ServerController::pause()
{
    if (m_state == State::On)
        setPaused(http::PauseState::Paused);
}

void ServerController::resume()
{
    if (m_state == State::Paused)
        setPaused(http::PauseState::Running);
}

void ServerController::setPaused(http::PauseState paused)
{
    m_services.endpoint().setPaused(paused);
    setState(paused == http::PauseState::Paused ? State::Paused : State::On);
}

void ServerController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace tokensmith::app
