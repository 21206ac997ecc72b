// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"

#include <QWidget>

class QPushButton;

namespace tokensmith::ui {

class Label;
class Paragraph;
class SecretClipboard;
class SecretField;
class Theme;

/** Last page: the secret, this once. Forgets it with its own end. All outlive it. */
class SecretPage final : public QWidget
{
    Q_OBJECT

public:
    SecretPage(const Theme &theme, CreateActions &actions, SecretClipboard &clipboard, QWidget *parent = nullptr);

    /** Shows the secret, has it held in the keychain and the token verified. */
    void showCreated(const tokens::CreateOutcome &outcome);

    /** Held or copied: it can't be lost by leaving. */
    [[nodiscard]] bool isSafe() const { return m_isSafe; }

Q_SIGNALS:
    void becameSafe();

private:
    void connectActions();
    void makeSafe();
    void onHeld();
    void onRemoved();

    CreateActions &m_actions;
    model::CreatedToken m_created;
    bool m_isSafe = false;
    bool m_isHeld = false;
    SecretField *m_secret; // these belong to the page as its children
    Paragraph *m_keychain;
    QPushButton *m_hold;
    Paragraph *m_verified;
    QPushButton *m_verify;
    Paragraph *m_command;
};

} // namespace tokensmith::ui
