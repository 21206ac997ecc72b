// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tokensmith::ui {

class InlineMessage;
class ServerControl;
class Theme;

/** Above every page while the MCP server can't listen: why, what to do, and a button to try again. Else nothing. */
class ServerMessage final : public QWidget
{
    Q_OBJECT

public:
    /** Both outlive it. */
    ServerMessage(const Theme &theme, ServerControl &server, QWidget *parent = nullptr);

private:
    void refresh();

    ServerControl &m_server;
    InlineMessage *m_message;
};

} // namespace tokensmith::ui
