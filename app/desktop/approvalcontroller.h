// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/platform/notifications.h"
#include "core/settings/settingsstore.h"
#include "ui/approval/approvalsource.h"

namespace tokensmith::app {

/**
 * Calls that wait for a person, over the services' queue: how long they wait follows the settings, and a notification
 * says that somebody waits, once for each time the queue gets a first request. All references outlive it; without a
 * queue (Approvals::Denied) nothing ever waits.
 */
class ApprovalController final : public ui::ApprovalSource
{
    Q_OBJECT

public:
    struct Parts
    {
        Services &services;
        const settings::SettingsStore &settings;
        platform::Notifications &notifications;
    };

    explicit ApprovalController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] std::vector<clients::WaitingApproval> waiting() const override;
    [[nodiscard]] QDateTime now() const override { return m_parts.services.clock().now(); }
    void answer(quint64 id, const clients::ApprovalAnswer &answer, clients::QueueingGate::Remember remember) override;

    /** For the tray. */
    [[nodiscard]] int count() const { return static_cast<int>(waiting().size()); }

    /** Of the notification: when it is chosen, the approval window is wanted. */
    static const QString kTopic;

private:
    void applySettings();
    void onChanged();

    Parts m_parts;
    clients::QueueingGate *m_queue; ///< the services'; null: there is none
    int m_told = 0;                 ///< how many the notification on the screen speaks of
};

} // namespace tokensmith::app
