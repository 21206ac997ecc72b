// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/density.h"
#include "ui/window/navigationcard.h"

class QToolButton;
class QVBoxLayout;

namespace tokensmith::ui {

class IconLabel;
class ElidedLabel;
class Label;
class ServerControl;

/** The card at the foot of the navigation: state of the MCP server, its address, pause and resume. */
class ServerBlock final : public NavigationCard
{
    Q_OBJECT

public:
    /** Both outlive the block. */
    ServerBlock(const Theme &theme, ServerControl &server, QWidget *parent = nullptr);

    void setDensity(Density density);

private:
    void refresh();
    void refreshToggle();
    void toggle();

    ServerControl &m_server;
    Density m_density = Density::Full;
    IconLabel *m_icon; // these belong to the block as its children
    Label *m_state;
    ElidedLabel *m_address;
    QToolButton *m_toggle;
};

} // namespace tokensmith::ui
