// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "ui/window/servercontrol.h"

namespace tokensmith::app {

/**
 * The MCP endpoint as window and tray steer it. Paused means: all client keys are, in the ClientRegistry, which alone
 * remembers it. `services` outlives it.
 */
class ServerController final : public ui::ServerControl
{
    Q_OBJECT

public:
    explicit ServerController(Services &services, QObject *parent = nullptr);

    /** Listens on the port chosen; a failure is a state, not an end. */
    void start();

    /** Does not listen at all until retry(). */
    void leaveOff();

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString address() const override;
    [[nodiscard]] QString url() const override;
    [[nodiscard]] base::Error failure() const override { return m_failure; }
    void pause() override;
    void resume() override;
    void retry() override { start(); }

private:
    void setState(State state);
    void follow();

    Services &m_services;
    State m_state = State::Starting;
    base::Error m_failure = {};
};

} // namespace tokensmith::app
