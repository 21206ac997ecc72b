// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensfooter.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/common/times.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 14;
constexpr LabelLook kLook{.style = TextStyle::Small, .colour = Colour::Text3};

QString progressWords(const TokenListStatus &status)
{
    if (status.pagesTotal == 0)
        return TokensFooter::tr("Loading tokens…");
    return TokensFooter::tr("Loading tokens: page %1 of %2").arg(status.pagesDone).arg(status.pagesTotal);
}

QString countWords(const ListCounts &counts)
{
    if (counts.shown != counts.all)
        return TokensFooter::tr("%1 of %n tokens", nullptr, counts.all).arg(counts.shown);
    QString tokens = counts.all == 1 ? TokensFooter::tr("1 token") : TokensFooter::tr("%n tokens", nullptr, counts.all);
    if (counts.all == 0)
        return tokens;
    const QString owners =
        counts.owners == 1 ? TokensFooter::tr("1 owner") : TokensFooter::tr("%n owners", nullptr, counts.owners);
    return tokens + u", "_s + owners;
}

QString ageWords(const TokenListStatus &status, const QDateTime &now)
{
    if (status.state != TokenListStatus::State::Failed)
        return TokensFooter::tr("Updated %1").arg(agoWords(status.updatedAt, now));
    const QString since = sinceWords(status.updatedAt, now);
    return status.error && isOffline(*status.error) ? TokensFooter::tr("Offline, list from %1").arg(since)
                                                    : TokensFooter::tr("List from %1").arg(since);
}

} // namespace

FooterContent footerContent(const TokenListStatus &status, const ListCounts &counts, const QDateTime &now)
{
    FooterContent content;
    if (counts.selected > 0)
        content.selection = TokensFooter::tr("%n selected", nullptr, counts.selected);
    if (status.state == TokenListStatus::State::Loading) {
        content.mood = FooterContent::Mood::Loading;
        content.left = progressWords(status);
        return content;
    }
    if (!status.updatedAt.isValid())
        return content;
    if (status.state == TokenListStatus::State::Failed)
        content.mood = FooterContent::Mood::Old;
    content.left = countWords(counts);
    content.right = ageWords(status, now);
    return content;
}

TokensFooter::TokensFooter(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_left(new ElidedLabel(theme, kLook, {}, this))
    , m_selection(new Label(theme, kLook, {}, this))
    , m_icon(new QLabel(this))
    , m_right(new Label(theme, kLook, {}, this))
    , m_stop(makeButton(theme, {.objectName = u"tokensStop"_s, .text = tr("Stop"), .kind = ButtonKind::Link}, this))
{
    setObjectName(u"tokensFooter"_s);
    m_left->setObjectName(u"tokensCount"_s);
    m_selection->setObjectName(u"tokensSelected"_s);
    m_right->setObjectName(u"tokensAge"_s);
    m_stop->setAccessibleName(tr("Stop loading"));
    useWindowGround(this);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kPage, 0, space::kPage - space::kTiny, 0);
    row->setSpacing(space::kInset);
    row->addWidget(m_left);
    row->addWidget(m_selection);
    row->addStretch(1);
    auto *right = new QHBoxLayout;
    right->setSpacing(space::kTiny);
    right->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_right->setContentsMargins(0, 0, space::kTiny, 0); // as far from the edge as the word on the button
    right->addWidget(m_right);
    right->addWidget(m_stop, 0, Qt::AlignVCenter);
    row->addLayout(right);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addLayout(row, 1);

    connect(m_stop, &QPushButton::clicked, this, &TokensFooter::stopRequested);
    connect(&m_theme, &Theme::changed, this, &TokensFooter::applyTheme);
    setContent({});
}

void TokensFooter::setContent(const FooterContent &content)
{
    m_mood = content.mood;
    m_left->setText(content.left);
    m_selection->setText(content.selection);
    m_selection->setVisible(!content.selection.isEmpty());
    m_right->setText(content.right);
    const bool loading = m_mood == FooterContent::Mood::Loading;
    m_right->setVisible(!loading);
    m_stop->setVisible(loading);
    m_icon->setVisible(m_mood == FooterContent::Mood::Old);
    applyTheme();
}

void TokensFooter::applyTheme()
{
    setFixedHeight(m_theme.height(28, TextStyle::Small));
    m_icon->setPixmap(m_theme.pixmap(u"offline"_s, m_theme.iconSize(kIconSize), Colour::Warn, devicePixelRatioF()));
    m_right->setColour(m_mood == FooterContent::Mood::Old ? Colour::Warn : Colour::Text3);
}

} // namespace tokensmith::ui
