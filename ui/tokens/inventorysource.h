// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/tokens/tokensource.h"

#include <QTimer>

#include <chrono>

namespace tokensmith::tokens {
class Inventory;
class ZoneNames;
} // namespace tokensmith::tokens

namespace tokensmith::ui {

/**
 * The inventory as the Tokens page sees it, with names for zones. Where Cloudflare could not be reached it is read
 * again by itself: after retryPause(), as soon as the network is back, or when asked to.
 */
class InventorySource final : public TokenSource
{
    Q_OBJECT

public:
    struct Options
    {
        const base::Clock &clock; ///< outlives the source, as do zones and inventory
        const tokens::ZoneNames &zones;
        std::chrono::milliseconds look{1000}; ///< how often the clock is asked whether it is time to try again
    };

    InventorySource(tokens::Inventory &inventory, const Options &options, QObject *parent = nullptr);

    /** The network may work again: an unreachable Cloudflare is tried at once, and then at the first pauses. */
    void onNetworkBack();

    [[nodiscard]] TokenListStatus status() const override;
    [[nodiscard]] const std::vector<model::Token> &tokens() const override;
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override;
    [[nodiscard]] QString zoneName(const QString &zoneId) const override;
    void refresh() override;
    void stop() override;

private:
    void onStateChanged();
    void onTime();
    void planRetry(const base::Error &error);

    tokens::Inventory &m_inventory;
    const tokens::ZoneNames &m_zones;
    const base::Clock &m_clock;
    std::optional<base::Error> m_unreached; ///< from a reading that did not reach Cloudflare until one ends otherwise
    int m_failures = 0;                     ///< such readings in a row
    std::chrono::seconds m_pause{0};
    QDateTime m_nextTryAt;
    QTimer m_look;
};

/** How long to wait after so many readings in a row (from 1) that did not reach Cloudflare: 10 s, doubled up to 5 min.
 */
[[nodiscard]] std::chrono::seconds retryPause(int failures);

} // namespace tokensmith::ui
