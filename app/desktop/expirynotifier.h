// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/platform/notifications.h"
#include "core/settings/settingsstore.h"

#include <QHash>
#include <QTimer>

#include <optional>

namespace tokensmith::app {

/**
 * Tells a person in time which tokens expire: once per token and step, one message for many. What nobody saw, because
 * no notification service was there yet, is told again later. Silent while locked: names don't belong on a locked
 * screen. All references outlive it.
 */
class ExpiryNotifier final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Services &services;
        const settings::SettingsStore &settings;
        platform::Notifications &notifications;
    };

    explicit ExpiryNotifier(const Parts &parts, QObject *parent = nullptr);

    /** How many tokens end within 30 days, for the tray. */
    [[nodiscard]] int expiringSoon() const;

private:
    void begin();
    void forget(); ///< what is under way
    void look();
    void tell(const std::vector<tokens::DueNotice> &due);
    void tellOne(const tokens::DueNotice &due);
    void onShown(const QString &topic);

    Parts m_parts;
    QHash<QString, std::vector<store::ExpiryNotice>> m_asked; ///< by topic: to be kept once it was shown
    std::vector<store::ExpiryNotice> m_told;                  ///< in this run, whatever the disk says
    std::optional<tokens::NoticeSearch> m_search;             ///< under way
    QTimer m_soon;                                            ///< gathers changes of the list
    QTimer m_turn;                                            ///< of the search
    QTimer m_hourly;
};

} // namespace tokensmith::app
