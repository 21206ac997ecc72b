// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/inventorysource.h"

#include "core/tokens/inventory.h"
#include "core/tokens/zonenames.h"
#include "ui/common/errortext.h"

#include <algorithm>

namespace tokensmith::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto kFirstPause = 10s;
constexpr auto kLongestPause = 300s;
constexpr int kDoublings = 5; ///< from the first pause to the longest

TokenListStatus::State stateOf(tokens::Inventory::State state)
{
    switch (state) {
    case tokens::Inventory::State::Empty:
        return TokenListStatus::State::Empty;
    case tokens::Inventory::State::Loading:
        return TokenListStatus::State::Loading;
    case tokens::Inventory::State::Ready:
        return TokenListStatus::State::Ready;
    case tokens::Inventory::State::Failed:
        return TokenListStatus::State::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

std::chrono::seconds retryPause(int failures)
{
    const int doublings = std::clamp(failures - 1, 0, kDoublings);
    return std::min<std::chrono::seconds>(kFirstPause * (1 << doublings), kLongestPause);
}

InventorySource::InventorySource(tokens::Inventory &inventory, const Options &options, QObject *parent)
    : TokenSource(parent)
    , m_inventory(inventory)
    , m_zones(options.zones)
    , m_clock(options.clock)
{
    m_look.setInterval(options.look);
    connect(&m_look, &QTimer::timeout, this, &InventorySource::onTime);
    connect(&m_zones, &tokens::ZoneNames::namesChanged, this, &TokenSource::namesChanged);
    connect(&m_inventory, &tokens::Inventory::stateChanged, this, &InventorySource::onStateChanged);
    connect(&m_inventory, &tokens::Inventory::progressChanged, this, &TokenSource::statusChanged);
    connect(&m_inventory, &tokens::Inventory::tokensChanged, this, &TokenSource::tokensChanged);
}

void InventorySource::onStateChanged()
{
    using State = tokens::Inventory::State;
    if (m_inventory.state() != State::Loading) {
        const std::optional<base::Error> &error = m_inventory.error();
        if (m_inventory.state() == State::Failed && error && isOffline(*error)) {
            planRetry(*error);
        } else {
            m_unreached.reset();
            m_failures = 0;
        }
    }
    if (m_inventory.state() == State::Loading || !m_unreached) {
        m_nextTryAt = {};
        m_look.stop();
    }
    Q_EMIT statusChanged();
}

void InventorySource::planRetry(const base::Error &error)
{
    m_unreached = error;
    ++m_failures;
    m_pause = std::max(retryPause(m_failures), error.retryAfter.value_or(0s));
    m_nextTryAt = m_clock.now().addSecs(m_pause.count());
    m_look.start();
}

/** Looks at the clock instead of sleeping through the pause: a machine may sleep too, or its clock be set. */
void InventorySource::onTime()
{
    const QDateTime now = m_clock.now();
    if (now >= m_nextTryAt || now.secsTo(m_nextTryAt) > m_pause.count())
        refresh();
}

void InventorySource::onNetworkBack()
{
    if (!m_unreached)
        return;
    m_failures = 0;
    refresh();
}

TokenListStatus InventorySource::status() const
{
    const tokens::Inventory::Progress progress = m_inventory.progress();
    TokenListStatus status{.state = stateOf(m_inventory.state()),
                           .pagesDone = progress.pagesDone,
                           .pagesTotal = progress.pagesTotal,
                           .updatedAt = m_inventory.updatedAt(),
                           .error = m_inventory.error(),
                           .nextTryAt = m_nextTryAt};
    if (status.state == TokenListStatus::State::Loading)
        status.error = m_unreached;
    for (const tokens::UnreadList &list : m_inventory.unread())
        status.missing.push_back({.ownerName = list.ownerName, .error = list.error, .readAt = list.readAt});
    return status;
}

const std::vector<model::Token> &InventorySource::tokens() const
{
    return m_inventory.tokens();
}

QString InventorySource::ownerName(const model::Owner &owner) const
{
    return m_inventory.ownerName(owner);
}

QString InventorySource::zoneName(const QString &zoneId) const
{
    return m_zones.nameOf(zoneId);
}

void InventorySource::refresh()
{
    m_inventory.refresh();
}

void InventorySource::stop()
{
    m_inventory.stop();
}

} // namespace tokensmith::ui
