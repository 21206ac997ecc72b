// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/secretpage.h"

#include "ui/common/label.h"
#include "ui/common/secretfield.h"
#include "ui/create/holdcard.h"
#include "ui/create/verifycard.h"

#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

SecretPage::SecretPage(const Theme &theme, CreateActions &actions, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_secret(new SecretField(theme, clipboard, u"createSecret"_s))
    , m_keychain(new HoldCard(theme))
    , m_verify(new VerifyCard(theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(new Label(theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, tr("Secret")));
    column->addWidget(m_secret);
    column->addSpacing(space::kSmall);
    column->addWidget(m_keychain);
    column->addSpacing(space::kSmall);
    column->addWidget(m_verify);
    column->addStretch(1);
    connectActions();
}

void SecretPage::connectActions()
{
    connect(m_secret, &SecretField::copied, this, &SecretPage::makeSafe);
    connect(m_keychain, &HoldCard::holdRequested, this, &SecretPage::hold);
    connect(m_keychain, &HoldCard::removeRequested, this, [this] {
        m_keychain->showWaiting();
        m_actions.removeHeld(m_created.token.id);
    });
    connect(m_verify, &VerifyCard::verifyRequested, this, &SecretPage::verify);
    connect(&m_actions, &CreateActions::held, this, [this] {
        m_keychain->showHeld();
        makeSafe();
    });
    connect(&m_actions, &CreateActions::heldRemoved, m_keychain, &HoldCard::showNotHeld);
    connect(&m_actions, &CreateActions::holdFailed, m_keychain,
            [this](const base::Error &error) { m_keychain->showFailure(error.message); });
    connect(&m_actions, &CreateActions::verified, m_verify, &VerifyCard::showOutcome);
    connect(&m_actions, &CreateActions::verifyFailed, m_verify,
            [this](const base::Error &error) { m_verify->showFailure(error.message); });
}

void SecretPage::showCreated(const tokens::CreateOutcome &outcome, RequestPane::Holding holding)
{
    m_created = outcome.created;
    m_secret->setSecret(m_created.secret);
    m_verify->setCommand(m_created.token.owner, m_actions.apiBase());
    if (holding == RequestPane::Holding::Yes)
        hold();
    verify();
}

void SecretPage::hold()
{
    m_keychain->showWaiting();
    m_actions.hold(m_created);
}

void SecretPage::verify()
{
    m_verify->showWaiting();
    m_actions.verify(m_created);
}

void SecretPage::makeSafe()
{
    m_isSafe = true;
    Q_EMIT becameSafe();
}

} // namespace tokensmith::ui
