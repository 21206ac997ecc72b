// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventory.h"

#include "core/base/logging.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/tokenlister.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

/** What one pass over all lists found. */
struct Inventory::Reading
{
    /** Whose lists there are: every owner in reach, or only as far as could be found out. */
    enum class Reach { Unknown, Known };

    Reach reach = Reach::Unknown;
    std::vector<model::Owner> owners = {}; ///< in the order of tokens()
    std::vector<OwnerTokens> lists = {};
    std::vector<UnreadList> unread = {};
    QString identity = {};
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
    , m_archive(sources.store)
{
    connect(&m_sources.connection, &ConnectionService::connectionChanged, this, &Inventory::forget);
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
    const Known *before = find(owner);
    return isListed || !before || before->name.isEmpty() ? m_sources.accounts.nameOf(owner.accountId) : before->name;
}

const Inventory::Known *Inventory::find(const model::Owner &owner) const
{
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known &one) { return one.owner == owner; });
    return known == m_known.end() ? nullptr : &*known;
}

QDateTime Inventory::readAt(const model::Owner &owner) const
{
    const Known *known = find(owner);
    return known ? known->readAt : QDateTime();
}

std::vector<model::Owner> Inventory::oldestFirst(std::vector<model::Owner> owners) const
{
    std::stable_sort(owners.begin(), owners.end(), [this](const model::Owner &a, const model::Owner &b) {
        const QDateTime one = readAt(a); // one never read is the oldest
        const QDateTime other = readAt(b);
        return one.isValid() == other.isValid() ? one < other : other.isValid();
    });
    return owners;
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
    const QString &identity = m_sources.connection.identity();
    if (identity == m_identity)
        return; // the token whose lists we have was checked just now
    m_identity = identity;
    m_archive.forgetOthers(identity);
    m_updatedAt = {};
    m_known.clear();
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
    co_await restore(cancel);
    Reading reading = co_await readEverything(cancel);
    while (!cancel.isCancelled() && reading.connectionNumber != m_connectionNumber)
        reading = co_await readEverything(cancel);
    if (cancel.isCancelled())
        setState(m_updatedAt.isValid() ? State::Ready : State::Empty);
    else
        adopt(std::move(reading));
}

QCoro::Task<> Inventory::restore(base::CancelToken cancel)
{
    const QString identity = m_sources.connection.identity();
    if (identity.isEmpty() || m_updatedAt.isValid())
        co_return;
    m_identity = identity;
    m_archive.forgetOthers(identity);
    std::vector<OwnerTokens> lists = co_await m_archive.load(identity, cancel);
    if (lists.empty() || identity != m_sources.connection.identity() || m_updatedAt.isValid())
        co_return;
    const std::vector<model::Token> made = std::exchange(m_tokens, {});
    m_updatedAt = lists.front().readAt;
    for (OwnerTokens &list : lists) {
        std::move(list.tokens.begin(), list.tokens.end(), std::back_inserter(m_tokens));
        m_known.push_back({.owner = list.owner, .name = list.ownerName, .readAt = list.readAt});
        m_updatedAt = std::min(m_updatedAt, list.readAt);
    }
    for (const model::Token &token : made)
        put(m_tokens, token);
    std::erase_if(m_tokens, [this](const model::Token &token) { return m_goneMeanwhile.contains(token.id); });
    qCInfo(base::logTokens) << "inventory:" << m_tokens.size() << "stored tokens of" << m_updatedAt;
    Q_EMIT tokensChanged();
    Q_EMIT stateChanged();
}

QCoro::Task<Inventory::Reading> Inventory::readEverything(base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.priority = cloudflare::Priority::Background, .cancel = cancel};
    Reading reading;
    const base::Result<Connection> connection = co_await m_sources.connection.ensure();
    reading.connectionNumber = m_connectionNumber;
    reading.identity = m_sources.connection.identity();
    if (!connection) {
        reading.unread.push_back({.owner = {}, .ownerName = tr("Cloudflare"), .error = connection.error()});
        co_return reading;
    }
    base::Result<std::vector<model::Account>> accounts = co_await m_sources.accounts.list(options);
    if (accounts) {
        reading.reach = Reading::Reach::Known;
    } else {
        const model::Owner anyAccount{.kind = model::Owner::Kind::Account};
        reading.unread.push_back({.owner = anyAccount, .ownerName = tr("Accounts"), .error = accounts.error()});
        accounts = std::vector<model::Account>();
    }
    reading.owners = ownersInReach(*connection, *accounts);
    co_await readLists(&reading, options);
    co_return reading;
}

QCoro::Task<> Inventory::readLists(Reading *reading, cloudflare::CallOptions options)
{
    m_progress = {};
    int pagesBefore = 0;
    const TokenLister::PageProgress onPage = [this, &pagesBefore](int done, int total) {
        m_progress = {.pagesDone = pagesBefore + done, .pagesTotal = pagesBefore + total};
        Q_EMIT progressChanged();
    };
    std::optional<base::Error> noBudget; // asking on would only be refused, or take what is kept for people
    for (const model::Owner &owner : oldestFirst(reading->owners)) {
        if (noBudget) {
            reading->unread.push_back({.owner = owner, .ownerName = ownerName(owner), .error = *noBudget});
            continue;
        }
        base::Result<std::vector<model::Token>> list = co_await m_sources.lister.all(owner, options, onPage);
        pagesBefore = m_progress.pagesDone;
        if (options.cancel.isCancelled() || reading->connectionNumber != m_connectionNumber)
            co_return;
        if (!list) {
            if (list.error().code == Error::Code::RateLimited)
                noBudget = list.error();
            reading->unread.push_back({.owner = owner, .ownerName = ownerName(owner), .error = list.error()});
            continue;
        }
        OwnerTokens read{.owner = owner, .ownerName = ownerName(owner), .readAt = m_sources.clock.now()};
        read.tokens = *std::move(list);
        co_await m_archive.save(reading->identity, &read, options.cancel);
        reading->lists.push_back(std::move(read));
    }
}

void Inventory::adopt(Reading reading)
{
    m_unread = unreadIn(reading);
    if (reading.lists.empty()) {
        m_error = m_unread.empty() ? base::Error{.message = tr("There is no account to read tokens of.")}
                                   : m_unread.front().error;
        setState(State::Failed);
        return;
    }
    if (reading.reach == Reading::Reach::Known)
        m_archive.keepOnly(reading.identity, reading.owners);
    takeIn(std::move(reading));
    followChangesMeanwhile();
    m_updatedAt = m_sources.clock.now();
    qCInfo(base::logTokens) << "inventory:" << m_tokens.size() << "tokens," << m_unread.size() << "lists unread";
    Q_EMIT tokensChanged();
    setState(State::Ready);
}

std::vector<UnreadList> Inventory::unreadIn(const Reading &reading) const
{
    std::vector<UnreadList> unread = reading.unread;
    for (UnreadList &list : unread)
        list.readAt = readAt(list.owner);
    const auto isNamed = [&](const model::Owner &owner) {
        return std::any_of(unread.begin(), unread.end(), [&](const UnreadList &list) { return list.owner == owner; })
               || std::any_of(reading.lists.begin(), reading.lists.end(),
                              [&](const OwnerTokens &list) { return list.owner == owner; });
    };
    if (reading.reach == Reading::Reach::Known || unread.empty())
        return unread;
    const base::Error why = unread.front().error;
    for (const Known &known : m_known) {
        if (!isNamed(known.owner)) {
            unread.push_back(
                {.owner = known.owner, .ownerName = ownerName(known.owner), .error = why, .readAt = known.readAt});
        }
    }
    return unread;
}

/** Puts what was read in the place of the older rows; owners whose list was not read keep theirs. */
void Inventory::takeIn(Reading reading)
{
    QHash<QString, std::vector<model::Token>> older; // by account; "" is the user
    for (model::Token &token : m_tokens)
        older[token.owner.accountId].push_back(std::move(token));
    const std::vector<Known> before = std::exchange(m_known, {});
    if (reading.reach == Reading::Reach::Unknown) {
        for (const Known &known : before) {
            if (std::find(reading.owners.begin(), reading.owners.end(), known.owner) == reading.owners.end())
                reading.owners.push_back(known.owner);
        }
    }
    m_tokens.clear();
    for (const model::Owner &owner : reading.owners) {
        const auto list = std::find_if(reading.lists.begin(), reading.lists.end(),
                                       [&](const OwnerTokens &one) { return one.owner == owner; });
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Known &one) { return one.owner == owner; });
        std::vector<model::Token> &tokens = list == reading.lists.end() ? older[owner.accountId] : list->tokens;
        std::move(tokens.begin(), tokens.end(), std::back_inserter(m_tokens));
        if (list != reading.lists.end())
            m_known.push_back({.owner = owner, .name = list->ownerName, .readAt = list->readAt});
        else if (known != before.end())
            m_known.push_back(*known);
    }
}

void Inventory::followChangesMeanwhile()
{
    for (const model::Token &made : std::exchange(m_madeMeanwhile, {}))
        put(m_tokens, made);
    const QStringList gone = std::exchange(m_goneMeanwhile, {});
    std::erase_if(m_tokens, [&](const model::Token &token) { return gone.contains(token.id); });
}

void Inventory::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tokensmith::tokens
