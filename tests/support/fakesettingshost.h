// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingshost.h"

namespace tokensmith::test {

/** A machine that has everything, unless told otherwise. */
class FakeSettingsHost final : public ui::SettingsHost
{
public:
    [[nodiscard]] ui::ConnectionWords connection() const override { return words; }
    [[nodiscard]] ui::Ability tray() const override { return trayAbility; }
    [[nodiscard]] ui::Ability screenLock() const override { return lockAbility; }
    [[nodiscard]] ui::Ability autostart() const override { return autostartAbility; }
    [[nodiscard]] ui::Ability changeLimit() const override { return limitAbility; }
    [[nodiscard]] ui::Ability port() const override { return portAbility; }
    [[nodiscard]] AtSignIn atSignIn() const override { return signIn; }
    [[nodiscard]] base::Result<base::Done> setAtSignIn(AtSignIn choice) override
    {
        if (signInError)
            return base::fail(*signInError);
        signIn = choice;
        return base::Done{};
    }
    void change() { Q_EMIT changed(); }

    ui::ConnectionWords words{.name = QStringLiteral("Harbour Labs"),
                              .detail = QStringLiteral("Account token in the keychain, until 14 Mar 2027")};
    ui::Ability trayAbility{.why = QStringLiteral("Your desktop has a tray")};
    ui::Ability lockAbility = {};
    ui::Ability autostartAbility{.why = QStringLiteral("Hidden, in the tray")};
    ui::Ability limitAbility = {};
    ui::Ability portAbility = {};
    AtSignIn signIn = AtSignIn::Off;
    std::optional<base::Error> signInError = {};
};

} // namespace tokensmith::test
