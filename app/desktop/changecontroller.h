// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/base/cancellation.h"
#include "ui/change/changeactions.h"

#include <deque>

namespace tokensmith::app {

/** The window's changes to tokens, over the services. `services` outlives it. What was sent runs to its end. */
class ChangeController final : public ui::ChangeActions
{
    Q_OBJECT

public:
    explicit ChangeController(Services &services, QObject *parent = nullptr);
    ~ChangeController() override; ///< stops a preview

    void preview(const tokens::UpdateRequest &request) override;
    void update(const tokens::UpdateRequest &request) override;
    void roll(const model::Token &token) override;
    void run(ui::BatchKind kind, const std::vector<model::Token> &tokens) override;
    void stopBatch() override;

private:
    struct Batch
    {
        std::vector<model::Token> tokens;
        std::size_t next = 0;
        ui::BatchOutcome outcome = {};
    };

    void goOn();
    void startNext(const Batch &batch);
    void noteEnd(const std::optional<base::Error> &error);

    Services &m_services;
    base::CancelSource m_previewing;
    std::deque<Batch> m_batches; ///< the first one runs
};

} // namespace tokensmith::app
