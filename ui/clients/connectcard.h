// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"

#include <QFrame>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace tokensmith::ui {

class DiffView;
class ElidedLabel;
class InlineMessage;
class Label;
class Paragraph;
class SecretClipboard;
class SnippetBox;
class Theme;

/**
 * Beside the found clients: what would be written into one's file, with Cancel and the verb; or why its file can't be
 * read; or, while none is chosen, the text for any other client. All references outlive it.
 */
class ConnectCard final : public QFrame
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        ClientsActions &actions;
        SecretClipboard &clipboard;
    };

    explicit ConnectCard(const Parts &parts, QWidget *parent = nullptr);

    void showAnyClient();
    void refreshText();                          ///< the address may be another
    void showChange(const ClientChange &change); ///< Cancel gets the focus
    void showReason(const QString &clientName, const QString &file, const QString &reason);

Q_SIGNALS:
    void confirmed(const tokensmith::ui::ClientChange &change);
    void cancelled();

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeAnyClient();
    [[nodiscard]] QWidget *makeReason();
    [[nodiscard]] QWidget *makeFoot();
    void setHead(const QString &title, const QString &file, const QString &summary);

    Parts m_parts;
    std::optional<ClientChange> m_change;
    Label *m_title = nullptr; // these belong to the card as its children
    ElidedLabel *m_file = nullptr;
    Label *m_summary = nullptr;
    SnippetBox *m_snippet = nullptr;
    DiffView *m_diff = nullptr;
    InlineMessage *m_reason = nullptr;
    Paragraph *m_promise = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_verb = nullptr;
    QWidget *m_foot = nullptr;
    QWidget *m_anyPage = nullptr;
    QWidget *m_reasonPage = nullptr;
};

} // namespace tokensmith::ui
