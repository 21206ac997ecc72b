// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/zonenames.h"

#include "core/base/logging.h"
#include "core/model/permissiongroup.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/zones.h"

#include <QCoroTimer>
#include <QElapsedTimer>

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kAskAgain = 3600;      // seconds
constexpr qint64 kTurnMilliseconds = 8; // half a frame: what the event loop is kept waiting
constexpr size_t kStride = 200;         // tokens between two looks at the clock

} // namespace

ZoneNames::ZoneNames(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
}

ZoneNames::~ZoneNames()
{
    m_cancel.cancel();
}

void ZoneNames::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    m_identity = m_sources.connection.identity();
    connect(&m_sources.connection, &ConnectionService::connectionChanged, this, &ZoneNames::forget);
    connect(&m_sources.inventory, &Inventory::stateChanged, this, &ZoneNames::onInventory);
    connect(&m_sources.inventory, &Inventory::tokensChanged, this, &ZoneNames::onInventory);
    onInventory();
}

void ZoneNames::stop()
{
    m_cancel.cancel();
    m_isRunning = false;
}

QString ZoneNames::nameOf(const QString &zoneId) const
{
    const QString name = m_names.value(zoneId);
    return name.isEmpty() ? m_sources.zones.knownName(zoneId) : name;
}

void ZoneNames::onInventory()
{
    if (m_sources.inventory.state() != Inventory::State::Ready)
        return;
    if (m_isRunning) {
        m_isStale = true; // it looks again
        return;
    }
    m_isRunning = true;
    m_cancel = base::CancelSource();
    read(m_cancel.token(), m_reading);
}

void ZoneNames::forget()
{
    const QString &identity = m_sources.connection.identity();
    if (std::exchange(m_identity, identity) == identity)
        return;
    stop();
    m_wanted.clear();
    m_askedAt.clear();
    if (m_names.isEmpty())
        return;
    m_names.clear();
    Q_EMIT namesChanged();
}

QCoro::Task<> ZoneNames::read(base::CancelToken cancel, std::shared_ptr<int> reading)
{
    ++*reading;
    co_await QCoro::sleepFor(std::chrono::milliseconds(0)); // not in the turn in which the list is shown
    bool goesOn = !cancel.isCancelled();                    // else this may be gone, here and below
    while (goesOn) {
        m_isStale = false;
        Round round;
        co_await gather(cancel);
        goesOn = !cancel.isCancelled();
        const QStringList accounts = goesOn ? accountsToAsk() : QStringList();
        for (qsizetype i = 0; i < accounts.size() && goesOn; ++i) {
            const QString account = accounts[i];
            if (!isWanted(account))
                continue;
            const End end = co_await readAccount(account, &round, cancel);
            goesOn = end == End::Done && !cancel.isCancelled();
        }
        if (!cancel.isCancelled() && round.foundAny)
            Q_EMIT namesChanged();
        goesOn = goesOn && !cancel.isCancelled() && m_isStale;
    }
    if (!cancel.isCancelled())
        m_isRunning = false;
    --*reading;
}

QCoro::Task<> ZoneNames::gather(base::CancelToken cancel)
{
    m_wanted.clear();
    QElapsedTimer turn;
    turn.start();
    for (size_t i = 0; i < m_sources.inventory.tokens().size(); ++i) { // the list may be another after each turn
        want(m_sources.inventory.tokens()[i]);
        if (i % kStride != 0 || turn.elapsed() < kTurnMilliseconds)
            continue;
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return;
        turn.restart();
    }
}

void ZoneNames::want(const model::Token &token)
{
    for (const model::Policy &policy : token.policies) {
        for (const model::Resource &resource : policy.resources) {
            wantZone(resource.key, token.owner.accountId);
            for (const QString &nested : resource.nested)
                wantZone(nested, token.owner.accountId);
        }
    }
}

void ZoneNames::wantZone(const QString &key, const QString &accountId)
{
    const qsizetype prefix = model::scope::zone.size() + 1;
    if (key.size() <= prefix || !key.startsWith(model::scope::zone) || key[prefix - 1] != u'.' || key[prefix] == u'*')
        return;
    const QString id = key.mid(prefix);
    if (nameOf(id).isEmpty())
        m_wanted[accountId].insert(id);
}

/** Accounts whose own tokens miss a name come first: a user's tokens may name zones of any. */
QStringList ZoneNames::accountsToAsk() const
{
    QStringList accounts = m_wanted.keys();
    accounts.removeAll(QString());
    accounts.sort();
    if (m_wanted.contains(QString())) {
        for (const model::Account &account : m_sources.accounts.known()) {
            if (!accounts.contains(account.id))
                accounts.append(account.id);
        }
    }
    const QDateTime now = m_sources.clock.now();
    accounts.removeIf([&](const QString &id) {
        const QDateTime askedAt = m_askedAt.value(id);
        return askedAt.isValid() && askedAt.secsTo(now) < kAskAgain;
    });
    return accounts;
}

bool ZoneNames::isWanted(const QString &accountId) const
{
    return !m_wanted.value(accountId).isEmpty() || !m_wanted.value(QString()).isEmpty();
}

QCoro::Task<ZoneNames::End> ZoneNames::readAccount(QString accountId, Round *round, base::CancelToken cancel)
{
    const cloudflare::ZoneFilter filter{.accountId = accountId};
    const cloudflare::CallOptions options{.priority = cloudflare::Priority::Background, .cancel = cancel};
    int seen = 0;
    for (int number = 1; isWanted(accountId) && round->pagesLeft > 0; ++number) {
        --round->pagesLeft;
        const cloudflare::PageRequest request{.page = number};
        const base::Result<cloudflare::Page<model::Zone>> page =
            co_await m_sources.api.listZones(filter, request, options);
        if (cancel.isCancelled())
            co_return End::GiveUp; // this may be gone
        if (!page && page.error().code != Error::Code::PermissionDenied) {
            qCInfo(base::logTokens).noquote() << "names of zones are not read:" << page.error().message;
            co_return End::GiveUp;
        }
        if (!page)
            break;
        round->foundAny = take(page->items) || round->foundAny;
        seen += static_cast<int>(page->items.size());
        const bool fullPage = static_cast<int>(page->items.size()) >= request.perPage;
        const bool more = page->total ? seen < *page->total : fullPage;
        if (page->items.empty() || !more)
            break;
    }
    if (isWanted(accountId)) // the whole list does not know them, nor will it soon
        m_askedAt.insert(accountId, m_sources.clock.now());
    co_return round->pagesLeft > 0 ? End::Done : End::GiveUp;
}

/** True if one of them was wanted. */
bool ZoneNames::take(const std::vector<model::Zone> &zones)
{
    bool wasWanted = false;
    for (const model::Zone &zone : zones) {
        if (zone.name.isEmpty())
            continue;
        m_names.insert(zone.id, zone.name);
        for (QSet<QString> &wanted : m_wanted)
            wasWanted = wanted.remove(zone.id) || wasWanted;
    }
    return wasWanted;
}

} // namespace tokensmith::tokens
