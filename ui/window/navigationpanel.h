// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/navdelegate.h"
#include "ui/window/density.h"

#include <QWidget>

class QHBoxLayout;
class QListView;

namespace tokensmith::ui {

class ConnectionCard;
class IconLabel;
class Label;
class NavigationModel;
class ServerBlock;
class ServerControl;

/** The left side of the window: the mark, the connection, the pages, the MCP server. */
class NavigationPanel final : public QWidget
{
    Q_OBJECT

public:
    /** All outlive the panel. */
    struct Parts
    {
        const Theme &theme;
        ServerControl &server;
        NavigationModel &pages;
    };

    explicit NavigationPanel(const Parts &parts, QWidget *parent = nullptr);

    void setDensity(Density density);

    /** Marks the entry; emits nothing. */
    void select(const QString &pageId);

    [[nodiscard]] ConnectionCard &connection() { return *m_connection; }

Q_SIGNALS:
    void pageChosen(const QString &pageId);

private:
    [[nodiscard]] QWidget *makeBrand();
    void setUpList();

    const Theme &m_theme;
    NavigationModel &m_pages;
    NavDelegate m_delegate;
    Density m_density = Density::Full;
    IconLabel *m_mark; // these belong to the panel as its children
    Label *m_name;
    ConnectionCard *m_connection;
    QListView *m_list;
    ServerBlock *m_server;
};

} // namespace tokensmith::ui
