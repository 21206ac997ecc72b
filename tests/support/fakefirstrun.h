// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/onboarding/firstrunactions.h"

namespace tokensmith::test {

/** Notes what the first-run page asks for; the test emits the answers. */
class FakeFirstRun final : public ui::FirstRunActions
{
public:
    [[nodiscard]] ui::KeychainStatus keychain() const override { return m_keychain; }
    void askKeychain() override { ++keychainAsked; }
    void check(const base::Secret &token, const QString &accountId) override
    {
        ++checks;
        lastToken = token;
        lastAccountId = accountId;
    }
    void cancel() override { ++cancels; }
    void save() override { ++saves; }
    void openSandbox() override { ++sandboxes; }

    void setKeychain(const ui::KeychainStatus &status)
    {
        m_keychain = status;
        Q_EMIT keychainChanged();
    }

    int keychainAsked = 0;
    int checks = 0;
    int cancels = 0;
    int saves = 0;
    int sandboxes = 0;
    base::Secret lastToken;
    QString lastAccountId;

private:
    ui::KeychainStatus m_keychain;
};

} // namespace tokensmith::test
