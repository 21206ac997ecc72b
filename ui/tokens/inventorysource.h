// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tokens/tokensource.h"

namespace tokensmith::tokens {
class Inventory;
}

namespace tokensmith::ui {

/** The inventory as the Tokens page sees it. The inventory must outlive this. */
class InventorySource final : public TokenSource
{
    Q_OBJECT

public:
    explicit InventorySource(tokens::Inventory &inventory, QObject *parent = nullptr);

    [[nodiscard]] TokenListStatus status() const override;
    [[nodiscard]] const std::vector<model::Token> &tokens() const override;
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override;
    void refresh() override;
    void stop() override;

private:
    tokens::Inventory &m_inventory;
};

} // namespace tokensmith::ui
