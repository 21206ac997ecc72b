// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/pastestep.h"

#include "core/base/identifiers.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/onboarding/stepframe.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kShortestToken = 40; // Cloudflare's, of any age
constexpr int kLongestToken = 256;
constexpr int kLongestAccountId = 64; // room to see that too much was pasted

bool looksLikeToken(const QString &text)
{
    return text.size() >= kShortestToken && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
                      || c == u'-';
           });
}

} // namespace

PasteStep::PasteStep(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_token(new Field(theme, {.objectName = u"bootstrapToken"_s,
                                .accessibleName = tr("Bootstrap token"),
                                .placeholder = tr("Bootstrap token"),
                                .leadingIcon = u"token"_s}))
    , m_account(new Field(theme, {.objectName = u"accountId"_s,
                                  .label = tr("Account ID"),
                                  .placeholder = tr("32 characters, 0 to 9 and a to f"),
                                  .leadingIcon = u"org"_s,
                                  .hint = tr("It stands in the dashboard's address, after dash.cloudflare.com/.")}))
    , m_eye(m_token->addTrailingIcon(u"eyeoff"_s, {}))
{
    auto *paste = makeButton(theme, {.objectName = u"pasteToken"_s, .text = tr("Paste")});
    connect(paste, &QPushButton::clicked, this, &PasteStep::paste);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_token, 1);
    row->addWidget(paste, 0, Qt::AlignTop);
    auto *step =
        new StepFrame(theme, {.number = 2,
                              .title = tr("Paste it here"),
                              .text = tr("Cloudflare shows the secret once, 40 characters or more. It is masked "
                                         "here and sent to Cloudflare only.")});
    step->body()->setSpacing(space::kMedium);
    step->body()->addLayout(row);
    step->body()->addWidget(m_account);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(step);

    setFocusProxy(m_token);
    m_account->hide();
    m_token->edit()->setMaxLength(kLongestToken);
    m_account->edit()->setMaxLength(kLongestAccountId);
    mask();
    connectFields();
}

void PasteStep::connectFields()
{
    connect(m_eye, &QAction::triggered, this, &PasteStep::toggleMask);
    for (Field *field : {m_token, m_account}) {
        // Not textEdited: a screen reader or an input helper sets the text without typing.
        connect(field->edit(), &QLineEdit::textChanged, this, [this, field] {
            field->setError({});
            Q_EMIT edited();
        });
        connect(field->edit(), &QLineEdit::returnPressed, this, &PasteStep::submitted);
    }
}

bool PasteStep::isComplete() const
{
    return !m_token->edit()->text().trimmed().isEmpty()
           && (m_account->isHidden() || !m_account->edit()->text().trimmed().isEmpty());
}

bool PasteStep::validate()
{
    const bool tokenFits = looksLikeToken(m_token->edit()->text().trimmed());
    m_token->setError(tokenFits ? QString()
                                : tr("Not a token. A token has 40 letters and digits or more, and no blanks."));
    const bool accountFits = m_account->isHidden() || base::isCloudflareId(accountId());
    m_account->setError(accountFits ? QString() : tr("Not an account ID. It has 32 characters, 0 to 9 and a to f."));
    if (!tokenFits)
        m_token->setFocus();
    else if (!accountFits)
        m_account->setFocus();
    return tokenFits && accountFits;
}

base::Secret PasteStep::token() const
{
    return base::Secret(m_token->edit()->text().trimmed().toUtf8());
}

QString PasteStep::accountId() const
{
    return m_account->isHidden() ? QString() : m_account->edit()->text().trimmed().toLower();
}

void PasteStep::askForAccount()
{
    m_account->show();
    m_account->setFocus();
}

void PasteStep::clear()
{
    mask();
    m_token->edit()->clear();
    m_account->edit()->clear();
    m_account->hide();
}

void PasteStep::mask()
{
    m_token->edit()->setEchoMode(QLineEdit::Password);
    m_token->edit()->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                         | Qt::ImhNoAutoUppercase);
    m_eye->setIcon(themeIcon(m_theme, u"eyeoff"_s, {.normal = Colour::Text3}));
    m_eye->setText(tr("Show the token"));
    m_eye->setToolTip(m_eye->text());
}

void PasteStep::toggleMask()
{
    if (m_token->edit()->echoMode() == QLineEdit::Normal) {
        mask();
        return;
    }
    m_token->edit()->setEchoMode(QLineEdit::Normal);
    m_eye->setIcon(themeIcon(m_theme, u"eye"_s, {.normal = Colour::Accent}));
    m_eye->setText(tr("Hide the token"));
    m_eye->setToolTip(m_eye->text());
}

void PasteStep::paste()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty()) {
        m_token->setError(tr("The clipboard holds no text. Copy the token in the dashboard, then press Paste."));
        return;
    }
    m_token->edit()->setText(text.left(kLongestToken));
    m_token->setFocus();
}

} // namespace tokensmith::ui
