// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/verifycard.h"

#include "core/base/text.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"
#include "ui/common/codebox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

VerifyCard::VerifyCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(theme, 16))
    , m_title(new Label(theme, {.style = TextStyle::Title}))
    , m_words(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
    , m_again(makeButton(theme, {.objectName = u"createVerify"_s,
                                 .text = tr("Verify again"),
                                 .icon = u"refresh"_s,
                                 .size = ControlSize::Small}))
    , m_shown(new CodeBox(theme, TextStyle::Mono, CodeBox::Height::Content))
{
    setObjectName(u"createCheck"_s);
    setProperty("frame", u"card"_s);
    m_words->setObjectName(u"createVerified"_s);
    m_words->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_shown->setObjectName(u"createCommand"_s);
    m_shown->setAccessibleName(tr("Command that tests the token"));
    auto *copy = makeButton(theme, {.objectName = u"createCopyCommand"_s,
                                    .text = tr("Copy"),
                                    .icon = u"copy"_s,
                                    .kind = ButtonKind::Quiet,
                                    .size = ControlSize::Small});
    copy->setAccessibleName(tr("Copy the command"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kInset, space::kSmall, space::kMedium, space::kSmall);
    head->setSpacing(space::kSmall);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addWidget(m_words, 1);
    head->addWidget(m_again);
    auto *line = new QHBoxLayout;
    auto *hint = new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                               tr("Try it from a shell. The command reads the secret from your environment."));
    hint->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    line->addWidget(hint, 1);
    line->addWidget(copy);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::kInset, space::kSmall, space::kInset, space::kInset);
    body->setSpacing(space::kTiny);
    body->addLayout(line);
    body->addWidget(m_shown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(makeDivider(Qt::Horizontal));
    column->addLayout(body);
    connect(m_again, &QPushButton::clicked, this, &VerifyCard::verifyRequested);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command); });
}

void VerifyCard::setCommand(const model::Owner &owner, const QUrl &api)
{
    const QString path = owner.kind == model::Owner::Kind::User ? u"/user/tokens/verify"_s
                                                                : u"/accounts/%1/tokens/verify"_s.arg(owner.accountId);
    m_command = u"curl -sS -H \"Authorization: Bearer $CF_API_TOKEN\" \\\n  %1%2"_s.arg(api.toString(), path);
    const QString account = owner.accountId.left(6) + u'…' + owner.accountId.right(4);
    m_shown->setPlainText(owner.accountId.isEmpty() ? m_command : QString(m_command).replace(owner.accountId, account));
}

void VerifyCard::show(const QString &icon, const QString &title, const QString &words)
{
    m_icon->setIcon(icon, icon == "check"_L1 ? Colour::Ok : icon == "clock"_L1 ? Colour::Text2 : Colour::Danger);
    m_title->setText(title);
    m_words->setText(words);
    m_again->setEnabled(icon != "clock"_L1);
}

void VerifyCard::showWaiting()
{
    show(u"clock"_s, tr("Verifying"), tr("Asking Cloudflare…"));
}

void VerifyCard::showOutcome(const tokens::VerifyOutcome &outcome, std::chrono::milliseconds took)
{
    if (outcome.valid)
        show(u"check"_s, tr("Verified"), tr("Active, answered in %1 ms").arg(took.count()));
    else
        show(u"stop"_s, tr("It doesn't work"), base::plainLine(outcome.reason));
}

void VerifyCard::showFailure(const QString &sentence)
{
    show(u"stop"_s, tr("Not verified"), sentence);
}

} // namespace tokensmith::ui
