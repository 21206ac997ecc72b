// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"
#include "ui/common/card.h"

namespace tokensmith::ui {

class EmptyState;
class FoundRow;

/**
 * The clients on this computer, each with its state and what can be done: connect, repair, disconnect, or why its file
 * can't be read. Only says what was asked for. Both references outlive it.
 */
class FoundCard final : public Card
{
    Q_OBJECT

public:
    FoundCard(const Theme &theme, ClientsActions &actions, QWidget *parent = nullptr);

    /** Looks again. */
    void refresh();

    /** Marks the client that is looked at beside this; empty: none. */
    void setChosen(const QString &clientId);

    /** Gives the focus back to the button of that client. */
    void focusOn(const QString &clientId);

    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }

Q_SIGNALS:
    void changeRequested(tokensmith::ui::ClientChange::Goal goal, const QString &clientId);
    void reasonRequested(const tokensmith::ui::FoundClient &client);

private:
    const Theme &m_theme;
    ClientsActions &m_actions;
    QString m_chosen;
    QList<FoundRow *> m_rows; // these belong to the card as its children
    QVBoxLayout *m_list;
    EmptyState *m_nothing;
};

} // namespace tokensmith::ui
