// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/base/cancellation.h"
#include "ui/onboarding/firstrunactions.h"

#include <optional>

namespace tokensmith::app {

/**
 * What the first-run page asks for, over the services. Holds the candidate between check() and save(), and nothing
 * once it is kept or cancelled. `services` outlives it.
 */
class FirstRunController final : public ui::FirstRunActions
{
    Q_OBJECT

public:
    explicit FirstRunController(Services &services, QObject *parent = nullptr);
    ~FirstRunController() override; ///< stops a running check

    [[nodiscard]] ui::KeychainStatus keychain() const override { return m_keychain; }
    void askKeychain() override;
    void check(const base::Secret &token, const QString &accountId) override;
    void cancel() override;
    void save() override;
    void openSandbox() override;

private:
    using Candidate = tokens::ConnectionService::Candidate;

    void begin();
    void onStep(tokens::ConnectionService::Step step);
    void onChecked(const base::Result<tokens::Connection> &outcome);
    void onFailed(const base::Error &error);

    Services &m_services;
    ui::KeychainStatus m_keychain;
    std::optional<Candidate> m_candidate; ///< what the person wants checked or has had checked
    ui::BootstrapCheck m_next = ui::BootstrapCheck::Active;

    base::CancelSource m_stop; ///< of the running check

    /** A check that was cancelled unwinds first; the next one waits for its end. */
    enum class Running { Nothing, Wanted, Unwanted };
    Running m_running = Running::Nothing;
};

} // namespace tokensmith::app
