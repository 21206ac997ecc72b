// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/heldcard.h"

#include "core/base/text.h"
#include "ui/clients/formdialog.h"
#include "ui/common/buttons.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/errortext.h"
#include "ui/common/paragraph.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/secretfield.h"
#include "ui/common/table.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsShown = 6;

} // namespace

HeldCard::HeldCard(const Parts &parts, QWidget *parent)
    : Card(parts.theme, u"heldSecrets"_s, tr("Held secrets"), parent)
    , m_parts(parts)
    , m_model(parts.clock)
    , m_words(new QWidget(this))
    , m_nothing(new Paragraph(parts.theme, {.colour = Colour::Text2},
                              tr("The keychain holds no secret. Those of tokens that clients make or roll go there, so "
                                 "that no model sees them."),
                              this))
    , m_note(new Paragraph(parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this))
{
    m_nothing->setObjectName(u"heldNothing"_s);
    m_note->setObjectName(u"heldNote"_s);
    makeHead();
    m_table = new Table(parts.theme, u"heldTable"_s, tr("Held secrets"), this); // behind the buttons, for Tab
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->setColumnWidths({0, 200, 140});
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    words->addWidget(m_nothing);
    words->addWidget(m_note);
    body()->addWidget(m_table);
    body()->addWidget(m_words);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HeldCard::showButtons);
    connect(&parts.actions, &ClientsActions::heldChanged, this, &HeldCard::refresh);
    connect(&parts.actions, &ClientsActions::heldRead, this, &HeldCard::onRead);
    connect(&parts.actions, &ClientsActions::heldFailed, this, &HeldCard::onFailed);
    connect(&parts.clipboard, &SecretClipboard::changed, this, &HeldCard::showClipboard);
    connect(&parts.theme, &Theme::changed, this, &HeldCard::fitTable);
    refresh();
}

void HeldCard::makeHead()
{
    const auto add = [this](const QString &objectName, const QString &text, const QString &icon) {
        QPushButton *button = makeButton(
            m_parts.theme, {.objectName = objectName, .text = text, .icon = icon, .size = ControlSize::Small}, this);
        head()->addWidget(button);
        return button;
    };
    head()->addStretch(1);
    m_copy = add(u"heldCopy"_s, tr("Copy"), u"copy"_s);
    m_reveal = add(u"heldReveal"_s, tr("Reveal…"), u"eye"_s);
    m_forget = add(u"heldForget"_s, tr("Forget…"), u"trash"_s);
    setButtonKind(m_forget, m_parts.theme, ButtonKind::Danger);
    connect(m_copy, &QPushButton::clicked, this, &HeldCard::copy);
    connect(m_reveal, &QPushButton::clicked, this, &HeldCard::reveal);
    connect(m_forget, &QPushButton::clicked, this, &HeldCard::forget);
}

void HeldCard::refresh()
{
    const HeldToken *token = current();
    const QString before = token ? token->tokenId : QString();
    m_model.setTokens(m_parts.actions.heldTokens());
    const bool some = m_model.rowCount() > 0;
    m_table->setVisible(some);
    m_nothing->setVisible(!some);
    for (QPushButton *button : {m_copy, m_reveal, m_forget})
        button->setVisible(some);
    if (some)
        m_table->selectRow(std::max(0, m_model.rowOf(before)));
    fitTable();
    showButtons();
    showClipboard();
}

void HeldCard::fitTable()
{
    const int rows = std::min(m_model.rowCount(), kRowsShown);
    const int height = m_table->horizontalHeader()->height() + rows * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(height + 2 * m_table->frameWidth());
}

void HeldCard::showButtons()
{
    const HeldToken *token = current();
    const bool isFree = token && !m_reading.contains(token->tokenId);
    for (QPushButton *button : {m_copy, m_reveal, m_forget})
        button->setEnabled(isFree);
}

void HeldCard::showClipboard()
{
    const bool ours = !m_copied.isEmpty() && m_parts.clipboard.holds(m_copied);
    if (!ours)
        m_copied = base::Secret();
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_parts.clipboard.remaining());
    m_note->setText(ours ? tr("Copied. The clipboard clears in %n s.", nullptr, int(left.count())) : QString());
    m_note->setVisible(ours);
    m_words->setVisible(ours || m_model.rowCount() == 0);
}

const HeldToken *HeldCard::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model.tokenAt(rows.front().row());
}

QString HeldCard::nameOf(const QString &tokenId) const
{
    const HeldToken *token = m_model.tokenAt(m_model.rowOf(tokenId));
    return base::plainLine(token && !token->tokenName.isEmpty() ? token->tokenName : tokenId, 80);
}

void HeldCard::read(const QString &tokenId, Purpose purpose)
{
    m_reading.insert(tokenId, purpose);
    showButtons();
    m_parts.actions.readHeld(tokenId);
}

void HeldCard::copy()
{
    if (const HeldToken *token = current())
        read(token->tokenId, Purpose::Copy);
}

void HeldCard::reveal()
{
    const HeldToken *token = current();
    if (!token)
        return;
    const QString id = token->tokenId;
    auto *dialog =
        new ConfirmDialog(m_parts.theme,
                          {.objectName = u"revealHeld"_s,
                           .icon = u"eye"_s,
                           .title = tr("Show the secret of %1?", "a token").arg(nameOf(id)),
                           .text = tr("Whoever sees it can use the token. To put it into a program, copy it instead."),
                           .verb = tr("Show"),
                           .tone = Tone::Warn},
                          this);
    connect(dialog, &QDialog::accepted, this, [this, id] { read(id, Purpose::Reveal); });
    dialog->open();
}

void HeldCard::forget()
{
    const HeldToken *token = current();
    if (!token)
        return;
    const QString id = token->tokenId;
    auto *dialog = new ConfirmDialog(
        m_parts.theme,
        {.objectName = u"forgetHeld"_s,
         .title = tr("Forget the secret of %1?", "a token").arg(nameOf(id)),
         .text = tr("It is removed from the keychain, and nobody can show it again. The token goes on working wherever "
                    "the secret is used."),
         .verb = tr("Forget")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, id] { m_parts.actions.forgetHeld(id); });
    dialog->open();
}

void HeldCard::onRead(const QString &tokenId, const base::Secret &secret)
{
    if (!m_reading.contains(tokenId))
        return;
    const Purpose purpose = m_reading.take(tokenId);
    showButtons();
    switch (purpose) {
    case Purpose::Copy:
        m_copied = secret;
        m_parts.clipboard.copy(secret);
        showClipboard();
        return;
    case Purpose::Reveal:
        openSecret(tokenId, secret);
        return;
    }
    Q_UNREACHABLE();
}

void HeldCard::openSecret(const QString &tokenId, const base::Secret &secret)
{
    auto *dialog = new FormDialog(m_parts.theme,
                                  {.objectName = u"heldSecret"_s,
                                   .title = tr("Secret of %1", "a token").arg(nameOf(tokenId)),
                                   .verb = tr("Close"),
                                   .width = 560},
                                  this);
    auto *field = new SecretField(m_parts.theme, m_parts.clipboard, u"heldSecretField"_s, dialog);
    field->setSecret(secret);
    dialog->body()->addWidget(field);
    dialog->body()->addStretch(1);
    dialog->cancel()->hide();
    dialog->fit();
    connect(dialog, &FormDialog::confirmed, dialog, &QDialog::accept);
    dialog->open();
    field->setView(SecretField::View::Shown);
}

void HeldCard::onFailed(const QString &tokenId, const base::Error &error)
{
    m_reading.remove(tokenId);
    showButtons();
    Q_EMIT said({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
}

} // namespace tokensmith::ui
