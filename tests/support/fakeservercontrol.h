// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/servercontrol.h"

namespace tokensmith::test {

/** An MCP server for the window that does what it is told and counts. */
class FakeServerControl final : public ui::ServerControl
{
public:
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString address() const override { return QStringLiteral("127.0.0.1:8787"); }
    [[nodiscard]] QString url() const override { return QStringLiteral("http://127.0.0.1:8787/mcp"); }
    [[nodiscard]] base::Error failure() const override { return m_failure; }

    void pause() override { set(State::Paused); }
    void resume() override { set(State::On); }
    void retry() override { ++retries; }

    void set(State state)
    {
        m_state = state;
        Q_EMIT changed();
    }
    void fail(const base::Error &error)
    {
        m_failure = error;
        set(State::Failed);
    }

    int retries = 0;

private:
    State m_state = State::On;
    base::Error m_failure;
};

} // namespace tokensmith::test
