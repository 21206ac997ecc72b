// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/servercontroller.h"

#include "app/common/console.h"

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using clients::ClientRegistry;
using clients::KeyStanding;

ServerController::ServerController(Services &services, QObject *parent)
    : ServerControl(parent)
    , m_services(services)
{
    connect(&m_services.clients().registry(), &ClientRegistry::changed, this, &ServerController::follow);
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
    follow();
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
        m_services.clients().registry().setAllPaused(KeyStanding::Paused);
}

void ServerController::resume()
{
    if (m_state == State::Paused)
        m_services.clients().registry().setAllPaused(KeyStanding::Open);
}

void ServerController::follow()
{
    if (m_state != State::On && m_state != State::Paused)
        return;
    const State next = m_services.clients().registry().allPaused() == KeyStanding::Paused ? State::Paused : State::On;
    if (next != m_state)
        setState(next);
}

void ServerController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace tokensmith::app
