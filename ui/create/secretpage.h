// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"
#include "ui/create/requestpane.h"

#include <QWidget>

namespace tokensmith::ui {

class HoldCard;
class SecretClipboard;
class SecretField;
class Theme;
class VerifyCard;

/** Last page: the secret, this once. Forgets it with its own end. All outlive it. */
class SecretPage final : public QWidget
{
    Q_OBJECT

public:
    SecretPage(const Theme &theme, CreateActions &actions, SecretClipboard &clipboard, QWidget *parent = nullptr);

    /** Shows the secret, has it held in the keychain if that is wanted, and the token verified. */
    void showCreated(const tokens::CreateOutcome &outcome, RequestPane::Holding holding);

    /** Held or copied: it can't be lost by leaving. */
    [[nodiscard]] bool isSafe() const { return m_isSafe; }

Q_SIGNALS:
    void becameSafe();

private:
    void connectActions();
    void hold();
    void verify();
    void makeSafe();

    CreateActions &m_actions;
    model::CreatedToken m_created;
    bool m_isSafe = false;
    SecretField *m_secret; // these belong to the page as its children
    HoldCard *m_keychain;
    VerifyCard *m_verify;
};

} // namespace tokensmith::ui
