// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventory.h"

#include "core/base/logging.h"
#include "core/tokens/accounts.h"
#include "core/tokens/tokenlister.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

Inventory::Inventory(TokenLister &lister, Accounts &accounts, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_lister(lister)
    , m_accounts(accounts)
    , m_clock(clock)
{
}

QString Inventory::ownerName(const model::Owner &owner) const
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return tr("You");
    case model::Owner::Kind::Account:
        return m_accounts.nameOf(owner.accountId);
    }
    Q_UNREACHABLE();
}

void Inventory::refresh()
{
    if (m_state == State::Loading)
        return;
    m_cancel = base::CancelSource();
    m_error.reset();
    m_progress = {};
    setState(State::Loading);
    run(m_cancel.token());
}

void Inventory::stop()
{
    m_cancel.cancel();
}

void Inventory::add(const model::Token &token)
{
    std::erase_if(m_tokens, [&](const model::Token &known) { return known.id == token.id; });
    m_tokens.push_back(token);
    Q_EMIT tokensChanged();
}

QCoro::Task<> Inventory::run(base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.priority = cloudflare::Priority::Interactive, .cancel = cancel};
    std::vector<model::Token> found;
    std::vector<UnreadList> unread;
    bool anyRead = false;

    const base::Result<std::vector<model::Account>> accounts = co_await m_accounts.list(options);
    std::vector<model::Owner> owners{model::Owner::user()};
    if (accounts) {
        for (const model::Account &account : *accounts)
            owners.push_back(model::Owner::account(account.id));
    } else {
        unread.push_back(
            {.owner = {.kind = model::Owner::Kind::Account}, .ownerName = tr("Accounts"), .error = accounts.error()});
    }

    int pagesBefore = 0;
    const TokenLister::PageProgress onPage = [this, &pagesBefore](int done, int total) {
        m_progress = {.pagesDone = pagesBefore + done, .pagesTotal = pagesBefore + total};
        Q_EMIT progressChanged();
    };
    for (const model::Owner &owner : owners) {
        base::Result<std::vector<model::Token>> list = co_await m_lister.all(owner, options, onPage);
        pagesBefore = m_progress.pagesDone;
        if (cancel.isCancelled())
            break;
        if (!list) {
            unread.push_back({.owner = owner, .ownerName = ownerName(owner), .error = std::move(list.error())});
            continue;
        }
        anyRead = true;
        std::move(list->begin(), list->end(), std::back_inserter(found));
    }

    if (cancel.isCancelled()) {
        setState(m_updatedAt.isValid() ? State::Ready : State::Empty);
        co_return;
    }
    if (!anyRead) {
        m_error = unread.front().error;
        m_unread = std::move(unread);
        setState(State::Failed);
        co_return;
    }
    m_tokens = std::move(found);
    m_unread = std::move(unread);
    m_updatedAt = m_clock.now();
    qCInfo(base::logTokens) << "inventory:" << m_tokens.size() << "tokens," << m_unread.size() << "lists unread";
    Q_EMIT tokensChanged();
    setState(State::Ready);
}

void Inventory::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tokensmith::tokens
