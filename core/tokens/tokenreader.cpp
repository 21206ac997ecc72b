// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenreader.h"

#include "core/base/englishtexts.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/ownercheck.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenlister.h"

#include <algorithm>
#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

namespace {

base::Result<base::Done> checkForm(const ListRequest &request)
{
    const auto refuse = [](const QString &message) {
        return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = u"page"_s});
    };
    if (request.page && !request.owner)
        return refuse(u"A page is one of one owner's list: give type or accountId with page, or no page."_s);
    if (request.page && !request.filter.isEmpty())
        return refuse(u"Filters look at whole lists: leave page out, or the filters."_s);
    return base::Done{};
}

QString nameOf(const Owner &owner, const Inventory &inventory)
{
    const base::EnglishTexts english; // only programs ask
    return inventory.ownerName(owner);
}

} // namespace

TokenReader::TokenReader(Parts parts)
    : m_parts(parts)
{
}

base::Async<ListOutcome> TokenReader::list(ListRequest request, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<base::Done> form = checkForm(request);
    if (!form)
        co_return base::fail(form.error());
    const QDateTime now = m_parts.clock.now();
    const base::Result<TokenFilter> filter = filterFrom(request.filter, now);
    if (!filter)
        co_return base::fail(filter.error());
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    ListOutcome outcome;
    if (request.owner) {
        const base::Result<base::Done> mine = checkOwner(*request.owner, *connection, m_parts.accounts);
        if (!mine)
            co_return base::fail(mine.error());
        base::Result<ListOutcome> one = co_await listOne(request, options);
        if (!one)
            co_return base::fail(std::move(one.error()));
        outcome = *std::move(one);
    } else {
        base::Result<ListOutcome> everything = co_await listEveryOwner(*connection, request.onPage, options);
        if (!everything)
            co_return base::fail(std::move(everything.error()));
        outcome = *std::move(everything);
    }
    if (!request.filter.isEmpty()) {
        std::erase_if(outcome.tokens, [&](const model::Token &token) { return !matches(token, *filter, now); });
        outcome.total = static_cast<int>(outcome.tokens.size());
    }
    base::Result<ListOutcome> shown = co_await withinReach(outcome, options);
    co_return shown;
}

base::Async<model::Token> TokenReader::get(std::optional<Owner> owner, QString tokenId, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    const Owner asked = owner.value_or(connection->owner);
    const base::Result<base::Done> mine = checkOwner(asked, *connection, m_parts.accounts);
    if (!mine)
        co_return base::fail(mine.error());
    base::Result<model::Token> token = co_await m_parts.api.getToken(asked, tokenId, options);
    if (!token)
        co_return base::fail(std::move(token.error()));
    const base::Result<base::Done> allowed = co_await m_parts.reach.check(token->policies, options);
    if (!allowed)
        co_return base::fail(allowed.error());
    co_return token;
}

base::Async<ListOutcome> TokenReader::listOne(ListRequest request, cloudflare::CallOptions options)
{
    if (request.page) {
        base::Result<cloudflare::Page<model::Token>> page =
            co_await m_parts.api.listTokens(*request.owner, *request.page, options);
        if (!page)
            co_return base::fail(std::move(page.error()));
        const int total = page->total.value_or(static_cast<int>(page->items.size()));
        co_return ListOutcome{.tokens = std::move(page->items), .total = total};
    }
    base::Result<std::vector<model::Token>> tokens =
        co_await m_parts.lister.all(*request.owner, options, request.onPage);
    if (!tokens)
        co_return base::fail(std::move(tokens.error()));
    const int total = static_cast<int>(tokens->size());
    co_return ListOutcome{.tokens = *std::move(tokens), .total = total};
}

base::Async<ListOutcome> TokenReader::listEveryOwner(Connection connection, PageProgress onPage,
                                                     cloudflare::CallOptions options)
{
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    ListOutcome outcome;
    std::optional<Error> lastError;
    if (!accounts) {
        outcome.unread.append(u"Accounts: %1"_s.arg(accounts.error().message));
        lastError = std::move(accounts.error());
        accounts = std::vector<model::Account>();
    }
    bool anyRead = false;
    const std::vector<Owner> owners = ownersInReach(connection, *accounts);
    PageSum pages(onPage, static_cast<int>(owners.size()));
    for (const Owner &owner : owners) {
        const PageProgress onListPage = pages.next();
        base::Result<std::vector<model::Token>> tokens = co_await m_parts.lister.all(owner, options, onListPage);
        if (!tokens) {
            outcome.unread.append(u"%1: %2"_s.arg(nameOf(owner, m_parts.inventory), tokens.error().message));
            lastError = std::move(tokens.error());
            continue;
        }
        anyRead = true;
        std::move(tokens->begin(), tokens->end(), std::back_inserter(outcome.tokens));
    }
    if (lastError && !anyRead)
        co_return base::fail(*std::move(lastError));
    outcome.total = static_cast<int>(outcome.tokens.size());
    co_return outcome;
}

base::Async<ListOutcome> TokenReader::withinReach(ListOutcome outcome, cloudflare::CallOptions options)
{
    if (!m_parts.reach.isRestricted())
        co_return outcome;
    std::vector<model::Token> shown;
    for (model::Token &token : outcome.tokens) {
        const base::Result<base::Done> allowed = co_await m_parts.reach.check(token.policies, options);
        if (!allowed && allowed.error().code != Error::Code::PermissionDenied)
            co_return base::fail(allowed.error());
        if (allowed)
            shown.push_back(std::move(token));
    }
    outcome.withheld = static_cast<int>(outcome.tokens.size() - shown.size());
    outcome.total -= outcome.withheld;
    outcome.tokens = std::move(shown);
    co_return outcome;
}

} // namespace tokensmith::tokens
