// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenchanges.h"

#include <QObject>

#include <vector>

namespace tokensmith::ui {

/** What is done to one or more tokens at once. */
enum class BatchKind { Disable, Enable, Revoke };

/** A token of a batch that stayed as it was, and why. */
struct BatchFailure
{
    model::Token token;
    base::Error error;
};

/** How a batch ended. */
struct BatchOutcome
{
    BatchKind kind = BatchKind::Revoke;
    std::vector<model::Token> done = {};
    std::vector<BatchFailure> failures = {};
    int left = 0; ///< not tried because it was stopped
};

/**
 * What the window can have changed about tokens that exist. Implemented in app/desktop over tokens::TokenChanges.
 *
 * A newer preview() replaces the older one. Batches go token by token, in the order given, and a failure does not end
 * one; a batch that is started while another runs waits for it.
 */
class ChangeActions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** What update() would change: previewed() or previewFailed(). */
    virtual void preview(const tokens::UpdateRequest &request) = 0;

    virtual void update(const tokens::UpdateRequest &request) = 0; ///< updated() or updateFailed()
    virtual void roll(const model::Token &token) = 0;              ///< rolled() or rollFailed()

    /** Ends with batchFinished(). */
    virtual void run(BatchKind kind, const std::vector<model::Token> &tokens) = 0;

    /** Leaves the rest of the running batch as it is; the token in work is finished. */
    virtual void stopBatch() = 0;

Q_SIGNALS:
    void previewed(const tokensmith::tokens::UpdateOutcome &outcome);
    void previewFailed(const tokensmith::base::Error &error);
    void updated(const tokensmith::tokens::UpdateOutcome &outcome);
    void updateFailed(const tokensmith::base::Error &error);
    void rolled(const tokensmith::tokens::RollOutcome &outcome);
    void rollFailed(const tokensmith::model::Token &token, const tokensmith::base::Error &error);
    void batchAdvanced(tokensmith::ui::BatchKind kind, int done, int total);
    void batchFinished(const tokensmith::ui::BatchOutcome &outcome);
};

/** The token as the services are asked for it. */
[[nodiscard]] inline tokens::TokenAddress addressOf(const model::Token &token)
{
    return {.tokenId = token.id, .kind = token.owner.kind, .accountId = token.owner.accountId};
}

} // namespace tokensmith::ui
