// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientkeysmodel.h"
#include "ui/clients/keyflow.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace tokensmith::ui {

class ClientKeysTable;
class ConnectCard;
class FoundCard;
class InlineMessage;
class Label;
class SecretClipboard;
class ServerCard;
class ServerControl;

/**
 * The Clients page: the server, the clients on this computer and what would be written into their files, the client
 * keys with what each may do, the secrets that the keychain holds.
 */
class ClientsPage final : public QWidget
{
    Q_OBJECT

public:
    /** All outlive the page. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ClientsActions &actions;
        ServerControl &server;
        SecretClipboard &clipboard;
    };

    explicit ClientsPage(const Parts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    void portChangeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeCards();
    [[nodiscard]] QWidget *makeKeys(QWidget *parent);
    [[nodiscard]] QWidget *makeFooter();
    void connectAll();
    void layOut();
    void lookForClients();
    void showServer();
    void showKeys();
    void preview(ClientChange::Goal goal, const QString &clientId);
    void carryOut(const ClientChange &change);
    void endPreview();
    void say(const MessageContent &content);

    Parts m_parts;
    ClientKeysModel m_model;
    KeyFlow m_flow;
    QString m_previewed;            ///< id of the client beside which a change is shown; empty: none
    QPushButton *m_pause = nullptr; // these belong to the page as its children
    InlineMessage *m_message = nullptr;
    ServerCard *m_server = nullptr;
    FoundCard *m_found = nullptr;
    ConnectCard *m_connect = nullptr;
    QBoxLayout *m_pair = nullptr;
    ClientKeysTable *m_keys = nullptr;
    QWidget *m_noKeysRoom = nullptr;
    Label *m_count = nullptr;
};

} // namespace tokensmith::ui
