// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/changecontroller.h"

#include "ui/common/deliver.h"

#include <algorithm>
#include <utility>

namespace tokensmith::app {

using tokens::UpdateRequest;

namespace {

template <typename T>
std::optional<base::Error> errorOf(const base::Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

model::Enabled enabledAfter(ui::BatchKind kind)
{
    return kind == ui::BatchKind::Enable ? model::Enabled::Yes : model::Enabled::No;
}

} // namespace

ChangeController::ChangeController(Services &services, QObject *parent)
    : ChangeActions(parent)
    , m_services(services)
{
}

ChangeController::~ChangeController()
{
    m_previewing.cancel();
}

void ChangeController::preview(const UpdateRequest &request)
{
    m_previewing.cancel();
    m_previewing = base::CancelSource();
    UpdateRequest asked = request;
    asked.apply = UpdateRequest::Apply::PreviewOnly;
    const base::CancelToken cancel = m_previewing.token();
    ui::deliver(m_services.changes().update(asked, {}, cancel), this,
                [this, cancel](const base::Result<tokens::UpdateOutcome> &outcome) {
                    if (cancel.isCancelled())
                        return; // a newer one runs
                    if (outcome)
                        Q_EMIT previewed(*outcome);
                    else
                        Q_EMIT previewFailed(outcome.error());
                });
}

void ChangeController::update(const UpdateRequest &request)
{
    ui::deliver(m_services.changes().update(request, {}), this,
                [this](const base::Result<tokens::UpdateOutcome> &outcome) {
                    if (outcome)
                        Q_EMIT updated(*outcome);
                    else
                        Q_EMIT updateFailed(outcome.error());
                });
}

void ChangeController::roll(const model::Token &token)
{
    ui::deliver(m_services.changes().roll(ui::addressOf(token), {}), this,
                [this, token](const base::Result<tokens::RollOutcome> &outcome) {
                    if (outcome)
                        Q_EMIT rolled(*outcome);
                    else
                        Q_EMIT rollFailed(token, outcome.error());
                });
}

void ChangeController::run(ui::BatchKind kind, const std::vector<model::Token> &tokens)
{
    m_batches.push_back({.tokens = tokens, .outcome = {.kind = kind}});
    if (m_batches.size() == 1)
        goOn();
}

void ChangeController::stopBatch()
{
    if (m_batches.empty())
        return;
    Batch &batch = m_batches.front();
    const std::size_t kept = std::min(batch.tokens.size(), batch.next + 1); // the one in work is finished
    batch.outcome.left += int(batch.tokens.size() - kept);
    batch.tokens.resize(kept);
}

void ChangeController::goOn()
{
    while (!m_batches.empty()) {
        const Batch &batch = m_batches.front();
        if (batch.next < batch.tokens.size()) {
            startNext(batch);
            return;
        }
        const ui::BatchOutcome outcome = std::move(m_batches.front().outcome);
        m_batches.pop_front();
        Q_EMIT batchFinished(outcome);
    }
}

void ChangeController::startNext(const Batch &batch)
{
    const tokens::TokenAddress address = ui::addressOf(batch.tokens[batch.next]);
    if (batch.outcome.kind == ui::BatchKind::Revoke) {
        ui::deliver(m_services.changes().revoke(address, {}), this,
                    [this](const base::Result<tokens::RevokeOutcome> &outcome) { noteEnd(errorOf(outcome)); });
        return;
    }
    const UpdateRequest request{.address = address, .enabled = enabledAfter(batch.outcome.kind)};
    ui::deliver(m_services.changes().update(request, {}), this,
                [this](const base::Result<tokens::UpdateOutcome> &outcome) { noteEnd(errorOf(outcome)); });
}

void ChangeController::noteEnd(const std::optional<base::Error> &error)
{
    Batch &batch = m_batches.front();
    const model::Token &token = batch.tokens[batch.next++];
    if (error)
        batch.outcome.failures.push_back({.token = token, .error = *error});
    else
        batch.outcome.done.push_back(token);
    Q_EMIT batchAdvanced(batch.outcome.kind, int(batch.next), int(batch.tokens.size()) + batch.outcome.left);
    // Queued: a refusal without a call would otherwise nest once for each token.
    QMetaObject::invokeMethod(this, &ChangeController::goOn, Qt::QueuedConnection);
}

} // namespace tokensmith::app
