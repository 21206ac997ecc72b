// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/heldmodel.h"
#include "ui/common/card.h"
#include "ui/common/message.h"

#include <QHash>

class QPushButton;

namespace tokensmith::ui {

class Paragraph;
class SecretClipboard;
class Table;

/**
 * The secrets that the keychain holds: copied (and taken off the clipboard again), revealed after a question, forgotten
 * after another. All references outlive it.
 */
class HeldCard final : public Card
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ClientsActions &actions;
        SecretClipboard &clipboard;
    };

    explicit HeldCard(const Parts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const tokensmith::ui::MessageContent &content);

private:
    /** What a secret was read for. */
    enum class Purpose { Copy, Reveal };

    void makeHead();
    void refresh();
    void showButtons();
    void showClipboard();
    void fitTable();
    void copy();
    void reveal();
    void forget();
    void read(const QString &tokenId, Purpose purpose);
    void onRead(const QString &tokenId, const base::Secret &secret);
    void onFailed(const QString &tokenId, const base::Error &error);
    void openSecret(const QString &tokenId, const base::Secret &secret);
    [[nodiscard]] const HeldToken *current() const;
    [[nodiscard]] QString nameOf(const QString &tokenId) const;

    Parts m_parts;
    HeldModel m_model;
    QHash<QString, Purpose> m_reading;
    base::Secret m_copied;
    Table *m_table = nullptr; // these belong to the card as its children
    QWidget *m_words;         ///< holds the two below
    Paragraph *m_nothing;
    Paragraph *m_note;
    QPushButton *m_copy = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace tokensmith::ui
