// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/sidecards.h"

#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kIcon = 20;

void setUpBody(QVBoxLayout &body)
{
    body.setContentsMargins(space::kPage, space::kPage, space::kPage, space::kPage);
    body.setSpacing(space::kTiny);
}

Colour keychainColour(KeychainStatus::State state)
{
    switch (state) {
    case KeychainStatus::State::Asking:
    case KeychainStatus::State::Ready:
        return Colour::Text2;
    case KeychainStatus::State::Locked:
        return Colour::Warn;
    case KeychainStatus::State::Unavailable:
        return Colour::Danger;
    }
    Q_UNREACHABLE();
}

} // namespace

SandboxCard::SandboxCard(const Theme &theme, FirstRunActions &actions, QWidget *parent)
    : Card(theme, u"sandboxCard"_s, {}, parent)
    , m_open(makeButton(theme, {.objectName = u"openSandbox"_s, .text = tr("Open the sandbox")}))
    , m_note(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
{
    auto *icon = new IconLabel(theme, kIcon);
    icon->setIcon(u"flask"_s, Colour::Warn);
    m_note->setObjectName(u"sandboxNote"_s);
    m_note->hide();
    setUpBody(*body());
    body()->addWidget(icon);
    body()->addSpacing(space::kTiny);
    body()->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Just looking?")));
    body()->addWidget(new Paragraph(theme, {.colour = Colour::Text2},
                                    tr("The sandbox is a simulated Cloudflare inside the app, with sample tokens. It "
                                       "never touches your account.")));
    body()->addSpacing(10);
    body()->addWidget(m_open);
    body()->addWidget(m_note);
    connect(m_open, &QPushButton::clicked, this, [this, &actions] {
        m_open->setEnabled(false);
        say({});
        actions.openSandbox();
    });
    connect(&actions, &FirstRunActions::sandboxOpened, this, [this] {
        m_open->setEnabled(true);
        say(tr("It opens in a window of its own."));
    });
    connect(&actions, &FirstRunActions::sandboxFailed, this, [this](const base::Error &error) {
        m_open->setEnabled(true);
        say(error.message);
    });
}

void SandboxCard::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

KeychainCard::KeychainCard(const Theme &theme, FirstRunActions &actions, QWidget *parent)
    : Card(theme, u"keychainCard"_s, {}, parent)
    , m_actions(actions)
    , m_icon(new IconLabel(theme, kIcon))
    , m_text(new Paragraph(theme, {.colour = Colour::Text2}))
    , m_again(makeButton(theme, {.objectName = u"askKeychain"_s, .text = tr("Look again"), .size = ControlSize::Small}))
{
    m_text->setObjectName(u"keychainStatus"_s);
    setUpBody(*body());
    body()->addWidget(m_icon);
    body()->addSpacing(space::kTiny);
    body()->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Where it is kept")));
    body()->addWidget(m_text);
    body()->addSpacing(space::kTiny);
    body()->addWidget(m_again, 0, Qt::AlignLeading);
    connect(m_again, &QPushButton::clicked, &m_actions, &FirstRunActions::askKeychain);
    connect(&m_actions, &FirstRunActions::keychainChanged, this, &KeychainCard::refresh);
    refresh();
}

void KeychainCard::refresh()
{
    const KeychainStatus status = m_actions.keychain();
    const bool asking = status.state == KeychainStatus::State::Asking;
    const QString found = asking ? tr("Looking for the keychain of this session.") : status.message;
    m_icon->setIcon(u"vault"_s, keychainColour(status.state));
    m_text->setText(tr("%1 No file, log or backup of Tokensmith ever holds a secret.", "keychain status").arg(found));
    m_again->setVisible(!asking && status.state != KeychainStatus::State::Ready);
}

} // namespace tokensmith::ui
