// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensempty.h"

#include <QCoreApplication>

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
                .text = TokensEmpty::tr("A token appears here with what it can do, when it ends and when it was last "
                                        "used.")};
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

} // namespace tokensmith::ui
