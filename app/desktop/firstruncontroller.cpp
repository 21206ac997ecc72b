// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firstruncontroller.h"

#include "app/desktop/sandboxlauncher.h"
#include "ui/common/deliver.h"

#include <utility>

namespace tokensmith::app {

using Step = tokens::ConnectionService::Step;

namespace {

ui::BootstrapCheck checkOf(Step step)
{
    switch (step) {
    case Step::Accepted:
        return ui::BootstrapCheck::Active;
    case Step::OwnerFound:
        return ui::BootstrapCheck::Owner;
    case Step::MayManageTokens:
        return ui::BootstrapCheck::Rights;
    case Step::KeychainReady:
        return ui::BootstrapCheck::Keychain;
    }
    Q_UNREACHABLE();
}

ui::BootstrapCheck after(Step step)
{
    switch (step) {
    case Step::Accepted:
        return ui::BootstrapCheck::Owner;
    case Step::OwnerFound:
        return ui::BootstrapCheck::Rights;
    case Step::MayManageTokens:
    case Step::KeychainReady:
        return ui::BootstrapCheck::Keychain;
    }
    Q_UNREACHABLE();
}

ui::KeychainStatus worded(const secrets::StoreStatus &status)
{
    using State = secrets::StoreStatus::State;
    switch (status.state) {
    case State::Ready:
        return {.state = ui::KeychainStatus::State::Ready, .message = status.message};
    case State::Locked:
        return {.state = ui::KeychainStatus::State::Locked, .message = status.message};
    case State::NotAnswering:
    case State::Unavailable:
        return {.state = ui::KeychainStatus::State::Unavailable, .message = status.message};
    }
    Q_UNREACHABLE();
}

QString rightsOf(const QString &tokenName)
{
    return tokenName.isEmpty() ? FirstRunController::tr("It may read and edit tokens.")
                               : FirstRunController::tr("\"%1\" may read and edit tokens.").arg(tokenName);
}

ui::FoundConnection worded(const tokens::Connection &connection)
{
    return {.kind = connection.owner.kind, .name = connection.accountName, .rights = rightsOf(connection.tokenName)};
}

} // namespace

FirstRunController::FirstRunController(Services &services, QObject *parent)
    : FirstRunActions(parent)
    , m_services(services)
{
    connect(&m_services.connection(), &tokens::ConnectionService::stepPassed, this, &FirstRunController::onStep);
}

FirstRunController::~FirstRunController()
{
    m_stop.cancel();
}

void FirstRunController::askKeychain()
{
    m_keychain = {};
    Q_EMIT keychainChanged();
    ui::deliver(m_services.secretStore().status(), this, [this](const secrets::StoreStatus &status) {
        m_keychain = worded(status);
        Q_EMIT keychainChanged();
    });
}

void FirstRunController::check(const base::Secret &token, const QString &accountId)
{
    m_candidate = Candidate{.token = token, .accountId = accountId};
    if (m_running == Running::Nothing) {
        begin();
        return;
    }
    m_running = Running::Unwanted;
    m_stop.cancel();
}

void FirstRunController::begin()
{
    m_running = Running::Wanted;
    m_next = ui::BootstrapCheck::Active;
    m_stop = base::CancelSource();
    const cloudflare::CallOptions options{.cancel = m_stop.token()};
    ui::deliver(m_services.connection().check(*m_candidate, options), this,
                [this](const base::Result<tokens::Connection> &outcome) {
                    const Running ran = std::exchange(m_running, Running::Nothing);
                    if (ran == Running::Wanted)
                        onChecked(outcome);
                    else if (m_candidate)
                        begin();
                });
}

void FirstRunController::onStep(Step step)
{
    if (m_running != Running::Wanted)
        return;
    m_next = after(step);
    Q_EMIT checkPassed(checkOf(step));
}

void FirstRunController::onChecked(const base::Result<tokens::Connection> &outcome)
{
    if (outcome)
        Q_EMIT found(worded(*outcome));
    else
        onFailed(outcome.error());
}

void FirstRunController::onFailed(const base::Error &error)
{
    m_candidate.reset();
    if (error.field == QLatin1StringView("accountId"))
        Q_EMIT accountIdNeeded();
    else
        Q_EMIT checkFailed(m_next, error);
}

void FirstRunController::cancel()
{
    m_candidate.reset();
    if (m_running == Running::Wanted)
        m_running = Running::Unwanted;
    m_stop.cancel();
}

void FirstRunController::save()
{
    if (!m_candidate)
        return;
    ui::deliver(m_services.connection().connectAndSave(*m_candidate), this,
                [this](const base::Result<tokens::Connection> &outcome) {
                    if (!outcome) {
                        Q_EMIT saveFailed(outcome.error());
                        return;
                    }
                    m_candidate.reset();
                    Q_EMIT saved();
                });
}

void FirstRunController::openSandbox()
{
    const base::Result<base::Done> started = startSandboxWindow(m_services.options());
    if (started)
        Q_EMIT sandboxOpened();
    else
        Q_EMIT sandboxFailed(started.error());
}

} // namespace tokensmith::app
