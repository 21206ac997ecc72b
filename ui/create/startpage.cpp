// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/startpage.h"

#include "core/base/text.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/paragraph.h"
#include "ui/common/segmented.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestName = 120;
constexpr int kFieldWidth = 420;

QLabel *labelFor(const Theme &theme, const QString &text, QWidget *buddy)
{
    auto *label = new Label(theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

StartPage::StartPage(const Theme &theme, CreateActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_name(new Field(theme, {.objectName = u"createName"_s,
                               .label = tr("Name"),
                               .placeholder = tr("What it is for, such as ci-dns-records")}))
    , m_owner(new ComboBox(theme, u"createOwner"_s))
    , m_from(new SegmentedControl(theme, tr("Start from"),
                                  {{u"createFromTemplate"_s, tr("A template")},
                                   {u"createFromCopy"_s, tr("A copy of a token")},
                                   {u"createFromCustom"_s, tr("Nothing")}}))
    , m_template(new ComboBox(theme, u"createTemplate"_s))
    , m_token(new ComboBox(theme, u"createCopy"_s))
    , m_source(new QStackedWidget)
    , m_about(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
{
    m_name->edit()->setMaxLength(kLongestName);
    m_source->addWidget(m_template);
    m_source->addWidget(m_token);
    m_template->setAccessibleName(tr("Template"));
    m_token->setAccessibleName(tr("Token to copy"));
    m_from->setCurrentIndex(int(From::Custom));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_name);
    column->addSpacing(space::kSmall);
    column->addWidget(labelFor(theme, tr("Owner"), m_owner));
    column->addWidget(m_owner);
    column->addSpacing(space::kSmall);
    column->addWidget(new Label(theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, tr("Start from")));
    column->addWidget(m_from, 0, Qt::AlignLeft);
    column->addWidget(m_source);
    column->addWidget(m_about);
    column->addStretch();
    for (QWidget *field :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_owner), static_cast<QWidget *>(m_source)})
        field->setMaximumWidth(theme.width(kFieldWidth));
    fillSources();
    showSource();
    connect(m_name->edit(), &QLineEdit::textChanged, this, [this] { setNameError({}); });
    connect(m_name->edit(), &QLineEdit::textEdited, this, &StartPage::edited);
    connect(m_owner, &QComboBox::activated, this, &StartPage::ownerChanged);
    for (QComboBox *box : {static_cast<QComboBox *>(m_template), static_cast<QComboBox *>(m_token)}) {
        connect(box, &QComboBox::activated, this, &StartPage::showSource);
        connect(box, &QComboBox::activated, this, &StartPage::startChanged);
    }
    connect(m_from, &SegmentedControl::currentChanged, this, &StartPage::showSource);
    connect(m_from, &SegmentedControl::currentChanged, this, &StartPage::startChanged);
}

void StartPage::fillSources()
{
    for (const catalog::Template &one : m_actions.templates())
        m_template->addItem(one.name);
    m_tokens = m_actions.tokens();
    std::sort(m_tokens.begin(), m_tokens.end(), [](const model::Token &left, const model::Token &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    });
    for (const model::Token &token : m_tokens)
        m_token->addItem(base::plainLine(token.name, 80));
}

void StartPage::setOwners(const std::vector<model::Owner> &owners)
{
    const model::Owner before = owner();
    m_owners = owners;
    m_owner->clear();
    for (const model::Owner &one : owners) {
        m_owner->addItem(one.kind == model::Owner::Kind::User
                             ? tr("Your user: it acts as you")
                             : tr("%1: it stays when a member leaves").arg(m_actions.ownerName(one)));
    }
    const auto same = std::find(m_owners.begin(), m_owners.end(), before);
    m_owner->setCurrentIndex(same == m_owners.end() ? 0 : int(same - m_owners.begin()));
}

QString StartPage::name() const
{
    return m_name->edit()->text().trimmed();
}

model::Owner StartPage::owner() const
{
    const int at = m_owner->currentIndex();
    return at >= 0 && at < int(m_owners.size()) ? m_owners[std::size_t(at)] : model::Owner();
}

StartPage::From StartPage::from() const
{
    return From(m_from->currentIndex());
}

const catalog::Template *StartPage::chosenTemplate() const
{
    const int at = m_template->currentIndex();
    return from() == From::Template && at >= 0 ? &m_actions.templates()[std::size_t(at)] : nullptr;
}

const model::Token *StartPage::chosenToken() const
{
    const int at = m_token->currentIndex();
    return from() == From::Copy && at >= 0 ? &m_tokens[std::size_t(at)] : nullptr;
}

void StartPage::setNameError(const QString &sentence)
{
    m_name->setError(sentence);
}

void StartPage::copyFrom(const QString &tokenId)
{
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        if (m_tokens[at].id != tokenId)
            continue;
        m_from->setCurrentIndex(int(From::Copy));
        m_token->setCurrentIndex(int(at));
        showSource();
        Q_EMIT startChanged();
        return;
    }
}

void StartPage::showSource()
{
    m_source->setVisible(from() != From::Custom);
    m_source->setCurrentWidget(from() == From::Copy ? static_cast<QWidget *>(m_token) : m_template);
    switch (from()) {
    case From::Template:
        m_about->setText(chosenTemplate() ? chosenTemplate()->description : QString());
        return;
    case From::Copy:
        m_about->setText(tr("Takes over permissions, places and addresses. You can change them on the next pages."));
        return;
    case From::Custom:
        m_about->setText(tr("You pick every permission yourself."));
        return;
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
