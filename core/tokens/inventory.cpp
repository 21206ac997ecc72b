// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventory.h"

#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"

#include <algorithm>
#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;

Inventory::Inventory(Sources sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_archive(sources.store)
{
    connect(&m_sources.connection, &ConnectionService::connectionChanged, this, &Inventory::forget);
}

Inventory::~Inventory()
{
    m_keeping.cancel();
}

QString Inventory::ownerName(const model::Owner &owner) const
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return tr("You");
    case model::Owner::Kind::Account:
        break;
    }
    const std::vector<model::Account> &now = m_sources.accounts.known();
    const bool isListed =
        std::any_of(now.begin(), now.end(), [&](const model::Account &one) { return one.id == owner.accountId; });
    const OwnerLists::Known *before = m_lists.find(owner);
    return isListed || !before || before->name.isEmpty() ? m_sources.accounts.nameOf(owner.accountId) : before->name;
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
    m_lists.put(token);
    if (m_state == State::Loading) {
        std::erase_if(m_madeMeanwhile, [&](const model::Token &one) { return one.id == token.id; });
        m_madeMeanwhile.push_back(token);
    }
    keep(token.owner);
    Q_EMIT tokensChanged();
}

void Inventory::remove(const QString &tokenId)
{
    std::erase_if(m_madeMeanwhile, [&](const model::Token &token) { return token.id == tokenId; });
    if (m_state == State::Loading)
        m_goneMeanwhile.append(tokenId);
    const size_t before = tokens().size();
    takeOut(tokenId);
    if (tokens().size() != before)
        Q_EMIT tokensChanged();
}

void Inventory::takeOut(const QString &tokenId)
{
    const auto known =
        std::find_if(tokens().begin(), tokens().end(), [&](const model::Token &token) { return token.id == tokenId; });
    if (known == tokens().end())
        return;
    const model::Owner owner = known->owner;
    m_lists.remove(tokenId);
    keep(owner);
}

void Inventory::keep(const model::Owner &owner)
{
    if (std::find(m_unkept.begin(), m_unkept.end(), owner) == m_unkept.end())
        m_unkept.push_back(owner);
    if (!m_isKeeping)
        keepLists(m_keeping.token());
}

QCoro::Task<> Inventory::keepLists(base::CancelToken cancel)
{
    m_isKeeping = true;
    while (!m_unkept.empty()) {
        const model::Owner owner = m_unkept.back();
        m_unkept.pop_back();
        const OwnerLists::Known *known = m_lists.find(owner);
        if (!known || m_identity.isEmpty())
            continue; // a list never read would pass for a whole one
        OwnerTokens list{.owner = owner, .ownerName = known->name, .readAt = known->readAt};
        std::copy_if(tokens().begin(), tokens().end(), std::back_inserter(list.tokens),
                     [&](const model::Token &token) { return token.owner == owner; });
        co_await m_archive.save(m_identity, &list, cancel);
        if (cancel.isCancelled())
            co_return; // this may be gone
    }
    m_isKeeping = false;
}

void Inventory::forget()
{
    ++m_connectionNumber;
    const QString &identity = m_sources.connection.identity();
    if (identity == m_identity)
        return; // the token whose lists we have was checked just now
    m_identity = identity;
    m_keeping.cancel();
    m_keeping = base::CancelSource();
    m_isKeeping = false;
    m_unkept.clear();
    m_archive.forgetOthers(identity);
    m_updatedAt = {};
    m_unread.clear();
    m_error.reset();
    m_madeMeanwhile.clear();
    m_goneMeanwhile.clear();
    const bool hadTokens = !tokens().empty();
    m_lists.clear();
    if (hadTokens)
        Q_EMIT tokensChanged();
    setState(m_state == State::Loading ? State::Loading : State::Empty);
}

void Inventory::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tokensmith::tokens
