// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/platform/notifications.h"
#include "core/settings/settingsstore.h"

#include <QTimer>

namespace tokensmith::app {

/**
 * Tells a person in time which tokens expire: once per token and step, one message for many. Silent while locked: names
 * don't belong on a locked screen. All references outlive it.
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
    void look();
    void tell(const std::vector<tokens::DueNotice> &due);

    Parts m_parts;
    QTimer m_soon; ///< gathers changes of the list
    QTimer m_hourly;
};

} // namespace tokensmith::app
