// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"
#include "ui/clients/formdialog.h"

#include <array>

namespace tokensmith::ui {

class Field;
class Paragraph;
class PolicyPill;
class SecretClipboard;
class SecretField;
class SnippetBox;

/**
 * Makes a client key: a name and what it may do, then the key, this once, with the text for the client's configuration.
 * While the key was neither copied nor said to be done with, Esc keeps it. All references outlive it.
 */
class NewKeyDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        ClientsActions &actions;
        SecretClipboard &clipboard;
    };

    NewKeyDialog(const Parts &parts, QWidget *parent);

    void reject() override;

private:
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeResult();
    [[nodiscard]] clients::ClientPolicy policy() const;
    void make();
    void showKey(const base::Secret &key);

    enum class Stage { Choosing, Shown, Safe };

    Parts m_parts;
    Stage m_stage = Stage::Choosing;
    Field *m_name = nullptr; // these belong to the dialog as its children
    std::array<PolicyPill *, clients::kCallClasses.size()> m_pills = {};
    SecretField *m_key = nullptr;
    SnippetBox *m_snippet = nullptr;
    Paragraph *m_keep = nullptr;
    QWidget *m_choices;
    QWidget *m_result;
};

} // namespace tokensmith::ui
