// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/clients/approval.h"
#include "core/model/token.h"
#include "core/tokens/tokenchanges.h"
#include "core/tokens/tokenservice.h"

namespace tokensmith::mcp {

/** A token that a call wants to change; where the list does not have it, only its id. */
struct Subject
{
    QString id;
    std::optional<model::Token> token = {};
    catalog::Names names = {};
};

/** The one that `tokenId` names. */
[[nodiscard]] Subject subjectOf(const tokens::TokenChanges &changes, const QJsonObject &arguments);

// What calls would do, for the person who is asked: in the language of the window, never in an answer to a client.
// Names are text from outside, made fit for one line. `details` is left to the caller.

/** Its warnings are the findings such a token would have. */
[[nodiscard]] clients::ApprovalEffect effectOfCreating(const tokens::PreviewOutcome &preview);

[[nodiscard]] clients::ApprovalEffect effectOfUpdating(const Subject &subject, const tokens::UpdateOutcome &preview);
[[nodiscard]] clients::ApprovalEffect effectOfRolling(const Subject &subject);
[[nodiscard]] clients::ApprovalEffect effectOfRevoking(const Subject &subject);

struct RotationWish
{
    enum class OldToken { Stays, Revoked };
    OldToken oldToken = OldToken::Stays;
    QString expiresIn = {}; ///< as asked: "30d", "never"; empty: as the old one
};
[[nodiscard]] clients::ApprovalEffect effectOfRotating(const Subject &subject, const RotationWish &wish);

} // namespace tokensmith::mcp
