// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/secretpage.h"

#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/paragraph.h"
#include "ui/common/secretfield.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

/** The secret itself stands in no command line: others can read those. */
QString commandFor(const model::Owner &owner, const QUrl &api)
{
    const QString path = owner.kind == model::Owner::Kind::User ? u"/user/tokens/verify"_s
                                                                : u"/accounts/%1/tokens/verify"_s.arg(owner.accountId);
    return u"curl -sS -H \"Authorization: Bearer $CF_API_TOKEN\" "_s + api.toString() + path;
}

} // namespace

SecretPage::SecretPage(const Theme &theme, CreateActions &actions, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_secret(new SecretField(theme, clipboard, u"createSecret"_s))
    , m_keychain(new Paragraph(theme, {.colour = Colour::Text2}))
    , m_hold(makeButton(theme, {.objectName = u"createHold"_s, .text = {}, .size = ControlSize::Small}))
    , m_verified(new Paragraph(theme, {.colour = Colour::Text2}))
    , m_verify(makeButton(theme, {.objectName = u"createVerify"_s,
                                  .text = tr("Verify again"),
                                  .icon = u"refresh"_s,
                                  .size = ControlSize::Small}))
    , m_command(new Paragraph(theme, {.style = TextStyle::Mono}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kInset);
    column->addWidget(m_secret);
    auto *keychain = new Card(theme, u"createKeychain"_s, tr("Keychain"));
    keychain->body()->addWidget(m_keychain);
    keychain->body()->addWidget(m_hold, 0, Qt::AlignLeft);
    column->addWidget(keychain);
    auto *check = new Card(theme, u"createCheck"_s, tr("Does it work?"));
    check->body()->addWidget(m_verified);
    check->body()->addWidget(m_verify, 0, Qt::AlignLeft);
    check->body()->addWidget(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                           tr("Try it from a shell. The command reads the secret from your "
                                              "environment.")));
    check->body()->addWidget(m_command);
    column->addWidget(check);
    column->addStretch();
    m_verified->setObjectName(u"createVerified"_s);
    connectActions();
}

void SecretPage::connectActions()
{
    connect(m_secret, &SecretField::copied, this, &SecretPage::makeSafe);
    connect(m_hold, &QPushButton::clicked, this, [this] {
        m_hold->setEnabled(false);
        if (m_isHeld)
            m_actions.removeHeld(m_created.token.id);
        else
            m_actions.hold(m_created);
    });
    connect(m_verify, &QPushButton::clicked, this, [this] { m_actions.verify(m_created); });
    connect(&m_actions, &CreateActions::held, this, &SecretPage::onHeld);
    connect(&m_actions, &CreateActions::heldRemoved, this, &SecretPage::onRemoved);
    connect(&m_actions, &CreateActions::holdFailed, this, [this](const base::Error &error) {
        m_keychain->setText(error.message);
        m_hold->setEnabled(true);
    });
    connect(&m_actions, &CreateActions::verified, this,
            [this](const tokens::VerifyOutcome &outcome, std::chrono::milliseconds took) {
                m_verified->setText(outcome.valid ? tr("Verified: active, answered in %1 ms").arg(took.count())
                                                  : outcome.reason);
            });
    connect(&m_actions, &CreateActions::verifyFailed, this,
            [this](const base::Error &error) { m_verified->setText(error.message); });
}

void SecretPage::showCreated(const tokens::CreateOutcome &outcome)
{
    m_created = outcome.created;
    m_secret->setSecret(m_created.secret);
    m_command->setText(commandFor(m_created.token.owner, m_actions.apiBase()));
    m_keychain->setText(tr("Being put into the keychain…"));
    m_hold->setText(tr("Hold in keychain"));
    m_hold->setEnabled(false);
    m_verified->setText(tr("Asking Cloudflare…"));
    m_actions.hold(m_created);
    m_actions.verify(m_created);
}

void SecretPage::onHeld()
{
    m_isHeld = true;
    m_keychain->setText(tr("Held, so you can copy it again."));
    m_hold->setText(tr("Remove from keychain"));
    m_hold->setEnabled(true);
    makeSafe();
}

void SecretPage::onRemoved()
{
    m_isHeld = false;
    m_keychain->setText(tr("Not held. Once you leave this page nobody can show the secret again."));
    m_hold->setText(tr("Hold in keychain"));
    m_hold->setEnabled(true);
}

void SecretPage::makeSafe()
{
    m_isSafe = true;
    Q_EMIT becameSafe();
}

} // namespace tokensmith::ui
