// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventory.h"

#include "core/base/logging.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/tokenlister.h"

#include <QCoroTimer>

#include <algorithm>
#include <numeric>
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
    std::vector<OwnerTokens> lists = {};   ///< read, and not in tokens() yet
    std::vector<model::Owner> read = {};   ///< whose lists were read
    std::vector<UnreadList> unread = {};
    QString identity = {};
    int connectionNumber = 0; ///< under which bootstrap token
    QDateTime takenOverAt = {};

    [[nodiscard]] bool hasRead(const model::Owner &owner) const
    {
        return std::find(read.begin(), read.end(), owner) != read.end();
    }
};

namespace {

// Rows come while the rest is read, and no list is in memory twice for long; but each time the window sorts and counts
// all of them anew, so a short refresh shows its outcome at once and a long one a part at a time.
constexpr qint64 kPartMilliseconds = 500;
constexpr size_t kPartShare = 4; // a part is at least that fraction of what is shown

/** Runs by itself. To free 100 000 tokens at once would keep the event loop for a tenth of a second. */
QCoro::Task<> letGo(std::vector<model::Token> tokens)
{
    constexpr size_t kAtOnce = 2000;
    while (tokens.size() > kAtOnce) {
        tokens.resize(tokens.size() - kAtOnce);
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
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

void Inventory::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tokensmith::tokens
