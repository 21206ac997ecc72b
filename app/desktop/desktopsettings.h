// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/platform/autostart.h"
#include "core/platform/sessionlock.h"
#include "core/platform/trayhost.h"
#include "ui/settings/settingshost.h"

namespace tokensmith::app {

/** What the settings page has to know, over services and platform. All references outlive it. */
class DesktopSettings final : public ui::SettingsHost
{
    Q_OBJECT

public:
    struct Parts
    {
        Services &services;
        const platform::TrayHost &tray;
        const platform::SessionLock &session;
    };

    explicit DesktopSettings(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] ui::ConnectionWords connection() const override;
    [[nodiscard]] ui::Ability tray() const override;
    [[nodiscard]] ui::Ability screenLock() const override;
    [[nodiscard]] ui::Ability autostart() const override;
    [[nodiscard]] ui::Ability changeLimit() const override;
    [[nodiscard]] ui::Ability port() const override;
    [[nodiscard]] AtSignIn atSignIn() const override;
    [[nodiscard]] base::Result<base::Done> setAtSignIn(AtSignIn choice) override;

private:
    Parts m_parts;
    platform::Autostart m_autostart;
};

} // namespace tokensmith::app
