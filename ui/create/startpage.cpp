// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/startpage.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/paragraph.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmented.h"
#include "ui/create/choicelist.h"
#include "ui/create/roundframe.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestName = 120;
constexpr int kFieldWidth = 420;
constexpr int kListWidth = 640;
constexpr int kListHeight = 200;
constexpr std::size_t kMostFound = 50; ///< a search narrows it further

QLabel *labelFor(const Theme &theme, const QString &text, QWidget *buddy)
{
    auto *label = new Label(theme, {.style = TextStyle::Strong}, text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

StartPage::StartPage(const Theme &theme, CreateActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_name(new Field(theme, {.objectName = u"createName"_s,
                               .label = tr("Name"),
                               .placeholder = tr("What it is for, such as ci-dns-records")}))
    , m_owner(new ComboBox(theme, u"createOwner"_s))
    , m_from(new SegmentedControl(theme, tr("Start from"),
                                  {{u"createFromTemplate"_s, tr("Template")},
                                   {u"createFromCopy"_s, tr("Copy of a token")},
                                   {u"createFromCustom"_s, tr("Custom")}}))
    , m_templates(new ChoiceList(theme, u"createTemplate"_s, tr("Template")))
    , m_find(new SearchField(theme, {.objectName = u"createFindToken"_s,
                                     .accessibleName = tr("Find a token to copy"),
                                     .placeholder = tr("Find a token by its name")}))
    , m_tokens(new ChoiceList(theme, u"createCopy"_s, tr("Token to copy")))
    , m_source(new QStackedWidget)
{
    m_name->edit()->setMaxLength(kLongestName);
    m_from->setCurrentIndex(int(From::Custom));
    m_source->addWidget(makeTemplates());
    m_source->addWidget(makeCopy());
    auto *custom = new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                 tr("You pick every permission yourself."));
    m_source->addWidget(custom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_name);
    column->addSpacing(space::kSmall);
    column->addWidget(labelFor(theme, tr("Owner"), m_owner));
    column->addWidget(m_owner);
    column->addSpacing(space::kSmall);
    column->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Start from")));
    column->addWidget(m_from, 0, Qt::AlignLeft);
    column->addSpacing(space::kTiny);
    column->addWidget(m_source, 1);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_owner)})
        field->setMaximumWidth(theme.width(kFieldWidth));
    m_source->setMaximumWidth(theme.width(kListWidth));
    fillTemplates();
    showSource();
    connect(m_name->edit(), &QLineEdit::textChanged, this, [this] { setNameError({}); });
    connect(m_name->edit(), &QLineEdit::textChanged, this, &StartPage::edited);
    connect(m_owner, &QComboBox::activated, this, &StartPage::fillTemplates);
    connect(m_owner, &QComboBox::activated, this, &StartPage::ownerChanged);
    connect(m_templates, &ChoiceList::chosen, this, &StartPage::startChanged);
    connect(m_tokens, &ChoiceList::chosen, this, &StartPage::takeToken);
    connect(m_find, &SearchField::textChanged, this, &StartPage::fillTokens);
    connect(m_from, &SegmentedControl::currentChanged, this, &StartPage::showSource);
    connect(m_from, &SegmentedControl::currentChanged, this, &StartPage::startChanged);
}

QWidget *StartPage::makeTemplates()
{
    m_templates->setMinimumHeight(m_theme.width(kListHeight));
    return new RoundFrame(m_templates);
}

QWidget *StartPage::makeCopy()
{
    m_tokens->setMinimumHeight(m_theme.width(kListHeight));
    auto *copy = new QWidget;
    auto *column = new QVBoxLayout(copy);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_find);
    column->addWidget(new RoundFrame(m_tokens), 1);
    column->addWidget(
        new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                      tr("Takes over permissions, places and addresses. You can change them on the next pages.")));
    return copy;
}

void StartPage::fillTemplates()
{
    std::vector<Choice> choices;
    for (const catalog::Template &one : m_actions.templates()) {
        const std::optional<int> count = catalog::permissionCount(one, owner().kind);
        const bool dashboard = one.making == catalog::Template::Making::DashboardOnly;
        choices.push_back({.name = one.name,
                           .about = one.description,
                           .note = dashboard ? tr("Dashboard only")
                                   : count   ? tr("%n permissions", nullptr, *count)
                                             : QString()});
    }
    m_templates->setChoices(choices, std::max(0, m_templates->chosenRow()));
}

Choice StartPage::choiceOf(const model::Token &token) const
{
    return {.name = base::plainLine(token.name, kLongestName),
            .about = catalog::accessSummary(token.policies),
            .note = base::plainLine(m_actions.ownerName(token.owner), 40)};
}

void StartPage::fillTokens()
{
    const QString text = m_find->text().trimmed();
    m_found.clear();
    std::size_t matching = 0;
    for (const model::Token &token : m_actions.tokens()) {
        if (!token.name.contains(text, Qt::CaseInsensitive))
            continue;
        if (++matching <= kMostFound)
            m_found.push_back(token);
    }
    std::sort(m_found.begin(), m_found.end(), [](const model::Token &left, const model::Token &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    });
    std::vector<Choice> choices;
    int chosen = -1;
    for (const model::Token &token : m_found) {
        if (m_token && token.id == m_token->id)
            chosen = int(choices.size());
        choices.push_back(choiceOf(token));
    }
    m_tokens->setChoices(choices, chosen);
    m_find->setNote(tr("%1 of %2").arg(m_found.size()).arg(m_actions.tokens().size()));
}

void StartPage::takeToken(int row)
{
    m_token = m_found[std::size_t(row)];
    Q_EMIT startChanged();
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
    fillTemplates();
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
    const int at = m_templates->chosenRow();
    return from() == From::Template && at >= 0 ? &m_actions.templates()[std::size_t(at)] : nullptr;
}

const std::optional<model::Token> &StartPage::chosenToken() const
{
    return from() == From::Copy ? m_token : m_none;
}

QString StartPage::summary() const
{
    if (const catalog::Template *one = chosenTemplate())
        return one->name;
    const std::optional<model::Token> &token = chosenToken();
    return token ? tr("Copy of %1").arg(base::plainLine(token->name, 40)) : tr("Custom");
}

void StartPage::setNameError(const QString &sentence)
{
    m_name->setError(sentence);
}

void StartPage::copyFrom(const QString &tokenId)
{
    for (const model::Token &token : m_actions.tokens()) {
        if (token.id != tokenId)
            continue;
        m_token = token;
        m_from->setCurrentIndex(int(From::Copy));
        m_find->setText(token.name);
        showSource();
        Q_EMIT startChanged();
        return;
    }
}

void StartPage::showSource()
{
    m_source->setCurrentIndex(int(from()));
    if (from() == From::Copy)
        fillTokens();
}

} // namespace tokensmith::ui
