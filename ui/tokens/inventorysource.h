// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tokens/tokensource.h"

namespace tokensmith::tokens {
class Inventory;
class ZoneNames;
} // namespace tokensmith::tokens

namespace tokensmith::ui {

/** The inventory as the Tokens page sees it, with names for zones. Both must outlive this. */
class InventorySource final : public TokenSource
{
    Q_OBJECT

public:
    InventorySource(tokens::Inventory &inventory, const tokens::ZoneNames &zones, QObject *parent = nullptr);

    [[nodiscard]] TokenListStatus status() const override;
    [[nodiscard]] const std::vector<model::Token> &tokens() const override;
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override;
    [[nodiscard]] QString zoneName(const QString &zoneId) const override;
    void refresh() override;
    void stop() override;

private:
    tokens::Inventory &m_inventory;
    const tokens::ZoneNames &m_zones;
};

} // namespace tokensmith::ui
