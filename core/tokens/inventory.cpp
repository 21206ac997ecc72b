// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventory.h"

#include "core/base/logging.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/tokenlister.h"

#include <algorithm>
#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

/** What one pass over all lists found. */
struct Inventory::Reading
{
    std::vector<model::Token> tokens = {};
    std::vector<UnreadList> unread = {};
    int listsRead = 0;
    int connectionNumber = 0; ///< under which bootstrap token
};

namespace {

/** In the place of the one with its id, if there is one. */
void put(std::vector<model::Token> &tokens, const model::Token &token)
{
    const auto known =
        std::find_if(tokens.begin(), tokens.end(), [&](const model::Token &one) { return one.id == token.id; });
    if (known == tokens.end())
        tokens.push_back(token);
    else
        *known = token;
}

} // namespace

Inventory::Inventory(Sources sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    connect(&m_sources.connection, &ConnectionService::connectionChanged, this, &Inventory::forget);
}

QString Inventory::ownerName(const model::Owner &owner) const
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return tr("You");
    case model::Owner::Kind::Account:
        return m_sources.accounts.nameOf(owner.accountId);
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
    m_madeMeanwhile.clear();
    m_goneMeanwhile.clear();
    setState(State::Loading);
    run(m_cancel.token());
}

void Inventory::stop()
{
    m_cancel.cancel();
}

void Inventory::add(const model::Token &token)
{
    put(m_tokens, token);
    if (m_state == State::Loading)
        put(m_madeMeanwhile, token);
    Q_EMIT tokensChanged();
}

void Inventory::remove(const QString &tokenId)
{
    const auto isIt = [&](const model::Token &token) { return token.id == tokenId; };
    std::erase_if(m_madeMeanwhile, isIt);
    if (m_state == State::Loading)
        m_goneMeanwhile.append(tokenId);
    if (std::erase_if(m_tokens, isIt) > 0)
        Q_EMIT tokensChanged();
}

void Inventory::forget()
{
    ++m_connectionNumber;
    m_updatedAt = {};
    m_unread.clear();
    m_error.reset();
    m_madeMeanwhile.clear();
    m_goneMeanwhile.clear();
    if (!m_tokens.empty()) {
        m_tokens.clear();
        Q_EMIT tokensChanged();
    }
    setState(m_state == State::Loading ? State::Loading : State::Empty);
}

QCoro::Task<> Inventory::run(base::CancelToken cancel)
{
    Reading reading = co_await readEverything(cancel);
    while (!cancel.isCancelled() && reading.connectionNumber != m_connectionNumber)
        reading = co_await readEverything(cancel);
    if (cancel.isCancelled())
        setState(m_updatedAt.isValid() ? State::Ready : State::Empty);
    else
        adopt(std::move(reading));
}

QCoro::Task<Inventory::Reading> Inventory::readEverything(base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    Reading reading;
    const base::Result<Connection> connection = co_await m_sources.connection.ensure();
    reading.connectionNumber = m_connectionNumber;
    if (!connection) {
        reading.unread.push_back({.owner = {}, .ownerName = tr("Cloudflare"), .error = connection.error()});
        co_return reading;
    }
    base::Result<std::vector<model::Account>> accounts = co_await m_sources.accounts.list(options);
    if (!accounts) {
        const model::Owner anyAccount{.kind = model::Owner::Kind::Account};
        reading.unread.push_back({.owner = anyAccount, .ownerName = tr("Accounts"), .error = accounts.error()});
        accounts = std::vector<model::Account>();
    }
    m_progress = {};
    int pagesBefore = 0;
    const TokenLister::PageProgress onPage = [this, &pagesBefore](int done, int total) {
        m_progress = {.pagesDone = pagesBefore + done, .pagesTotal = pagesBefore + total};
        Q_EMIT progressChanged();
    };
    for (const model::Owner &owner : ownersInReach(*connection, *accounts)) {
        base::Result<std::vector<model::Token>> list = co_await m_sources.lister.all(owner, options, onPage);
        pagesBefore = m_progress.pagesDone;
        if (cancel.isCancelled())
            break;
        if (!list) {
            reading.unread.push_back({.owner = owner, .ownerName = ownerName(owner), .error = std::move(list.error())});
            continue;
        }
        ++reading.listsRead;
        std::move(list->begin(), list->end(), std::back_inserter(reading.tokens));
    }
    co_return reading;
}

void Inventory::adopt(Reading reading)
{
    m_unread = std::move(reading.unread);
    if (reading.listsRead == 0) {
        m_error = m_unread.empty() ? base::Error{.message = tr("There is no account to read tokens of.")}
                                   : m_unread.front().error;
        setState(State::Failed);
        return;
    }
    m_tokens = std::move(reading.tokens);
    for (const model::Token &made : std::exchange(m_madeMeanwhile, {}))
        put(m_tokens, made);
    const QStringList gone = std::exchange(m_goneMeanwhile, {});
    std::erase_if(m_tokens, [&](const model::Token &token) { return gone.contains(token.id); });
    m_updatedAt = m_sources.clock.now();
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
