// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/inventorysource.h"

#include "core/tokens/inventory.h"
#include "core/tokens/zonenames.h"

namespace tokensmith::ui {

namespace {

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

InventorySource::InventorySource(tokens::Inventory &inventory, const tokens::ZoneNames &zones, QObject *parent)
    : TokenSource(parent)
    , m_inventory(inventory)
    , m_zones(zones)
{
    connect(&m_zones, &tokens::ZoneNames::namesChanged, this, &TokenSource::namesChanged);
    connect(&m_inventory, &tokens::Inventory::stateChanged, this, &TokenSource::statusChanged);
    connect(&m_inventory, &tokens::Inventory::progressChanged, this, &TokenSource::statusChanged);
    connect(&m_inventory, &tokens::Inventory::tokensChanged, this, &TokenSource::tokensChanged);
}

TokenListStatus InventorySource::status() const
{
    const tokens::Inventory::Progress progress = m_inventory.progress();
    TokenListStatus status{.state = stateOf(m_inventory.state()),
                           .pagesDone = progress.pagesDone,
                           .pagesTotal = progress.pagesTotal,
                           .updatedAt = m_inventory.updatedAt(),
                           .error = m_inventory.error()};
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
