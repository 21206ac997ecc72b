// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokendetails.h"

#include "core/base/text.h"
#include "ui/common/actionbutton.h"
#include "ui/common/badge.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/paragraph.h"
#include "ui/common/tooltip.h"
#include "ui/tokens/tokenactions.h"
#include "ui/tokens/tokenfacts.h"
#include "ui/tokens/tokenfindings.h"
#include "ui/tokens/tokenlook.h"
#include "ui/tokens/tokensoverview.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 16;
constexpr qsizetype kMostZones = 20; ///< named in a tooltip

QString reachIcon(catalog::Reach reach)
{
    switch (reach) {
    case catalog::Reach::Account:
        return u"org"_s;
    case catalog::Reach::Zone:
        return u"globe"_s;
    case catalog::Reach::User:
        return u"user"_s;
    case catalog::Reach::Bucket:
        return u"vault"_s;
    case catalog::Reach::Other:
        return u"shield"_s;
    }
    Q_UNREACHABLE();
}

/** An icon in a colour of the theme, that stays right when the scheme changes. */
QLabel *makeIcon(const Theme &theme, const QString &icon, Colour colour, QWidget *parent)
{
    auto *label = new QLabel(parent);
    const auto draw = [label, &theme, icon, colour] {
        label->setPixmap(theme.pixmap(icon, kIconSize, colour, label->devicePixelRatioF()));
    };
    draw();
    QObject::connect(&theme, &Theme::changed, label, draw);
    return label;
}

/** Every zone on a line of its own, with its id. */
QString zoneLines(const QStringList &ids, const catalog::Names &names)
{
    QStringList lines;
    for (const QString &id : ids.first(std::min(ids.size(), kMostZones))) {
        const QString name = names.zone ? base::plainLine(names.zone(id), 120) : QString();
        const QString plainId = base::plainLine(id, 120);
        lines += name.isEmpty() ? plainId : TokenDetailsPane::tr("%1, ID %2", "zone").arg(name, plainId);
    }
    lines.sort(Qt::CaseInsensitive);
    if (ids.size() > kMostZones)
        lines += TokenDetailsPane::tr("and %n more", nullptr, int(ids.size() - kMostZones));
    return lines.join(u'\n');
}

} // namespace

TokenDetailsPane::TokenDetailsPane(const Theme &theme, TokenActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, u"detailsEmpty"_s, {}, this))
    , m_several(new TokensOverview(theme, this))
    , m_full(new QWidget(this))
{
    setObjectName(u"tokensDetails"_s);
    setAccessibleName(tr("Token details"));
    useSurfaceGround(this);
    auto *column = new QVBoxLayout(m_full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeDivider(Qt::Horizontal, m_full));
    column->addWidget(makeSections(), 1);
    column->addWidget(makeDivider(Qt::Horizontal, m_full));
    column->addWidget(makeFoot());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_several);
    m_stack->addWidget(m_full);
    connect(m_several, &TokensOverview::closeRequested, this, &TokenDetailsPane::closeRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_stack);
    showNothing();
}

QWidget *TokenDetailsPane::makeHead()
{
    auto *head = new QWidget(m_full);
    m_name = new ElidedLabel(m_theme, {.style = TextStyle::SectionTitle}, {}, head);
    m_name->setObjectName(u"detailsName"_s);
    m_badge = new BadgeLabel(m_theme, {}, head);
    m_badge->setObjectName(u"detailsBadge"_s);
    m_owner = new ElidedLabel(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, head);
    m_owner->setObjectName(u"detailsOwner"_s);
    auto *close = makeIconButton(m_theme,
                                 {.objectName = u"detailsClose"_s,
                                  .name = tr("Close details"),
                                  .icon = u"x"_s,
                                  .kind = ButtonKind::Quiet,
                                  .size = ControlSize::Small},
                                 head);
    connect(close, &QToolButton::clicked, this, &TokenDetailsPane::closeRequested);

    auto *title = new QHBoxLayout;
    title->setSpacing(space::kSmall);
    title->addWidget(m_name, 1);
    title->addWidget(close);
    auto *state = new QHBoxLayout;
    state->setSpacing(6);
    state->addWidget(m_badge);
    state->addWidget(m_owner, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::kInset, 14, space::kInset, 14);
    column->setSpacing(2);
    column->addLayout(title);
    column->addLayout(state);
    column->addSpacing(10);
    column->addLayout(makeFirstActions(head));
    return head;
}

QLayout *TokenDetailsPane::makeFirstActions(QWidget *head)
{
    const auto make = [this, head](const QString &name, QAction *action, ButtonKind kind, const QString &icon = {}) {
        return makeActionButton(m_theme, {.objectName = name, .icon = icon, .kind = kind, .size = ControlSize::Small},
                                action, head);
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(make(u"detailsRotate"_s, m_actions.rotate(), ButtonKind::Primary, u"rotate"_s));
    row->addWidget(make(u"detailsEdit"_s, m_actions.edit(), ButtonKind::Default));
    row->addWidget(make(u"detailsToggle"_s, m_actions.toggle(), ButtonKind::Default));
    row->addStretch(1);
    return row;
}

QWidget *TokenDetailsPane::makeFoot()
{
    auto *foot = new QWidget(m_full);
    foot->setObjectName(u"detailsFoot"_s);
    auto *roll =
        makeActionButton(m_theme, {.objectName = u"detailsRoll"_s, .icon = u"bolt"_s, .size = ControlSize::Small},
                         m_actions.roll(), foot);
    auto *revoke = makeActionButton(
        m_theme,
        {.objectName = u"detailsRevoke"_s, .icon = u"trash"_s, .kind = ButtonKind::Danger, .size = ControlSize::Small},
        m_actions.revoke(), foot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addWidget(roll);
    row->addStretch(1);
    row->addWidget(revoke);
    return foot;
}

QWidget *TokenDetailsPane::makeSections()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_findings = new TokenFindings(m_theme, m_actions, content);
    m_findingsEnd = makeDivider(Qt::Horizontal, content);
    column->addWidget(m_findings);
    column->addWidget(m_findingsEnd);
    m_access = new QWidget(content);
    addSection(column, tr("What it can do"))->addWidget(m_access);
    column->addWidget(makeDivider(Qt::Horizontal, content));
    m_facts = new TokenFacts(m_theme, content);
    addSection(column, tr("Lifetime"))->addWidget(m_facts);
    column->addStretch(1);

    m_scroll = new QScrollArea(m_full);
    m_scroll->setObjectName(u"detailsScroll"_s);
    m_scroll->setAccessibleName(tr("Token details"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    useSurfaceGround(m_scroll->viewport());
    m_scroll->setWidget(content); // owned by the scroll area
    useSurfaceGround(content);
    return m_scroll;
}

QVBoxLayout *TokenDetailsPane::addSection(QVBoxLayout *into, const QString &title)
{
    auto *section = new QVBoxLayout;
    section->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    section->setSpacing(6);
    section->addWidget(new Label(m_theme, {.style = TextStyle::Heading, .colour = Colour::Text2}, title, m_full));
    into->addLayout(section);
    return section;
}

void TokenDetailsPane::showNothing()
{
    m_empty->setContent({.icon = u"token"_s, .text = tr("Select a token to see what it can do")});
    m_stack->setCurrentWidget(m_empty);
    m_tokenId.clear();
}

void TokenDetailsPane::showSeveral(const SeveralTokens &several, const QDateTime &now)
{
    m_several->setTokens(several, now);
    m_stack->setCurrentWidget(m_several);
    m_tokenId.clear();
}

void TokenDetailsPane::showToken(const TokenDetails &details, const QDateTime &now)
{
    const model::Token &token = details.token;
    m_name->setText(base::plainLine(token.name, 120));
    m_badge->setBadge(statusBadge(token, now));
    m_owner->setText(token.owner.kind == model::Owner::Kind::User
                         ? tr("Owned by you")
                         : tr("Owned by %1").arg(base::plainLine(details.ownerName, 120)));
    m_findings->setFindings(details.findings);
    m_findingsEnd->setVisible(!details.findings.empty());
    showAccess(details);
    m_facts->setToken(token, now);
    m_stack->setCurrentWidget(m_full);
    m_access->updateGeometry(); // its layout is another: what is around it must measure again
    m_scroll->widget()->layout()->activate();
    if (m_tokenId != token.id)
        m_scroll->verticalScrollBar()->setValue(0);
    m_tokenId = token.id;
}

void TokenDetailsPane::showAccess(const TokenDetails &details)
{
    const std::vector<catalog::AccessPart> parts = catalog::accessParts(details.token.policies, details.names);
    qDeleteAll(m_access->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_access->layout();
    auto *column = new QVBoxLayout(m_access);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    for (const catalog::AccessPart &part : parts)
        addAccessPart(*column, part, zoneLines(part.zones, details.names));
    if (parts.empty())
        column->addWidget(
            new Paragraph(m_theme, {.colour = Colour::Text2}, tr("Nothing: it has no policies."), m_access));
}

void TokenDetailsPane::addAccessPart(QVBoxLayout &column, const catalog::AccessPart &part, const QString &zones)
{
    const bool denied = part.effect == model::Policy::Effect::Deny;
    auto *where = new Paragraph(m_theme, {.style = TextStyle::Strong}, part.where, m_access);
    where->setToolTip(plainToolTip(zones));
    where->setAccessibleDescription(zones);
    auto *what = new Paragraph(m_theme, {.colour = Colour::Text2}, part.what, m_access);
    auto *icon = makeIcon(m_theme, reachIcon(part.reach), denied ? Colour::Danger : Colour::Accent, m_access);
    icon->setContentsMargins(0, 2, 0, 0);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(where);
    text->addWidget(what);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    column.addLayout(row);
}

} // namespace tokensmith::ui
