// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"

#include <QFrame>

class QBoxLayout;
class QLineEdit;
class QPushButton;

namespace tokensmith::ui {

class Label;
class Paragraph;
class ServerControl;
class Switch;
class Theme;

/** The server: on or paused, its address to copy, what people said to calls today, and why it isn't there. */
class ServerCard final : public QFrame
{
    Q_OBJECT

public:
    /** All outlive it. */
    ServerCard(const Theme &theme, ServerControl &server, ClientsActions &actions, QWidget *parent = nullptr);

    /** One row where `width` has room for it, else three. */
    void setRoom(int width);

Q_SIGNALS:
    void portChangeRequested();

private:
    [[nodiscard]] QWidget *makeState();
    [[nodiscard]] QWidget *makeAddress();
    [[nodiscard]] QWidget *makeCounts();
    void refresh();
    void refreshCounts();

    const Theme &m_theme;
    ServerControl &m_server;
    ClientsActions &m_actions;
    Switch *m_switch; // these belong to the card as its children
    Label *m_title;
    Label *m_words;
    QLineEdit *m_url = nullptr;
    Label *m_approved = nullptr;
    Label *m_denied = nullptr;
    Paragraph *m_problem;
    QPushButton *m_retry = nullptr;
    QBoxLayout *m_row;
};

} // namespace tokensmith::ui
