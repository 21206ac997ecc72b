// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/holdcard.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

HoldCard::HoldCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, 20))
    , m_badge(new BadgeLabel(theme, {.text = tr("Held"), .tone = Tone::Ok, .icon = u"check"_s}))
    , m_words(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
    , m_button(makeButton(theme, {.objectName = u"createHold"_s, .text = {}, .size = ControlSize::Small}))
{
    setObjectName(u"createKeychain"_s);
    setProperty("frame", u"card"_s);
    m_words->setObjectName(u"createKeychainWords"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(m_icon);
    head->addWidget(new Label(theme, {.style = TextStyle::Title}, tr("Keychain")), 1);
    head->addWidget(m_badge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kInset, space::kInset, space::kInset, space::kInset);
    column->setSpacing(space::kSmall);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QPushButton::clicked, this, &HoldCard::onPressed);
    showNotHeld();
}

void HoldCard::show(State state, const QString &words)
{
    m_state = state;
    const bool held = state == State::Held;
    m_icon->setIcon(u"vault"_s, held ? Colour::Ok : Colour::Text2);
    m_badge->setVisible(held);
    m_words->setText(words);
    m_button->setText(held ? tr("Remove from keychain…") : tr("Hold in keychain"));
    m_button->setEnabled(true);
}

void HoldCard::showWaiting()
{
    m_words->setText(m_state == State::Held ? tr("Being removed from the keychain…")
                                            : tr("Being put into the keychain…"));
    m_button->setEnabled(false);
}

void HoldCard::showHeld()
{
    show(State::Held, tr("Kept by Tokensmith in your keychain, so you can copy it again."));
}

void HoldCard::showNotHeld()
{
    show(State::NotHeld, tr("Not held. Once you leave this page, nobody can show the secret again."));
}

void HoldCard::showFailure(const QString &sentence)
{
    show(m_state, sentence);
}

void HoldCard::onPressed()
{
    if (m_state == State::NotHeld) {
        Q_EMIT holdRequested();
        return;
    }
    auto *dialog = new ConfirmDialog(
        m_theme,
        {.objectName = u"createRemoveHeld"_s,
         .icon = u"vault"_s,
         .title = tr("Remove the secret from the keychain?"),
         .text = tr("The token goes on working. After you leave this page nobody can show its secret again."),
         .verb = tr("Remove")},
        this);
    connect(dialog, &QDialog::accepted, this, &HoldCard::removeRequested);
    dialog->open();
}

} // namespace tokensmith::ui
