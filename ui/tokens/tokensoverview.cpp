// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensoverview.h"

#include "core/base/text.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using search::Trait;

namespace {

constexpr std::size_t kMostOwners = 5; ///< each on a line of its own
constexpr int kIconSize = 14;
constexpr int kColumns = 3; ///< icon, what, how many

QString number(int count)
{
    return QLocale().toString(count);
}

} // namespace

TokensOverview::TokensOverview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(m_scroll, 1);
    m_scroll->setObjectName(u"severalScroll"_s);
    m_scroll->setAccessibleName(tr("The selected tokens together"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    useSurfaceGround(m_scroll->viewport());
}

QWidget *TokensOverview::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new ElidedLabel(m_theme, {.style = TextStyle::SectionTitle}, {}, head);
    m_title->setObjectName(u"severalTitle"_s);
    auto *close = makeIconButton(m_theme,
                                 {.objectName = u"severalClose"_s,
                                  .name = tr("Clear the selection"),
                                  .icon = u"x"_s,
                                  .kind = ButtonKind::Quiet,
                                  .size = ControlSize::Small},
                                 head);
    connect(close, &QToolButton::clicked, this, &TokensOverview::closeRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::kInset, 14, space::kInset, 14);
    row->setSpacing(space::kSmall);
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return head;
}

void TokensOverview::setTokens(const SeveralTokens &several, const QDateTime &now)
{
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_title->setText(tr("%n tokens selected", nullptr, several.overview.traits.all()));
    m_content = new QWidget;
    useSurfaceGround(m_content);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    m_grid->setHorizontalSpacing(space::kSmall);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    addStates(several.overview.traits);
    addOwners(several.overview.owners);
    addEnds(several, now);
    addFindings(several.overview);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_scroll->setWidget(m_content); // which deletes the one before
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void TokensOverview::addTitle(const QString &title)
{
    const int row = m_grid->rowCount();
    auto *label = new Label(m_theme, {.style = TextStyle::Heading, .colour = Colour::Text2}, title, m_content);
    label->setContentsMargins(0, row > 1 ? space::kMedium : 0, 0, 3);
    m_grid->addWidget(label, row, 0, 1, kColumns);
}

void TokensOverview::addLine(const QString &objectName, const Line &line)
{
    const int row = m_grid->rowCount();
    if (!line.icon.isEmpty()) {
        auto *icon = new IconLabel(m_theme, kIconSize, m_content);
        icon->setIcon(line.icon, line.colour);
        m_grid->addWidget(icon, row, 0);
    }
    auto *name = new ElidedLabel(m_theme, {.style = TextStyle::Small}, line.name, m_content);
    auto *value = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, line.value, m_content);
    value->setObjectName(objectName);
    value->setAccessibleName(u"%1: %2"_s.arg(line.name, line.value));
    value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(name, row, line.icon.isEmpty() ? 0 : 1, 1, line.icon.isEmpty() ? 2 : 1);
    m_grid->addWidget(value, row, kColumns - 1);
}

void TokensOverview::addSentence(const QString &objectName, const QString &sentence)
{
    auto *paragraph = new Paragraph(m_theme, {.style = TextStyle::Small}, sentence, m_content);
    paragraph->setObjectName(objectName);
    m_grid->addWidget(paragraph, m_grid->rowCount(), 0, 1, kColumns);
}

void TokensOverview::addStates(const search::TraitCounts &counts)
{
    struct State
    {
        Trait trait;
        QString name;
        QString icon;
        Colour colour = Colour::Text3;
    };
    const std::array states{
        State{Trait::Active, tr("Working"), u"act"_s, Colour::Ok},
        State{Trait::Pending, tr("Not started yet"), u"pend"_s},
        State{Trait::Disabled, tr("Disabled"), u"off"_s},
        State{Trait::Expired, tr("Expired"), u"expd"_s, Colour::Danger},
        State{Trait::Exposed, tr("Exposed"), u"stop"_s, Colour::Danger},
        State{Trait::Unknown, tr("State unknown"), u"info"_s},
    };
    addTitle(tr("Status"));
    for (const State &state : states) {
        if (const int count = counts.of(state.trait); count > 0)
            addLine(u"several-"_s + search::traitWord(state.trait),
                    {.name = state.name, .value = number(count), .icon = state.icon, .colour = state.colour});
    }
}

void TokensOverview::addOwners(const std::vector<search::Overview::Share> &owners)
{
    addTitle(tr("Owners"));
    // A line "1 more owner" would take as much room as the owner.
    const std::size_t shown = owners.size() <= kMostOwners + 1 ? owners.size() : kMostOwners;
    for (std::size_t i = 0; i < shown; ++i)
        addLine(u"severalOwner%1"_s.arg(i), {.name = owners[i].owner, .value = number(owners[i].tokens)});
    if (shown == owners.size())
        return;
    int rest = 0;
    for (std::size_t i = shown; i < owners.size(); ++i)
        rest += owners[i].tokens;
    addLine(u"severalOwners"_s,
            {.name = tr("%n more owners", nullptr, int(owners.size() - shown)), .value = number(rest)});
}

void TokensOverview::addEnds(const SeveralTokens &several, const QDateTime &now)
{
    const search::TraitCounts &counts = several.overview.traits;
    addTitle(tr("Lifetime"));
    if (!several.nextName.isEmpty())
        addSentence(u"severalNext"_s,
                    tr("Next to expire: %1, %2", "token, in 5 days")
                        .arg(base::plainLine(several.nextName, 120), expiryWords(several.nextEnds, now)));
    addLine(u"several-expiring"_s, {.name = tr("Expire within 30 days"), .value = number(counts.of(Trait::Expiring))});
    addLine(u"several-never-expires"_s, {.name = tr("Never expire"), .value = number(counts.of(Trait::NeverExpires))});
    addLine(u"several-unused"_s, {.name = tr("Unused for 90 days"), .value = number(counts.of(Trait::Unused))});
}

void TokensOverview::addFindings(const search::Overview &overview)
{
    addTitle(tr("Findings"));
    if (!overview.isJudged) {
        addSentence(u"severalFindings"_s, tr("Still being looked for…"));
        return;
    }
    addLine(u"several-flagged"_s, {.name = tr("With findings"), .value = number(overview.traits.of(Trait::Flagged))});
    if (overview.withHighFinding > 0)
        addLine(u"severalHigh"_s, {.name = tr("With a serious one"), .value = number(overview.withHighFinding)});
}

} // namespace tokensmith::ui
