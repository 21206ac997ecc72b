// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/newkeydialog.h"

#include "ui/clients/clientwords.h"
#include "ui/clients/snippetbox.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/paragraph.h"
#include "ui/common/secretfield.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::CallClass;
using clients::ClientPolicy;

namespace {

QString aboutClass(CallClass callClass)
{
    switch (callClass) {
    case CallClass::Read:
        return NewKeyDialog::tr("List tokens, audit and preview");
    case CallClass::Create:
        return NewKeyDialog::tr("Create tokens");
    case CallClass::Change:
        return NewKeyDialog::tr("Edit, roll and rotate tokens");
    case CallClass::Revoke:
        return NewKeyDialog::tr("Revoke tokens");
    }
    Q_UNREACHABLE();
}

} // namespace

NewKeyDialog::NewKeyDialog(const Parts &parts, QWidget *parent)
    : FormDialog(parts.theme,
                 {.objectName = u"newKey"_s, .title = tr("New client key"), .verb = tr("Make key"), .width = 520},
                 parent)
    , m_parts(parts)
    , m_choices(makeChoices())
    , m_result(makeResult())
{
    body()->addWidget(m_choices);
    body()->addWidget(m_result);
    body()->addStretch(1);
    m_result->hide();
    connect(this, &FormDialog::confirmed, this, &NewKeyDialog::make);
    fit();
    m_name->edit()->setFocus();
}

QWidget *NewKeyDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    m_name = new Field(theme(),
                       {.objectName = u"newKeyName"_s,
                        .label = tr("Name"),
                        .placeholder = tr("Laptop, editor"),
                        .hint = tr("Shown wherever this client does something. One key for each client.")},
                       choices);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kInset);
    grid->setVerticalSpacing(space::kSmall);
    grid->setColumnStretch(0, 1);
    const ClientPolicy usual;
    for (std::size_t i = 0; i < m_pills.size(); ++i) {
        const CallClass callClass = clients::kCallClasses.at(i);
        auto *pill = new PolicyPill(theme(), u"newKeyPolicy%1"_s.arg(i), aboutClass(callClass), choices);
        pill->setChoice(choiceOf(usual.of(callClass)));
        grid->addWidget(new Label(theme(), {}, aboutClass(callClass), choices), int(i), 0);
        grid->addWidget(pill, int(i), 1);
        m_pills.at(i) = pill;
    }
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addWidget(m_name);
    column->addWidget(new Label(theme(), {.style = TextStyle::Strong}, tr("What it may do"), choices));
    column->addLayout(grid);
    column->addWidget(new Paragraph(theme(), {.style = TextStyle::Small, .colour = Colour::Text3},
                                    tr("Ask opens a window here, on your screen. Secrets of new tokens stay hidden in "
                                       "the keychain unless you change that in the table."),
                                    choices));
    connect(m_name->edit(), &QLineEdit::textEdited, this, [this] { m_name->setError({}); });
    return choices;
}

QWidget *NewKeyDialog::makeResult()
{
    auto *result = new QWidget(this);
    m_key = new SecretField(theme(), m_parts.clipboard, u"newKeySecret"_s, result);
    m_snippet = new SnippetBox(theme(), m_parts.clipboard, u"newKeySnippet"_s, result);
    m_keep = new Paragraph(theme(), {.colour = Colour::Text2}, {}, result);
    m_keep->setObjectName(u"newKeyKeep"_s);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_keep);
    column->addWidget(m_key);
    column->addSpacing(space::kSmall);
    column->addWidget(new Label(theme(), {.style = TextStyle::Strong}, tr("For the client's configuration"), result));
    column->addWidget(m_snippet);
    connect(m_key, &SecretField::copied, this, [this] { m_stage = Stage::Safe; });
    connect(m_snippet, &SnippetBox::copied, this, [this] { m_stage = Stage::Safe; });
    return result;
}

ClientPolicy NewKeyDialog::policy() const
{
    ClientPolicy policy;
    for (std::size_t i = 0; i < m_pills.size(); ++i)
        policy.set(clients::kCallClasses.at(i), permissionOf(m_pills.at(i)->choice()));
    return policy;
}

void NewKeyDialog::make()
{
    if (m_stage != Stage::Choosing) {
        accept();
        return;
    }
    hideProblem();
    m_name->setError({});
    const base::Result<base::Secret> key = m_parts.actions.createKey(m_name->edit()->text().trimmed(), policy());
    if (key) {
        showKey(*key);
    } else if (key.error().field == "name"_L1) {
        m_name->setError(key.error().message);
        m_name->edit()->setFocus();
        fit();
    } else {
        showProblem(key.error());
    }
}

void NewKeyDialog::showKey(const base::Secret &key)
{
    m_stage = Stage::Shown;
    m_key->setSecret(key);
    m_snippet->setSnippet(m_parts.actions.snippet(key), key);
    m_keep->setTexts(tr("This key is shown once."), tr("Give it to one client only. Lost keys are revoked and made "
                                                       "anew."));
    m_choices->hide();
    m_result->show();
    cancel()->hide();
    verb()->setText(tr("Done"));
    verb()->setFocus();
    fit();
}

void NewKeyDialog::reject()
{
    if (m_stage == Stage::Shown) {
        m_keep->setTexts(tr("Copy the key first."), tr("It can't be shown again. Press Done if you don't need it."));
        fit();
        return;
    }
    FormDialog::reject();
}

} // namespace tokensmith::ui
