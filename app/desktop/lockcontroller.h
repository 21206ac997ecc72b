// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/platform/idlewatch.h"
#include "core/platform/sessionlock.h"
#include "core/settings/settingsstore.h"

namespace tokensmith::app {

/**
 * Locks the services when the settings say so: after a time without input, with the screen and before sleep, or when
 * asked. Unlocking finds the bootstrap token again. Both references outlive it.
 */
class LockController final : public QObject
{
    Q_OBJECT

public:
    LockController(Services &services, const settings::SettingsStore &settings, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const { return m_services.lock().isLocked(); }
    [[nodiscard]] const platform::SessionLock &sessionLock() const { return m_session; }

    /** Does nothing where nothing is connected: there is no token to forget. */
    void lock();
    void unlock();

Q_SIGNALS:
    void changed();
    void unlockFailed(const tokensmith::base::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applySettings();

    Services &m_services;
    const settings::SettingsStore &m_settings;
    platform::SessionLock m_session;
    platform::IdleWatch m_idle;
    std::chrono::minutes m_limit{0};
};

} // namespace tokensmith::app
