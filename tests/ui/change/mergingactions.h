// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/change/changeactions.h"

namespace tokensmith::test {

/** Answers previews with what core would say, and notes updates. */
class MergingActions final : public ui::ChangeActions
{
public:
    MergingActions(model::Token token, QDateTime now)
        : m_token(std::move(token))
        , m_now(std::move(now))
    {
    }

    void preview(const tokens::UpdateRequest &request) override
    {
        const auto spec = tokens::merged(m_token, request, m_now);
        if (!spec)
            Q_EMIT previewFailed(spec.error());
        else
            Q_EMIT previewed({.token = m_token, .changes = tokens::changesBetween(tokens::specOf(m_token), *spec)});
    }
    void update(const tokens::UpdateRequest &request) override { updates.push_back(request); }
    void roll(const model::Token &) override {}
    void run(ui::BatchKind, const std::vector<model::Token> &) override {}
    void stopBatch() override {}

    std::vector<tokens::UpdateRequest> updates;

private:
    model::Token m_token;
    QDateTime m_now;
};

} // namespace tokensmith::test
