// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensempty.h"

#include "ui/common/buttons.h"

#include <QCoreApplication>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using State = TokenListStatus::State;

namespace {

struct TokensEmpty
{
    Q_DECLARE_TR_FUNCTIONS(TokensEmpty)
};

} // namespace

EmptyContent emptyContent(const TokenListStatus &status)
{
    if (status.updatedAt.isValid())
        return {.title = TokensEmpty::tr("No tokens yet"),
                .text = TokensEmpty::tr("Create one and it appears here with what it can do, when it ends and when it "
                                        "was last used.")};
    return {.icon = u"token"_s,
            .text = status.state == State::Failed ? TokensEmpty::tr("Tokens appear here once Cloudflare has answered.")
                                                  : TokensEmpty::tr("Press F5 to read the tokens from Cloudflare.")};
}

EmptyContent noMatchContent(const QString &search, const QString &better)
{
    if (better.isEmpty())
        return {.icon = u"search"_s, .text = TokensEmpty::tr("No token matches \"%1\".").arg(search)};
    return {.icon = u"search"_s,
            .text = TokensEmpty::tr("No token matches \"%1\". Did you mean %2?").arg(search, better)};
}

EmptyContent noMatchUnderFilters(const QString &search)
{
    return {.icon = u"search"_s,
            .text = search.isEmpty() ? TokensEmpty::tr("No token matches the chosen filters.")
                                     : TokensEmpty::tr("No token matches \"%1\" and the chosen filters.").arg(search)};
}

TokensEmptyState::TokensEmptyState(const Theme &theme, QWidget *parent)
    : EmptyState(theme, u"tokensEmpty"_s, {}, parent)
    , m_create(makeButton(
          theme,
          {.objectName = u"tokensFirst"_s, .text = tr("New token"), .icon = u"plus"_s, .kind = ButtonKind::Primary},
          this))
    , m_better(makeButton(theme, {.objectName = u"tokensDidYouMean"_s, .text = {}}, this))
    , m_all(makeButton(theme, {.objectName = u"tokensShowAll"_s, .text = tr("Show all tokens")}, this))
{
    addButton(m_create);
    addButton(m_better);
    addButton(m_all);
    connect(m_create, &QPushButton::clicked, this, &TokensEmptyState::newTokenRequested);
    connect(m_better, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(m_search); });
    connect(m_all, &QPushButton::clicked, this, &TokensEmptyState::allRequested);
}

void TokensEmptyState::showStatus(const TokenListStatus &status)
{
    m_better->hide();
    m_all->hide();
    m_create->setVisible(status.updatedAt.isValid()); // else nobody knows whether there are none
    setContent(emptyContent(status));
}

void TokensEmptyState::setNewTokenOff(const QString &reason)
{
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason);
}

void TokensEmptyState::showNothingFound(const NothingFound &found)
{
    m_search = found.better;
    m_create->hide();
    setContent(found.filtered && found.better.isEmpty() ? noMatchUnderFilters(found.search)
                                                        : noMatchContent(found.search, found.better));
    m_better->setText(tr("Search for %1").arg(found.better));
    m_better->setVisible(!found.better.isEmpty());
    m_all->show();
}

} // namespace tokensmith::ui
