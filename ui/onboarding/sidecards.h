// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/card.h"
#include "ui/onboarding/firstrunactions.h"

class QPushButton;

namespace tokensmith::ui {

class IconLabel;
class Paragraph;

/** "Just looking?": opens the simulated Cloudflare beside this window. `actions` and `theme` outlive it. */
class SandboxCard final : public Card
{
    Q_OBJECT

public:
    SandboxCard(const Theme &theme, FirstRunActions &actions, QWidget *parent = nullptr);

private:
    void say(const QString &sentence);

    QPushButton *m_open; // these belong to the card as its children
    Paragraph *m_note;
};

/** "Where it is kept": what the keychain of this session really says. `actions` and `theme` outlive it. */
class KeychainCard final : public Card
{
    Q_OBJECT

public:
    KeychainCard(const Theme &theme, FirstRunActions &actions, QWidget *parent = nullptr);

private:
    void refresh();

    FirstRunActions &m_actions;
    IconLabel *m_icon; // these belong to the card as its children
    Paragraph *m_text;
    QPushButton *m_again;
};

} // namespace tokensmith::ui
