// SPDX-License-Identifier: GPL-3.0-or-later
// Inventory's refresh: reads every list, each in turns short enough for the event loop, and puts it in its place.
#include "core/base/logging.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventoryreading.h"
#include "core/tokens/tokenlister.h"

#include <QCoroTimer>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tokensmith::tokens {

using base::Error;

namespace {

constexpr std::chrono::milliseconds kNextTurn{0}; // what showing a list takes is a turn of its own

// Rows come while the rest is read, and no list is in memory twice for long; but each time the window sorts and counts
// all of them anew, so a short refresh shows its outcome at once and a long one a part at a time.
constexpr qint64 kPartMilliseconds = 500;
constexpr size_t kPartShare = 4; // a part is at least that fraction of what is shown

/** Runs by itself. To free 100 000 tokens at once would keep the event loop for a tenth of a second. */
QCoro::Task<> letGo(std::vector<model::Token> tokens)
{
    constexpr size_t kAtOnce = 2000;
    while (tokens.size() > kAtOnce) {
        co_await QCoro::sleepFor(kNextTurn); // nor in the turn in which the others are shown
        tokens.resize(tokens.size() - kAtOnce);
    }
}

/** The operator may have narrowed ALLOWED_ACCOUNT_IDS since the list was kept. */
bool isAllowed(const Accounts &accounts, const model::Owner &owner)
{
    return owner.kind == model::Owner::Kind::User || accounts.checkAllowed(owner.accountId).has_value();
}

std::vector<model::Owner> withoutRepeats(const std::vector<model::Owner> &owners)
{
    std::vector<model::Owner> once;
    for (const model::Owner &owner : owners) {
        if (std::find(once.begin(), once.end(), owner) == once.end())
            once.push_back(owner);
    }
    return once;
}

} // namespace

QCoro::Task<> Inventory::run(base::CancelToken cancel)
{
    co_await restore(cancel);
    Reading reading = co_await readEverything(cancel);
    while (!cancel.isCancelled() && reading.connectionNumber != m_connectionNumber)
        reading = co_await readEverything(cancel);
    if (cancel.isCancelled())
        settleForPart(std::move(reading));
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
    if (!lists.empty())
        co_await QCoro::sleepFor(kNextTurn);
    std::erase_if(lists, [this](const OwnerTokens &list) { return !isAllowed(m_sources.accounts, list.owner); });
    if (lists.empty() || identity != m_sources.connection.identity() || m_updatedAt.isValid())
        co_return;
    std::vector<model::Owner> order;
    for (const OwnerTokens &list : lists)
        order.push_back(list.owner);
    const std::vector<model::Token> made = tokens();
    letGo(m_lists.replace(order, std::move(lists)));
    for (const model::Token &token : made)
        m_lists.put(token);
    for (const QString &gone : std::as_const(m_goneMeanwhile))
        m_lists.remove(gone);
    m_updatedAt = m_lists.oldest();
    qCInfo(base::logTokens) << "inventory:" << tokens().size() << "stored tokens of" << m_updatedAt;
    Q_EMIT tokensChanged();
    Q_EMIT stateChanged();
}

QCoro::Task<Inventory::Reading> Inventory::readEverything(base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.priority = cloudflare::Priority::Background, .cancel = cancel};
    Reading reading;
    const base::Result<Connection> connection = co_await m_sources.connection.ensure(options);
    reading.connectionNumber = m_connectionNumber;
    reading.identity = m_sources.connection.identity();
    reading.takenOverAt = m_sources.clock.now();
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
    const std::vector<model::Owner> order = m_lists.oldestFirst(reading->owners);
    for (const model::Owner &owner : order) {
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
        co_await QCoro::sleepFor(kNextTurn);
        reading->lists.push_back(std::move(read));
        reading->read.push_back(owner);
        if (reading->connectionNumber == m_connectionNumber && isWorthShowing(*reading))
            takeOver(reading);
    }
}

bool Inventory::isWorthShowing(const Reading &reading) const
{
    const size_t waiting =
        std::accumulate(reading.lists.begin(), reading.lists.end(), size_t(0),
                        [](size_t sum, const OwnerTokens &list) { return sum + list.tokens.size(); });
    return reading.takenOverAt.msecsTo(m_sources.clock.now()) >= kPartMilliseconds
           && waiting >= tokens().size() / kPartShare;
}

/** Puts the lists read so far in the place of their older ones. */
void Inventory::takeOver(Reading *reading)
{
    std::vector<model::Owner> order = reading->owners;
    if (reading->reach == Reading::Reach::Unknown) // what could not be found out stays as it was
        std::transform(m_lists.known().begin(), m_lists.known().end(), std::back_inserter(order),
                       [](const OwnerLists::Known &known) { return known.owner; });
    letGo(m_lists.replace(withoutRepeats(order), std::exchange(reading->lists, {})));
    for (const model::Token &made : m_madeMeanwhile) {
        m_lists.put(made);
        keep(made.owner);
    }
    for (const QString &gone : std::as_const(m_goneMeanwhile))
        takeOut(gone);
    reading->takenOverAt = m_sources.clock.now();
    qCInfo(base::logTokens) << "inventory:" << tokens().size() << "tokens of" << m_lists.known().size() << "lists";
    Q_EMIT tokensChanged();
}

/** A refresh was stopped: what it read is worth having. */
void Inventory::settleForPart(Reading reading)
{
    const bool isOurs = reading.connectionNumber == m_connectionNumber && !reading.read.empty();
    if (isOurs && !m_updatedAt.isValid()) {
        m_unread = std::move(reading.unread);
        for (const model::Owner &owner : reading.owners) {
            if (!reading.hasRead(owner))
                m_unread.push_back({.owner = owner,
                                    .ownerName = ownerName(owner),
                                    .error = {.code = Error::Code::Cancelled,
                                              .message = tr("It was not read: the refresh was stopped.")}});
        }
    }
    if (isOurs)
        takeOver(&reading);
    if (isOurs && !m_updatedAt.isValid())
        m_updatedAt = m_lists.oldest();
    setState(m_updatedAt.isValid() ? State::Ready : State::Empty);
}

void Inventory::adopt(Reading reading)
{
    m_unread = unreadIn(reading);
    if (reading.read.empty()) {
        m_error = m_unread.empty() ? base::Error{.message = tr("There is no account to read tokens of.")}
                                   : m_unread.front().error;
        setState(State::Failed);
        return;
    }
    if (reading.reach == Reading::Reach::Known)
        m_archive.keepOnly(reading.identity, reading.owners);
    m_updatedAt = m_sources.clock.now();
    takeOver(&reading);
    m_madeMeanwhile.clear();
    m_goneMeanwhile.clear();
    qCInfo(base::logTokens) << "inventory: read," << m_unread.size() << "lists unread";
    setState(State::Ready);
}

std::vector<UnreadList> Inventory::unreadIn(const Reading &reading) const
{
    std::vector<UnreadList> unread = reading.unread;
    for (UnreadList &list : unread)
        list.readAt = readAt(list.owner);
    const auto isNamed = [&](const model::Owner &owner) {
        return std::any_of(unread.begin(), unread.end(), [&](const UnreadList &list) { return list.owner == owner; })
               || reading.hasRead(owner);
    };
    if (reading.reach == Reading::Reach::Known || unread.empty())
        return unread;
    const base::Error why = unread.front().error;
    for (const OwnerLists::Known &known : m_lists.known()) {
        if (!isNamed(known.owner)) {
            unread.push_back(
                {.owner = known.owner, .ownerName = ownerName(known.owner), .error = why, .readAt = known.readAt});
        }
    }
    return unread;
}

} // namespace tokensmith::tokens
